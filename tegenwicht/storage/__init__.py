"""Everything that touches a disk: decks, the journal, settings. Imports the game, never the screen."""
