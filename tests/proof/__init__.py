"""Proof of what the program promises: each module is a command that checks it on the real thing, and a table."""
