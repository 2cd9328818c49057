"""Sounds: always the same bytes, short and soft; and nobody waits for them."""

import math
import struct
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import pygame
import pytest

from tegenwicht import paths
from tegenwicht.kit import sound

PEAKS = {"bell": -12, "slide": -18, "thud": -14, "stone": -18, "paper": -22, "cloth": -20}
FOLDER = paths.assets() / "sounds"


def test_they_are_made_by_our_own_script_always_the_same(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(FOLDER / "make_sounds.py"), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.glob("*.wav")}
    assert set(made) == {f"{name}.wav" for name in PEAKS}


@pytest.mark.parametrize(("name", "peak"), PEAKS.items())
def test_each_is_short_as_loud_as_it_should_be_and_ends_in_silence(name: str, peak: int) -> None:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        count, rate = file.getnframes(), file.getframerate()
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert 20 * math.log10(max(map(abs, samples)) / 32_767) == pytest.approx(peak, abs=0.1)
    assert rate in (22_050, 44_100) and count / rate < (1.7 if name == "bell" else 0.5)
    assert max(map(abs, samples[-40:])) < 60 and max(map(abs, samples[:2])) < 3000


class Mixer:
    """A mixer that takes its time to start."""

    def __init__(self, patch: pytest.MonkeyPatch, fails: bool = False) -> None:
        self.played: list[str] = []
        self.fails, self.ready = fails, threading.Event()
        patch.setattr(pygame.mixer, "get_init", lambda: None)
        patch.setattr(pygame.mixer, "init", self._init)
        patch.setattr(pygame.mixer, "Sound", self._sound)

    def _init(self, *_: object) -> None:
        if self.fails:
            raise pygame.error("no sound card")
        assert self.ready.wait(60)

    def _sound(self, path: str) -> "Mixer.One":
        return Mixer.One(self, path)

    class One:
        def __init__(self, mixer: "Mixer", path: str) -> None:
            self.mixer, self.path = mixer, path

        def play(self) -> None:
            self.mixer.played.append(Path(self.path).stem)

    def wait(self, count: int) -> list[str]:
        until = time.monotonic() + 60
        while len(self.played) < count and time.monotonic() < until:
            time.sleep(0.01)
        return self.played


def test_nobody_waits_for_the_mixer_and_what_would_come_too_late_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    mixer, speaker = Mixer(monkeypatch), sound.Speaker(lambda: now)
    speaker.play(FOLDER / "slide.wav", late=False)
    speaker.play(FOLDER / "bell.wav")
    assert not mixer.ready.is_set()  # nobody waited until it was
    now += sound.LATEST_SECONDS + 0.1
    mixer.ready.set()
    assert mixer.wait(1) == ["bell"]
    speaker.play(FOLDER / "thud.wav", late=False)
    assert mixer.wait(2) == ["bell", "thud"]


def test_when_it_is_closed_what_was_asked_for_is_heard_and_its_thread_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mixer, speaker = Mixer(monkeypatch), sound.Speaker()
    before = set(threading.enumerate())
    speaker.play(FOLDER / "bell.wav")
    (thread,) = set(threading.enumerate()) - before
    speaker.close()
    assert not mixer.ready.is_set()  # nobody waited for it
    mixer.ready.set()
    thread.join(60)
    assert not thread.is_alive()
    assert mixer.played == ["bell"]


def test_without_a_sound_card_it_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    mixer, speaker = Mixer(monkeypatch, fails=True), sound.Speaker()
    for name in ("slide", "thud"):
        speaker.play(FOLDER / f"{name}.wav")
    time.sleep(0.05)
    assert mixer.played == []
