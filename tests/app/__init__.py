"""Tests of the loop and the desks: what it does by itself, what it keeps, and what cannot stop it."""
