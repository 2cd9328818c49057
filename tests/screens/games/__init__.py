"""Each game, from its setup to its close."""
