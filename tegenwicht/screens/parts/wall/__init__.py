"""Screens on the wall, where people think: what is round those of a game that goes on, paper with words, and time."""
