"""Plays a whole session by itself through the real app, and leaves a picture of each screen.

A real window where there is a screen, SDL's dummy driver where there is none. The README's pictures come
from here. Presses controls by the word on them, as a person would.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pygame

from tegenwicht.app import App
from tegenwicht.demo_modes import play_modes
from tegenwicht.i18n import tr
from tegenwicht.ui import intent, window
from tegenwicht.ui.nodes import FOCUSABLE, Node, by_shortcut, walk

SHUFFLE = 7
NAMES = ("Samira", "Joost", "Anneke", "Deniz", "Willem")


def play(out: Path, size: tuple[int, int]) -> int:
    """Leave the pictures in the folder ``out``; returns the exit code."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _cannot(tr("De map {out} kan niet worden gemaakt: {why}"), out, error)
    _need_a_driver()
    with tempfile.TemporaryDirectory(prefix="tegenwicht-demo-") as data:
        app = App(Path(data), size=size, shuffle=SHUFFLE)
        app.model = replace(app.model, settings=replace(app.model.settings, reduced_motion=True, sound=False))
        app.open()
        demo = Demo(app, out)
        try:
            demo.session()
        except (OSError, pygame.error) as error:
            return _cannot(tr("De plaatjes kunnen niet in de map {out}: {why}"), out, error)
        finally:
            app.close()
    print(tr("{n} plaatjes in {out}").format(n=demo.count, out=out))
    return 0


def _cannot(sentence: str, out: Path, error: Exception) -> int:
    why = getattr(error, "strerror", None) or error
    print(sentence.format(out=out, why=why), file=sys.stderr)
    return 1


def _need_a_driver() -> None:
    try:
        window.open_display()
    except window.NoScreenError:
        os.environ["SDL_VIDEODRIVER"] = "dummy"


class Demo:
    """Someone who plays: presses what is on the screen, and takes a picture now and then."""

    def __init__(self, app: App, out: Path) -> None:
        self.app, self.out, self.count = app, out, 0

    def picture(self, name: str) -> None:
        """Save what the window shows."""
        self.app.take(pygame.event.get())
        self.count += 1
        pygame.image.save(self.app.surface, str(self.out / f"{self.count:02d}-{name}.png"))

    def control(self, label: str) -> Node:
        """The control with that word on it. LookupError when it is not there or cannot be pressed."""
        for node in walk(self.app.stage.tree):
            if node.role in FOCUSABLE and node.enabled and node.label == label:
                return node
        there = [node.label for node in walk(self.app.stage.tree) if node.role in FOCUSABLE]
        raise LookupError(f"no control {label!r}; there are {there}")

    def press(self, *labels: str) -> None:
        """Press controls one after the other."""
        for label in labels:
            self.app.carry_out(intent.press(self.control(label)))
            self.app.take([])

    def key(self, name: str) -> None:
        """What a key presses on this screen. LookupError when it presses nothing."""
        node = by_shortcut(self.app.stage.tree, name)
        if node is None:
            raise LookupError(f"nothing on the screen for the key {name!r}")
        self.app.carry_out(intent.press(node))
        self.app.take([])

    def type(self, label: str, text: str) -> None:
        """Fill in a text field."""
        node = self.control(label)
        self.app.carry_out(intent.for_request("set_value", node.key, text, self.app.stage.tree))

    def session(self) -> None:
        """Two rounds of five, weighed and noted, and the close; then what is around it."""
        self.picture(tr("start"))
        self.press(tr("Nieuwe sessie"))
        self.type(tr("Naam van de groep (mag leeg)"), "Team Zuid")
        for number, name in enumerate(NAMES, 1):
            self.type(tr("Deelnemer {n}").format(n=number), name)
        self.picture(tr("opzet"))
        self.press(tr("Beginnen"))
        self.picture(tr("tafel-leeg"))
        self._first_round()
        self._second_round()
        self._close()
        self._around()

    def _first_round(self) -> None:
        self.press(tr("Trekken"), tr("Organisatie"), tr("Cliënt"))
        self.picture(tr("tafel"))
        self.press(tr("Wegen"))
        for weight in ("2", "3", "3", tr("4 – veel invloed"), tr("4 – veel invloed")):
            self.press(tr("{label}: meer").format(label=weight))
        self.press(tr("Toon de spreiding"))
        self.picture(tr("wegen"))
        self.press(tr("Sluiten"), tr("Notitie"))
        self.type(tr("Notitie"), tr("Wat we eerst zagen, en wat we ervan maakten, liep door elkaar."))
        self.picture(tr("notitie"))
        self.press(tr("Bewaren"), tr("Deelnemers"))
        self.picture(tr("deelnemers"))
        self.press(tr("Sluiten"), tr("Klaar, volgende"))
        self.press(tr("Trekken"), tr("Opzij"), tr("Trekken"), tr("Professional zelf"), tr("Klaar, volgende"))
        self.press(tr("Trekken"), tr("Tegenwicht"))
        self.picture(tr("tegenwicht"))
        self.press(tr("Klaar, volgende"), tr("Overslaan"), tr("Trekken"), tr("Cliënt"), tr("Klaar, volgende"))
        self.picture(tr("ronde"))

    def _second_round(self) -> None:
        self.press(tr("Ronde {n} met tegenwicht").format(n=2))
        for _ in NAMES:
            self.press(tr("Trekken"), tr("Klaar, volgende"))
        self.picture(tr("ronde-2"))

    def _close(self) -> None:
        self.press(tr("Afronden"))
        self.type(NAMES[0], tr("Eerst vragen wat iemand zelf wil, dan pas plannen."))
        self.press(tr("Bewaren: {name}").format(name=NAMES[0]))
        self.picture(tr("terugkijken"))
        self.press(tr("Hulp"))
        self.picture(tr("hulp"))
        self.press(tr("Klaar"), tr("Instellingen"))
        self.picture(tr("instellingen"))
        self.press(tr("Donker"))
        self.press(tr("Klaar"))
        self.picture(tr("donker"))
        self.press(tr("Instellingen"), tr("Hoog contrast"), tr("Klaar"))
        self.picture(tr("hoog-contrast"))
        self.press(tr("Instellingen"), tr("Licht"), tr("Klaar"), tr("Sessie sluiten"))

    def _around(self) -> None:
        self.press(tr("Eerdere sessies"))
        self.picture(tr("eerdere-sessies"))
        self.press(tr("Klaar"), tr("Kaarten bekijken"))
        self.picture(tr("kaarten"))
        self.press(tr("Klaar"), tr("Alleen spelen"), tr("Beginnen"), tr("Pak de kaart van de dag"))
        self.picture(tr("alleen"))
        self.press(tr("Stoppen"))
        self.picture(tr("start-verder"))
        play_modes(self)
