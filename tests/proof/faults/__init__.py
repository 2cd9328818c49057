"""What may go wrong goes wrong, on the real program and real files."""
