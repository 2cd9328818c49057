"""A toolkit for accessible pygame programs: one tree of nodes for eyes, keys and ears. README.md tells how it works.

Imports the standard library, pygame and accesskit, nothing else: it knows nothing of the program around it.
"""
