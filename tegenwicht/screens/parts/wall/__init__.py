"""Screens on the wall, where people think and nothing lies: their frame, paper with words, and the time."""
