"""The picture of a card: which it has, and a grid to choose another from, searched by Dutch words."""

from collections.abc import Sequence

from tegenwicht.game.deck_editing import CardDraft, DeckDraft
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, labelled, toolbar
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import GROW, Box, Column, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op, Picture
from tegenwicht.kit.rect import Rect
from tegenwicht.plain.pictures import Picture as Drawing
from tegenwicht.plain.pictures import found, pictures
from tegenwicht.screens.parts.clusters import picture_box
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, ChangeDeck, FocusOn, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Editing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

SOUGHT = Entry("desk:pictures:sought")
MOST_SHOWN = 98
"""Pictures at a time; whoever wants another types a word."""
TILE, DRAWN, NAME, COLUMNS = 158, 68, 20, 7


def chosen(v: View, card: CardDraft) -> Box:
    """In the form: the picture that the card has, and what leads to another."""
    had = pictures().get(card.picture)
    label = tr("Ander plaatje") if had else tr("Kies een plaatje")
    begin = Open(Panel.PICTURES, ((SOUGHT, ""),))
    said = tr("Nu: {name}").format(name=had.called) if had else tr("Nu: geen")
    choose = button(v, "desk:picture", label, begin, glyph="search").sized(24, 16).heard(description=said)
    buttons: list[Button] = [choose]
    if card.picture:
        away = ChangeDeck("picture", card.key, "")
        buttons.append(button(v, "desk:picture:none", tr("Geen plaatje"), away, glyph="close").sized(24, 16))
    words = widgets.text(
        v, had.called.capitalize() if had else tr("Nog geen plaatje"), 24, colour=v.theme.muted
    )
    beside = Column([words, toolbar(v, buttons)], v.px(8))
    box = Row([picture_box(v, card.picture, card.family, 104), beside], v.px(18)) if had else beside
    return labelled(v, "desk:pictures", tr("Plaatje (mag leeg)"), box)


def panel(v: View, desk: Editing, card: CardDraft) -> Node:
    """The grid over the desk: words to look for, how many there are, and the pictures."""
    hits = found(str(v.model.form(SOUGHT, "")))
    shown = hits[:MOST_SHOWN]
    first = choosing(card, shown[0].name) if shown else None
    sought = field(v, SOUGHT, tr("Zoek een woord: koffie, trein, brug"), SOUGHT, 40, action=first, first=True)
    told = widgets.text(
        v, _count(len(hits), len(shown)), 24, colour=v.theme.muted, key="desk:pictures:count", live=True
    )
    used = _used(desk.history.now, card)
    tiles = [_Tile(v, card, one, used.get(one.name, "")) for one in shown]
    grid = Grid(tiles, COLUMNS, v.px(10), v.text_px(TILE))
    back = button(v, "desk:pictures:back", tr("Terug"), Shut(), keys.BACK)
    return frame.dialog(
        v, "panel:pictures", tr("Kies een plaatje"), Column([sought, told, grid], v.px(16)), [back], 1300
    )


def choosing(card: CardDraft, name: str) -> All:
    """What choosing does: the card has the picture, the grid goes, and the focus is where it was."""
    return All((ChangeDeck("picture", card.key, name), Shut(), FocusOn("desk:picture")))


def _count(hits: int, shown: int) -> str:
    if not hits:
        return tr("Geen plaatje gevonden. Probeer een ander woord.")
    if shown < hits:
        return tr("{shown} van {hits} plaatjes. Typ een woord om te zoeken.").format(shown=shown, hits=hits)
    return several("{n} plaatje. Enter kiest het eerste.", "{n} plaatjes. Enter kiest het eerste.", hits)


def _used(draft: DeckDraft, card: CardDraft) -> dict[str, str]:
    """The numbers of other cards by the picture they have: no two alike is nicer."""
    return {one.picture: one.number for one in draft.cards if one.picture and one.key != card.key}


class _Tile(Box):
    """A picture to press, its name below it, and the number of another card that has it."""

    __slots__ = ("_card", "_drawing", "_number", "_v")

    def __init__(self, v: View, card: CardDraft, drawing: Drawing, number: str) -> None:
        super().__init__(GROW)
        self._v, self._card, self._drawing, self._number = v, card, drawing, number

    def measure(self, width: int) -> int:
        """The picture and the lines of its name."""
        return (
            self._v.text_px(DRAWN)
            + self._v.px(28)
            + len(self._name(width)) * self._v.type.line_height(self._v.text_px(NAME))
        )

    def _name(self, width: int) -> Sequence[str]:
        lines: Sequence[str] = self._v.type.lines(
            self._drawing.called, "regular", self._v.text_px(NAME), width - self._v.px(12)
        )
        return lines

    def place(self, rect: Rect) -> Nodes:
        """One button: what it is called is what a screen reader says."""
        v, side = self._v, self._v.text_px(DRAWN)
        on = self._card.picture == self._drawing.name
        colour = v.theme.clusters[self._card.family].line
        edge = v.theme.ink if on else v.theme.edge
        ops: list[Op] = [
            Fill(rect, v.theme.paper, v.px(12), v.px(4 if on else 2), edge),
            Picture(
                Rect(rect.x + (rect.w - side) // 2, rect.y + v.px(12), side, side), self._drawing.name, colour
            ),
        ]
        lines = self._name(rect.w)
        step = v.type.line_height(v.text_px(NAME))
        for number, words in enumerate(lines):
            line = Rect(rect.x, rect.y + v.px(18) + side + number * step, rect.w, step)
            ops.append(widgets.middle_line(v, line, words, "regular", v.text_px(NAME), v.theme.ink, 0.5))
        if self._number:
            corner = Rect(rect.x, rect.y + v.px(6), rect.w - v.px(10), step)
            ops.append(
                widgets.middle_line(v, corner, self._number, "semibold", v.text_px(NAME), v.theme.muted, 1.0)
            )
        said = tr("Staat al op kaart {number}").format(number=self._number) if self._number else ""
        key = f"desk:pictures:{self._drawing.name}"
        return [
            Node(key, Role.TOGGLE, rect, self._drawing.called, description=said, pressed=on, ops=tuple(ops),
                 action=choosing(self._card, self._drawing.name))
        ]  # fmt: skip
