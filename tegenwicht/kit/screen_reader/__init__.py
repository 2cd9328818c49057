"""What a screen reader gets: the connection through AccessKit, the tree in its words, and what is said by itself.

The only part of the kit that imports accesskit.
"""
