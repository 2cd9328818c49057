"""What the Linux package starts: the same as ``python -m tegenwicht``."""

from tegenwicht.__main__ import run

if __name__ == "__main__":
    run()
