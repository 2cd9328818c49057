"""Decks as files: read with every problem at once, written, converted, kept as drafts."""
