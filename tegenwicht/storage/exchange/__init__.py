"""Sessions handed on: the .tegenwicht file, and tables for other programs."""
