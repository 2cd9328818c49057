"""What a session leaves behind, in blocks (``game.account``): of all modes, of one, of several beside each other."""
