"""What every screen has: keys, focus, drawing, moving, windows."""
