"""A Python without TLS, as in the folder for Windows, writes a PDF all the same."""

import subprocess
import sys
from pathlib import Path

WITHOUT_TLS = """
import sys
for name in ("ssl", "_ssl"):
    sys.modules[name] = None
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "_ssl" else found(name, *more)
from tegenwicht.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
DECK = Path(__file__).parents[2] / "decks" / "leidinggevende.yaml"


def test_cards_are_written_without_it(tmp_path: Path) -> None:
    out = tmp_path / "kaarten.pdf"
    command = [sys.executable, "-c", WITHOUT_TLS, "print", str(DECK), "--to", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-")
