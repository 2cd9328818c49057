"""A toolkit for accessible pygame programs: one tree of nodes for eyes, keys and ears. Knows no word of Tegenwicht.

Imports the standard library, pygame and accesskit, nothing else.
"""
