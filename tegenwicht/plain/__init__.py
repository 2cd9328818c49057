"""Small things that anyone may import: moments as they are told, values that do not change, the cards' pictures."""
