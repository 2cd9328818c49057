"""The copies of all sessions that there are, and putting one back. Shared by the screens that offer it."""

from collections.abc import Iterator, Sequence

from tegenwicht.i18n import called, several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell.commands import Open, PutBack, ShowCopies
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.frame import dialog
from tegenwicht.screens.shell.model import Backup
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

CHOSEN_COPY = Entry("copies:chosen")
MOST_NAMED = 3


def copies_button(v: View) -> Button:
    """Opens the list of copies."""
    return button(v, "copies", tr("Reservekopieën…"), ShowCopies(), glyph="history")


def copies_panels(v: View) -> Node | None:
    """The panel of copies that is open, if one is."""
    if v.model.panel is Panel.COPIES:
        return _list(v)
    if v.model.panel is Panel.PUT_BACK:
        chosen = v.model.form(CHOSEN_COPY, "")
        one = next((one for one in v.model.copies if one.name == chosen), None)
        return _asks(v, one) if one is not None else _list(v)
    return None


def _list(v: View) -> Node:
    explained = tr(
        "Elke dag dat er iets verandert, maakt Tegenwicht een kopie van al je sessies. De laatste zeven blijven. "
        "Je kunt er een terugzetten; wat er nu is, wordt dan eerst zelf een kopie."
    )
    parts: list[Box] = [widgets.text(v, explained, 26)]
    if not v.model.copies:
        parts.append(widgets.text(v, tr("Er zijn nog geen reservekopieën."), 26, "semibold"))
    parts += [_row(v, one) for one in v.model.copies]
    return dialog(v, "panel:copies", tr("Reservekopieën"), Column(parts, v.px(18)),
                  [close_button(v, tr("Sluiten"), primary=True)], 1060)  # fmt: skip


def _row(v: View, one: Backup) -> Box:
    line = " · ".join(_about(one))
    opens = Open(Panel.PUT_BACK, ((CHOSEN_COPY, one.name),))
    press = (
        button(v, f"copy:{one.name}", one.when, opens, glyph="history", enabled=one.readable)
        .filling()
        .heard(tr("Terugzetten: {when}").format(when=one.when), line)
    )
    return Column([press, widgets.muted(v, line, 22)], v.px(6))


def _about(one: Backup) -> Iterator[str]:
    """What is in it."""
    if not one.readable:
        yield tr("kan niet worden gelezen")
        return
    if one.before:
        yield tr("gemaakt vlak voor het terugzetten")
    yield several("{n} sessie", "{n} sessies", one.sessions)
    if one.latest:
        yield tr("de laatste: {latest}").format(latest=one.latest)
    if not one.more and not one.less:
        yield tr("gelijk aan nu")


def _asks(v: View, one: Backup) -> Node:
    """In words what comes and what goes; Enter leaves all as it is."""
    title = tr("Terugzetten naar {when}?").format(when=one.when)
    same = not one.more and not one.less
    lines = (
        [tr("De kopie is gelijk aan wat er nu is. Er valt niets terug te zetten.")] if same else [*_told(one)]
    )
    inside = Column([widgets.text(v, words) for words in lines], v.px(16))
    buttons = [
        button(v, "panel:close", tr("Terug"), Open(Panel.COPIES), primary=True),
        button(v, "copy:yes", tr("Zet terug"), PutBack(one.name), glyph="history", enabled=not same),
    ]
    return dialog(v, "panel:put back", title, inside, buttons, 1000)


def _told(one: Backup) -> Iterator[str]:
    yield several(
        "Dan is er weer {n} sessie, zoals toen.", "Dan zijn er weer {n} sessies, zoals toen.", one.sessions
    )
    if one.more:
        yield tr("Dit komt terug, of wordt langer: {names}.").format(names=_named(one.more))
    if one.less:
        yield tr("Dit verdwijnt, of wordt korter: {names}.").format(names=_named(one.less))
    yield tr(
        "Wat er nu is, wordt eerst een reservekopie met de tijd erbij. Die kun je ook weer terugzetten: er gaat "
        "niets verloren."
    )


def _named(titles: Sequence[str]) -> str:
    more = len(titles) - MOST_NAMED
    named = ", ".join(called(title) for title in titles[:MOST_NAMED])
    return named + (" " + tr("en nog {n}").format(n=more) if more > 0 else "")
