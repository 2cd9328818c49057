"""What is kept: cards, sessions of before, reports."""
