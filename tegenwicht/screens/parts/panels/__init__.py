"""The panels that every mode has: people, picking a card, writing, a report, erasing; and what is typed in them."""
