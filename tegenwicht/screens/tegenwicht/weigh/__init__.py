"""Weighing a card at the table with hands: what it asks, its words, and its screen, large and compact."""
