"""PDFs as another program sees them: poppler's tools."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not os.environ.get("CI"), reason="needs poppler-utils"
)


class Seen:
    """A PDF in a file. Fails when a tool complains of it."""

    def __init__(self, data: bytes, folder: Path) -> None:
        self.path = folder / "verslag.pdf"
        self.path.write_bytes(data)

    def ask(self, tool: str, *options: str) -> str:
        """What the tool prints of the PDF."""
        ends = ["-"] if tool == "pdftotext" else []
        done = subprocess.run([tool, *options, str(self.path), *ends], capture_output=True, check=True)
        assert done.stderr == b"", done.stderr
        return done.stdout.decode()

    @property
    def text(self) -> str:
        """All words, with single spaces."""
        return " ".join(self.ask("pdftotext").split())

    @property
    def pages(self) -> list[list[str]]:
        """The lines of each page, top to bottom."""
        found = self.ask("pdftotext", "-layout").split("\f")[:-1]
        return [[line.strip() for line in page.split("\n") if line.strip()] for page in found]

    def info(self, name: str) -> str:
        """A line of pdfinfo, such as Title."""
        found = re.search(rf"(?m)^{name}: +(.*)$", self.ask("pdfinfo"))
        assert found, name
        return found[1]
