"""The sign on a card that a note was written with it. Pressed it opens the note; by keys that is N, so Tab passes it."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.cards import colours_of
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import kinds


def note_of(now: Now, card: Card) -> str:
    """What was written with a card on the table, for who can write there; nothing while one writes."""
    turn = now.turn
    if now.v.model.bare or now.writing or not turn.cards or turn.cards[-1].card != card.number:
        return ""
    return turn.cards[-1].note


def sign(now: Now, card: Card, x: int, middle: int, px: int) -> list[Node]:
    """Its pencil and its word from ``x`` on, in letters of ``px`` pixels around that height; nothing without a note."""
    note = note_of(now, card)
    if not note or kinds.has_places(card):  # where five places lie there is no room
        return []
    v, word = now.v, tr("Notitie")
    ink = colours_of(now.g, front(card)).edge if v.theme.name == "light" else v.theme.ink
    icon = Rect(x, middle - px // 2, px, px)
    start = icon.right + px // 3
    words = widgets.middle_line(v, Rect(start, middle - px, 0, 2 * px), word, "semibold", px, ink, 0.0)
    at = Rect(x - px // 3, middle - px, words.rect.right + px // 3 - x + px // 3, 2 * px)
    return [Node(
        "card:note", Role.BUTTON, at, word, description=note, action=Open(Panel.NOTE, ((entries.NOTE, note),)),
        untabbed=True, corner=px // 2, ops=(Icon(icon, "note", ink), words),
    )]  # fmt: skip
