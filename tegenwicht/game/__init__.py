"""The rules of play, pure: no screen, files, database, clock or random source.

Imports nothing but the standard library and itself; tests/test_imports.py holds it to that.
"""
