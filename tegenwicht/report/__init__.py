"""What goes to paper or a file: reports of a session, and the cards themselves. Knows the game, no screens."""
