"""Orca's voice on paper: in the place of the module ``speechd`` in Orca's Python; writes a tape, takes a voice's time.

Loaded by that Python at its start (as ``sitecustomize``), not by ours. Each thing said takes as long as its characters
need, so that what is cut off here is cut off for a listener too. On the tape a line has the time, a kind, a number and
the text, with tabs between them: SAY or ECHO (of a key), and for each of those END, or CUT with the part that was said.
"""

import collections
import html
import os
import re
import sys
import threading
import time
from typing import Any

import speechd  # type: ignore[import-not-found]

Item = collections.namedtuple("Item", "number seconds callback types")
WHOLE = 0.97
"""From this part on it counts as said to the end."""
PAUSE_SECONDS = 0.08
STEP_SECONDS = 0.02


def tape(kind: str, number: str = "-", text: object = "") -> None:
    """One line more."""
    with open(os.environ["EARS_TAPE"], "a", encoding="utf-8") as file:
        file.write(f"{time.time():.3f}\t{kind}\t{number}\t{' '.join(str(text).split())}\n")


def tell(item: Item, what: str) -> None:
    """Orca wants to know where its voice is."""
    if item.callback and what in (item.types or ()):
        item.callback(what)


class Voice(threading.Thread):
    """Says one thing after another."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.queue: collections.deque[Item] = collections.deque()
        self.now: Item | None = None
        self.since, self.count, self.lock = 0.0, 0, threading.RLock()

    def run(self) -> None:
        """Until Orca ends."""
        while True:
            time.sleep(STEP_SECONDS)
            with self.lock:
                item, what = self._step()
            if item is not None:
                tell(item, what)

    def _step(self) -> tuple[Item | None, str]:
        if self.now and time.monotonic() - self.since >= self.now.seconds:
            item, self.now = self.now, None
            tape("END", item.number)
            return item, "end"
        if not self.now and self.queue:
            self.now, self.since = self.queue.popleft(), time.monotonic()
            return self.now, "begin"
        return None, ""

    def say(self, text: str, callback: Any = None, types: Any = None) -> None:
        """Put it after what is being said."""
        with self.lock:
            self.count += 1
            number, real = f"{os.getpid()}.{self.count}", bool(text.strip())
            if real:
                tape("ECHO" if _is_echo() else "SAY", number, text)
            seconds = real * (PAUSE_SECONDS + len(text) / float(os.environ["EARS_CPS"]))
            self.queue.append(Item(number, seconds, callback, types))

    def cancel(self) -> None:
        """Silence: what is being said is cut off, what waited is never begun."""
        with self.lock:
            gone = [*([self.now] if self.now else []), *self.queue]
            for item in gone:
                part = (time.monotonic() - self.since) / max(item.seconds, 0.01) if item is self.now else 0.0
                tape(*(("END", item.number) if part > WHOLE else ("CUT", item.number, int(part * 100))))
            self.queue.clear()
            self.now = None
        for item in gone:
            tell(item, "cancel")


def _is_echo() -> bool:
    """Whether it is the name of the key that was pressed."""
    frame: Any = sys._getframe()
    while frame:
        if frame.f_code.co_name == "speak_key_event":
            return True
        frame = frame.f_back
    return False


VOICE = Voice()
VOICE.start()


class Client:
    """What Orca thinks is the speech dispatcher."""

    def __init__(self, name: str, *_a: object, **_k: object) -> None:
        self.values: dict[str, object] = {"output_module": "espeak-ng"}
        tape("START", text=name)

    def speak(self, text: str, callback: Any = None, event_types: Any = None) -> None:
        """Words, some of them in marks of SSML."""
        VOICE.say(html.unescape(re.sub("<[^>]*>", "", text)), callback, event_types)

    def char(self, text: str) -> None:
        """One sign."""
        VOICE.say(text)

    def cancel(self, *_a: object) -> None:
        """Silence."""
        VOICE.cancel()

    def list_output_modules(self) -> tuple[str, ...]:
        """The voices' makers."""
        return ("espeak-ng",)

    def list_synthesis_voices(self, *_a: object) -> tuple[tuple[str, str, str], ...]:
        """The voices."""
        return (("Dutch", "nl", "none"), ("English", "en", "none"))

    key, stop = char, cancel

    def __getattr__(self, name: str) -> Any:
        """``set_rate(50)`` is remembered for ``get_rate()``; what is left does nothing."""
        if name.startswith("set_"):
            return lambda value=None, *_a, **_k: self.values.update({name[4:]: value})
        return lambda *_a, **_k: self.values.get(name[4:])


speechd.SSIPClient = Client
