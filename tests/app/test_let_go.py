"""What is left of the program when its window is closed, in a process that goes on: nothing."""

import gc
import subprocess
import sys
import threading
from pathlib import Path
from weakref import ref

from tests.pilot import TO_THE_TABLE, Pilot

LOADED = """
import gc
from weakref import ref
from tegenwicht.report.pdf.blank import blank_pdf

class Program: ...

def printed():
    program = Program()
    assert blank_pdf(unit="mm").pages == {}
    return ref(program)

gone = printed()
gc.collect()
print("kept" if gone() else "let go of")
"""


def test_a_closed_program_leaves_no_thread_and_nothing_of_itself(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    with Pilot(tmp_path, motion=True) as pilot:
        for _ in range(3):
            app, parts = ref(pilot.app), (ref(pilot.app.screen), ref(pilot.app.screen.stage.painter))
            pilot.press(*TO_THE_TABLE, "Laat het lot kiezen")
            pilot.app.sounds.play("slide")
            pilot.press("Naar het begin")
            pilot.again()
            gc.collect()
            assert [one() for one in (app, *parts)] == [None, None, None]
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
        assert not thread.is_alive()


def test_loading_what_writes_a_pdf_keeps_nothing_of_what_was_going_on() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("let go of\n", "")
