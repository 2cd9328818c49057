"""The hand: six cards to choose from, the card of the day among them."""

from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, shown_key, toolbar
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, columns
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import parts
from tegenwicht.screens.alone.words import about, of_the_day
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.session_parts import main_button, small_button, title_and_date
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

HEAD, NAME, TITLE, QUESTION, PAD = 66, 26, 36, 26, 22
LEAST, LEAST_STACKED = 380, 560
"""In design pixels; a card in the hand is at least so wide."""


def build(v: View, playing: Playing) -> Node:
    """The screen."""
    body = _wide if v.wide else _stacked
    return frame(
        v, about().name, lambda rect: body(v, playing, rect), title_and_date(playing),
        parts.bar_buttons(v, playing),
    )  # fmt: skip


def _wide(v: View, playing: Playing, rect: Rect) -> Nodes:
    inner = rect.inset(v.u(32 if v.roomy else 22), v.u(26))
    left, right = columns(inner, 0, v.t(parts.SIDE), gap=v.u(parts.GAP))
    buttons = toolbar(v, _buttons(v, playing))
    low = buttons.height(left.w)
    room = left._replace(h=left.h - low - v.u(parts.GAP))
    nodes = w.scroll(v, "alone:hand", _hand(v, playing, room.h), room)
    nodes += buttons.place(Rect(left.x, left.bottom - low, left.w, low))
    return nodes + w.scroll(v, "alone:side", parts.side(v, playing), right)


def _stacked(v: View, playing: Playing, rect: Rect) -> Nodes:
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(16), rect.w - 2 * margin, room.h - v.u(16))
        more: list[Box] = [toolbar(v, left)] if left else []
        boxes = [_hand(v, playing, 0), *more, parts.side(v, playing), w.NOTHING]
        return w.scroll(v, "alone:all", Column(boxes, v.u(parts.GAP)), inner)

    return footed(v, rect, _buttons(v, playing), body, margin)


def _buttons(v: View, playing: Playing) -> list[Button]:
    """The card of the day first; else the first card, another hand, or the end."""
    session: Session = playing.timeline.session
    hand, today = a.alone(session).hand, a.card_of_the_day(session)
    deal = small_button(v, playing, "deal", tr("Nieuwe hand"), a.DealAnew(),
                        description=tr("Zes andere kaarten; wat in je hand ligt, gaat onder op de stapel"))  # fmt: skip
    more = [deal, *parts.undo(v, playing)]
    if today in hand:
        return [main_button(v, tr("Pak de kaart van de dag"), Do(a.Choose(today))), *more]
    if hand:
        return [main_button(v, tr("Pak de eerste kaart"), Do(a.Choose(hand[0]))), *more]
    if a.DealAnew() in playing.legal:
        return [main_button(v, tr("Nieuwe hand"), Do(a.DealAnew())), *more[1:]]
    return [main_button(v, tr("Naar het einde"), Do(e.Finish(False))), *more[1:]]


def _hand(v: View, playing: Playing, high: int) -> Box:
    """The cards in two rows, together ``high`` pixels where that is more than they need."""
    session: Session = playing.timeline.session
    play = a.alone(session)
    if not play.hand:
        return _empty(v, bool(play.left))
    gap = v.u(20)
    across = 2 if len(play.hand) == 4 else 3
    rows = -(-len(play.hand) // across)
    least = (high - gap * (rows - 1)) // rows if high else 0
    shortcuts: list[keys.Key | None] = [*keys.MENTION, *[None] * len(play.hand)]
    tiles = [_Tile(v, playing, session.cards[n], key, min(least, v.t(430)))
             for n, key in zip(play.hand, shortcuts, strict=False)]  # fmt: skip
    return Grid(tiles, across, gap, v.t(LEAST if v.wide else LEAST_STACKED))


def _empty(v: View, more: bool) -> Box:
    words = tr("Neem een nieuwe hand, of rond af en kijk terug.") if more else tr(
        "Je hebt alle kaarten gehad. Rond af en kijk terug."
    )  # fmt: skip
    box = Column([w.heading(v, tr("Je hand is leeg"), 48), w.text(v, words, 32)], v.u(12))
    return w.panel(v, box, "alone:empty", pad=40)


class _Tile(Box):
    """A card in the hand: its cluster, its title, its question. Pressed, it comes on the table."""

    __slots__ = ("card", "day", "least", "node", "shortcut", "v")

    def __init__(self, v: View, playing: Playing, card: Card, shortcut: keys.Key | None, least: int) -> None:
        super().__init__()
        self.v, self.card, self.shortcut, self.least = v, card, shortcut, least
        self.day = of_the_day(playing.timeline.session, card.number)
        action = a.Choose(card.number)
        said = tr("Kaart van de dag") + ". " if self.day else ""
        self.node = Node(
            f"hand:{card.number}", Role.BUTTON, w.NOWHERE, card_name(card), description=said + card.question,
            action=Do(action), enabled=action in playing.legal,
            shortcuts=shortcut.names if shortcut else (),
        )  # fmt: skip

    def _lines(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(title, question) in lines, on a card ``width`` pixels wide."""
        v, room = self.v, max(1, width - 2 * self.v.u(PAD))
        return (
            v.type.lines(self.card.title, "bold", v.t(TITLE), room),
            v.type.lines(self.card.question, "regular", v.t(QUESTION), room),
        )

    def _head(self, width: int) -> int:
        """How high the head is: the day's card says so on a line of its own where it must."""
        v = self.v
        return v.t(HEAD) + (v.type.line_height(v.t(NAME)) if self.day else 0) if width else 0

    def measure(self, width: int) -> int:
        """All of its text, with room around it."""
        v, (title, question) = self.v, self._lines(width)
        text = v.type.line_height(v.t(TITLE)) * len(title) + v.type.line_height(v.t(QUESTION)) * len(question)
        return max(self.least, self._head(width) + text + v.u(12) + 2 * v.u(PAD))

    def place(self, rect: Rect) -> Nodes:
        """The head, the title and the question from the top."""
        v, colours, high = self.v, self.v.theme.clusters[self.card.family], self._head(rect.w)
        title, question = self._lines(rect.w)
        inner = rect.inset(v.u(PAD), v.u(PAD))
        first = Rect(inner.x, rect.y + high + v.u(PAD), inner.w, v.type.line_height(v.t(TITLE)) * len(title))
        second = Rect(inner.x, first.bottom + v.u(12), inner.w, inner.bottom - first.bottom)
        ops = (
            Fill(rect, v.theme.paper, v.u(20), max(2, v.u(3)), colours.line),
            Fill(rect._replace(h=high), colours.fill, v.u(20), top_only=True),
            *self._named(rect._replace(h=high)),
            *w.line_ops(v, first, title, "bold", v.t(TITLE), v.theme.ink),
            *w.line_ops(v, second, question, "regular", v.t(QUESTION), v.theme.ink),
        )
        return [self.node._replace(rect=rect, ops=ops)]

    def _named(self, head: Rect) -> list[object]:
        """In the head: the icon, the cluster, the key; and below it that it is the day's."""
        v, ink, mark = self.v, self.v.theme.clusters[self.card.family].on_fill, self.v.t(46)
        line = Rect(head.x + v.u(PAD), head.y + (v.t(HEAD) - mark) // 2, head.w - 2 * v.u(PAD), mark)
        ops: list[object] = [*disc_ops(v, self.card.family, line._replace(w=mark, h=mark), on_fill=True)]
        word = Rect(line.x + mark + v.u(14), line.y, 0, mark)
        ops.append(w.middle_line(v, word, cluster_name(self.card.family), "bold", v.t(NAME), ink, 0.0))
        hint = shown_key(v, self.shortcut)
        if hint:
            ops.append(w.middle_line(v, line, hint, "medium", v.t(NAME), ink, 1.0))
        if self.day:
            below = Rect(
                word.x, head.y + v.t(HEAD) - v.u(8), line.right - word.x, v.type.line_height(v.t(NAME))
            )
            ops.append(w.middle_line(v, below, tr("Kaart van de dag"), "semibold", v.t(NAME), ink, 0.0))
        return ops
