"""Pieces that several screens share: cards, clusters, people, picking, writing, closing."""
