"""Pieces that several screens share: cards, clusters, panels, frames, what a session leaves behind.

A piece knows no screen: it gets a View and gives nodes or boxes.
"""
