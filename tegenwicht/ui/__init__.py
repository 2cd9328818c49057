"""What people see, press and hear: one tree of nodes for all of it. Imports the game, never the storage."""
