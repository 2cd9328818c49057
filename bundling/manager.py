"""A window manager for a screen that nobody sees, which manages windows when a program opens one."""

import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

PATIENCE_SECONDS = 60.0


def command(managed: Path) -> list[str]:
    """openbox, which makes that file as soon as it manages windows.

    A window that asks to be shown while openbox still starts is never shown, and SDL waits for it for ever.
    """
    return ["openbox", "--sm-disable", "--startup", f"touch {shlex.quote(str(managed))}"]


def start(env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Start it on the screen of that environment, and wait until it manages windows. RuntimeError when it does not."""
    nowhere = subprocess.DEVNULL
    with tempfile.TemporaryDirectory(prefix="manager-") as folder:
        managed = Path(folder) / "managed"
        process = subprocess.Popen(command(managed), env=dict(env), stdout=nowhere, stderr=nowhere)
        end = time.monotonic() + PATIENCE_SECONDS
        while not managed.exists():
            if process.poll() is not None:
                raise RuntimeError(f"openbox ended with {process.returncode}")
            if time.monotonic() > end:
                process.kill()
                process.wait()
                raise RuntimeError(f"openbox manages no windows after {PATIENCE_SECONDS:g} s")
            time.sleep(0.01)
    return process
