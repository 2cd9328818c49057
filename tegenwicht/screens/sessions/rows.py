"""One earlier session in the list: what it is called, what is done with it, and which clusters came up."""

from collections import Counter
from collections.abc import Sequence

from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.modes import MODES
from tegenwicht.game.tally import Counts
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, box, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import FirstThatFits
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Role
from tegenwicht.screens.parts.account.comparing import CHOOSING, CHOSEN, MOST_GROUPS
from tegenwicht.screens.parts.table.small_scale import Weighed, bare_scale
from tegenwicht.screens.sessions import panels
from tegenwicht.screens.sessions.marks import marks
from tegenwicht.screens.shell.commands import All, Open, Put, Resume
from tegenwicht.screens.shell.model import Kept
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

BALANCE = 236
"""Design pixels of the small scale of a session."""


def names_of(sessions: Sequence[Kept]) -> dict[str, str]:
    """What each is called, by its id: its title, with its date and then a number where that leaves doubt."""
    names = {one.id: one.title or one.when for one in sessions}
    names = _apart(names, {one.id: f"{one.title}, {one.when}" if one.title else one.when for one in sessions})
    seen: Counter[str] = Counter()
    numbered: dict[str, str] = {}
    for key, name in names.items():
        seen[name] += 1
        numbered[key] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return numbered


def _apart(short: dict[str, str], long: dict[str, str]) -> dict[str, str]:
    count = Counter(short.values())
    return {key: long[key] if count[name] > 1 else name for key, name in short.items()}


def row(v: View, one: Kept, name: str) -> Box:
    """Going on with it or looking back, *Meer* or choosing it, and below that what it was about.

    A date that tells it from another of that name is read with the name, and stands below it.
    """
    shape = tr("Bekijken: {name}") if one.finished else tr("Verder met {name}")
    shown = name.removesuffix(f", {one.when}")
    line = about_line(one, shown)
    glyph = "history" if one.finished else "play"
    label, able = shape.format(name=shown), not one.elsewhere
    press = button(v, f"session:{one.id}", label, Resume(one.id), glyph=glyph, enabled=able)
    press = press.filling().heard(shape.format(name=name), about_line(one, name))
    other = _choose(v, one, name) if v.model.form(CHOOSING, False) else _more(v, one, name)
    words = _about(v, line)
    told = Column([Row([press, other], v.px(12), stretch=True), words, marks(v, one)], v.px(10))
    balance = _balance(v, one, name)
    inside = told if balance is None else Row([balance, told], v.px(24))
    return widgets.panel(v, inside, f"session:{one.id}:card", pad=24)


def _about(v: View, line: str) -> Box:
    """The line as it fits: whole, without this year, in the smallest letters, or with its day on a line of its own."""

    def said(words: str, size: float = 22) -> Box:
        ink = v.theme.muted
        return widgets.text(v, words, size, "medium", ink, natural=True, key=f"text:{line}", label=line)

    short = _this_year(v, line)
    before, _, day = line.rpartition(" · ")
    apart = f"{before}\n{day}" if before else line
    return FirstThatFits(said(line), lambda: said(short), lambda: said(short, 20), lambda: said(apart))


def _this_year(v: View, line: str) -> str:
    """The line with a day of this year without its year."""
    return line.replace(f" {v.model.today[:4]}, ", ", ") if v.model.today else line


def _balance(v: View, one: Kept, name: str) -> Box | None:
    """What came up in it on a small scale, where there is room for that and anything to weigh."""
    if one.came_up is None or not any(one.came_up) or not v.pair or v.text > 1.1:
        return None
    half = len(one.came_up) // 2
    counts = Counts(tuple(one.came_up[:half]), tuple(one.came_up[half:]))
    return bare_scale(v, Weighed(f"scale:{one.id}", name, counts, CLUSTERS), v.px(BALANCE))


def about_line(one: Kept, name: str) -> str:
    """ "Afpellen · Stap 2 van 6 · 10 nov 2026, 14:05"; without the game or the date when its name says that."""
    if one.elsewhere:
        return tr("open in een ander venster")
    mode = screens_of(one.mode).about().name if one.mode in MODES else ""
    parts = ("" if mode == one.title else mode, one.line, "" if one.when in name else one.when)
    return " · ".join(filter(None, parts))


def _more(v: View, one: Kept, name: str) -> Button:
    opens = Open(Panel.MORE, ((panels.CHOSEN_ROW, one.id),))
    return button(v, f"more:{one.id}", tr("Meer"), opens).heard(tr("Meer: {name}").format(name=name))


def _choose(v: View, one: Kept, name: str) -> Button:
    chosen: tuple[str, ...] = v.model.form(CHOSEN, ())
    on = one.id in chosen
    glyph, able = box(on), on or len(chosen) < MOST_GROUPS
    return (
        button(v, f"choose:{one.id}", tr("Kies"), toggled(chosen, one.id), glyph=glyph, enabled=able)
        .chosen(on, Role.CHECK_BOX)
        .heard(tr("Kies: {name}").format(name=name))
    )


def toggled(chosen: tuple[str, ...], session: str) -> Command:
    """The command that chooses a session to compare, or no longer does."""
    if session in chosen:
        return Put(CHOSEN, tuple(one for one in chosen if one != session))
    return All((Put(CHOSEN, (*chosen, session)), Put(CHOOSING, True)))
