"""Where a program stands is told by the system, by its screen and by Python, and then it has ended."""

import os
import re
import subprocess
import sys

import pytest

from tests.screens import desktop
from tests.screens.standing import TELLS, last_words

WAITS = """
import time
def waits():
    print("ready", flush=True)
    time.sleep(99)
waits()
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked as Linux tells it")


def test_it_tells_what_its_threads_wait_for_and_where_in_python_they_are() -> None:
    command = [sys.executable, "-c", WAITS]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=os.environ | TELLS, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        told = last_words(process.pid)
        _, python = process.communicate()
    assert re.search(rf"thread {process.pid} python\S*: [SR], waits in \S", told)
    assert re.search(r'line [45] in waits\n  File "<string>", line 6 in <module>', python)
    assert "is gone" in last_words(process.pid)


@pytest.mark.screen
def test_it_tells_which_window_manager_there_is_and_which_windows() -> None:
    desktop.needs_desktop()
    with desktop.desktop(screen_reader=False) as desk:
        program = desk.start([sys.executable, "-m", "tests.kit.access_window"])
        program.expect("open")
        told = program.last_words()
    assert "Openbox" in told and "Toegang" in told
    assert program.process.returncode is not None
