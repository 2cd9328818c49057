"""What was played, event by event, in one SQLite file: written whole or not at all, found again for ever."""
