"""The panels that ask before something goes for good, and closing without keeping. Shared by the screens."""

from collections.abc import Sequence

from tegenwicht.i18n import called, several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.panels.reporting import SAVED
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, EraseEverything, EraseOld, EraseSession, Open, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

MOST_LISTED = 100
SURE = Entry("erase:sure")
"""The form entry that says which erasing was pressed once."""


def erase_panel(v: View, session: str, name: str) -> Node:
    """Asks whether all of one session may go. Enter keeps it."""
    title = tr("Deze sessie wissen?")
    lines = [
        tr(
            "“{name}” gaat weg: namen, notities, gewichten en wat jullie meenamen, ook uit de reservekopieën."
        ).format(name=name)
        if name
        else tr(
            "De sessie gaat weg: namen, notities, gewichten en wat jullie meenamen, ook uit de reservekopieën."
        ),
        tr("Dat is voorgoed. Verslagen en bestanden die je zelf bewaarde, blijven staan."),
    ]  # fmt: skip
    return _asking(v, "panel:erase", title, lines, EraseSession(session))


def erase_all_panel(v: View) -> Node:
    """Asks whether every session may go. Enter keeps them."""
    lines = [
        tr("Weg gaan: alle sessies met alles wat daarin is opgeschreven, de reservekopieën, en de namen en de "
           "titel van de vorige keer."),
        tr("Dat is voorgoed. Kaartsets en instellingen blijven, en verslagen en bestanden die je zelf bewaarde ook."),
    ]  # fmt: skip
    return _asking(v, "panel:erase", tr("Alle sessies wissen?"), lines, EraseEverything())


def old_panel(v: View) -> Node:
    """Which sessions go because of how long they are kept, before any of them does. Enter keeps them."""
    old, sure = v.model.old, v.model.form(SURE, "") == Panel.OLD_SESSIONS
    names = [
        widgets.text(v, f"{called(one.title)} · {one.when}", 24, "semibold") for one in old[:MOST_LISTED]
    ]
    more = len(old) - len(names)
    rest = [widgets.muted(v, tr("en nog {n}").format(n=more))] if more > 0 else []
    last = tr(
        "Dat is voorgoed. Wat later te oud wordt, gaat daarna vanzelf; op het beginscherm lees je dat dan."
    )
    inside = Column([
        widgets.text(v, tr("Met deze sessies is {long} niets meer gedaan. Ze gaan weg, ook uit de reservekopieën.").format(
            long=tr("langer dan {months}").format(months=months_word(v.model.settings.months_kept)))),
        *names, *rest,
        widgets.text(v, last),
    ], v.px(12))  # fmt: skip
    word = tr("Druk nog een keer om te wissen") if sure else tr("Wissen, en voortaan vanzelf")
    away = button(
        v,
        "old:yes",
        word,
        All((Put(SURE, ""), EraseOld())) if sure else Put(SURE, Panel.OLD_SESSIONS),
        glyph="trash",
    )
    back = close_button(v, tr("Terug"), primary=True)
    title = several("{n} oude sessie wissen?", "{n} oude sessies wissen?", len(old))
    return frame.dialog(v, "panel:old", title, inside, [back, away], 1060)


def months_word(months: int) -> str:
    """ "3 maanden", "1 jaar"."""
    if months % 12:
        return tr("{n} maanden").format(n=months)
    return tr("{n} jaar").format(n=months // 12)


def _asking(v: View, key: str, title: str, lines: Sequence[str], command: Command) -> Node:
    """Back has the focus; what erases is to be pressed twice."""
    sure = v.model.form(SURE, "") == key
    inside = Column([widgets.text(v, words) for words in lines], v.px(16))
    back = close_button(v, tr("Terug"), primary=True)
    word = tr("Druk nog een keer om te wissen") if sure else tr("Wissen")
    away = button(
        v, "erase:yes", word, All((Put(SURE, ""), command)) if sure else Put(SURE, key), glyph="trash"
    )
    return frame.dialog(v, key, title, inside, [back, away], 1000)


def _twice(v: View, word: str, command: Command) -> tuple[str, Command]:
    """The word and the command of what is to be pressed twice."""
    if v.model.form(SURE, "") == Panel.CLOSE_WITHOUT_KEEPING:
        return tr("Druk nog een keer om te wissen"), All((Put(SURE, ""), command))
    return word, Put(SURE, Panel.CLOSE_WITHOUT_KEEPING)


def without_keeping_panel(v: View, session: str, shut: Command) -> Node:
    """For who chose not to keep notes: closing throws the session away, after a report if that is wanted.

    shut: the command that closes the session and keeps it all the same.
    """
    parts: list[Box] = [
        widgets.text(v, tr("In de instellingen staat dat notities niet worden bewaard. De sessie gaat dus weg: namen, "
                     "notities, gewichten en de oogst, ook uit de reservekopieën. Dat is voorgoed.")),
        widgets.muted(v, tr("Wil je iets houden? Maak dan eerst een verslag.")),
    ]  # fmt: skip
    buttons = [
        close_button(v, tr("Terug"), primary=True),
        button(v, "without:report", tr("Eerst een verslag"), Open(Panel.REPORT, ((SAVED, ""),)), glyph="note"),
        button(v, "without:keep", tr("Toch bewaren"), shut),
        button(v, "without:close", *_twice(v, tr("Sluiten zonder te bewaren"), EraseSession(session)), glyph="trash"),
    ]  # fmt: skip
    return frame.dialog(v, "panel:without", tr("Sessie sluiten"), Column(parts, v.px(16)), buttons, 1100)
