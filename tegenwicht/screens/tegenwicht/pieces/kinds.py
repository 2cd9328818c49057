"""Cards of another kind than a factor: what stands on them beside their question, and the five places of an opdracht."""

from functools import lru_cache

from tegenwicht.game.cards import Card, Kind, Moment, moment_for
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Colour, Drawing, Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.cards import Face, Sizes
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.tegenwicht.now import Now

IN_ORDER = "o-vijf-op-volgorde"
"""How the id of the opdracht begins that has places for what is put in order; so many of them, and their form entry."""
PLACES, LAID = 5, Entry("places")
PLACE_X, PLACE_Y, PLACE_W, PLACE_H, APART = 66, 586, 190, 124, 218
CHECK = 34
"""How large the check is on a place where something lies."""
WHOLE = 1094
"""How wide the words on a card without a picture may be, in design pixels."""


def doing_together(card: Card) -> bool:
    """Whether everyone takes part at once, whoever drew it."""
    return card.kind in (Kind.STATEMENT, Kind.TASK)


def face(now: Now, card: Card, turned: bool = False, alone: bool = True) -> Face:
    """The side of a card that is up; one of another kind has its title in the band, and says what it asks.

    alone: whether it has the table for itself, so that there is room for all of it.
    """
    return face_of(card, moment_for(card, now.session.setup.moment) if alone else None, turned, alone)


def face_of(card: Card, moment: Moment | None = None, turned: bool = False, alone: bool = True) -> Face:
    """The same, of a card that may not be on the table. moment: of the klantreis, where the talk is about one."""
    plain = front(card, moment, turned)
    if card.cluster is not None:
        return plain
    picture = card.picture if card.kind is Kind.STATEMENT else ""
    return plain._replace(
        kind=card.title, title=about(card.kind), under=asks(card.kind) if alone else "", picture=picture
    )


def about(kind: Kind) -> str:
    """What a kind of card is, in the line above its question."""
    return {
        Kind.SITUATION: tr("Een moment, geen eigen cluster"),
        Kind.STATEMENT: tr("Tegelijk, nog zonder uitleg"),
        Kind.TASK: tr("Samen, nog zonder uitleg"),
    }.get(kind, "")


def asks(kind: Kind) -> str:
    """What a kind of card asks under its own words."""
    return {
        Kind.SITUATION: tr("Wat weegt hier?"),
        Kind.STATEMENT: tr("Klopt dit voor jou? Ga staan. Anders blijf je zitten."),
    }.get(kind, "")


def with_ask(card: Card) -> str:
    """The title of a card, and what its kind asks, for where that has no line of its own."""
    return f"{card.title}. {asks(card.kind)}" if card.cluster is None and asks(card.kind) else card.title


def sizes_of(card: Card, sizes: Sizes) -> Sizes:
    """The measures of a card that stands alone: those of a factor, or larger for a kind with less on it."""
    if card.cluster is not None:
        return sizes
    if card.kind is Kind.STATEMENT:
        return sizes._replace(title_y=186, question_y=286, high=300, under=44, under_gap=96)
    if card.kind is Kind.TASK:
        high = 230 if has_places(card) else 390
        return sizes._replace(
            title_y=186, question_y=302, text=WHOLE, questions=(92, 84, 76, 68, 60), high=high
        )
    return sizes._replace(
        title_y=186, question_y=310, text=WHOLE, questions=(104, 96, 88, 80, 72, 64), high=285
    )


def has_places(card: Card) -> bool:
    """Whether five things are put in order on it."""
    return card.kind is Kind.TASK and card.id.startswith(IN_ORDER)


def places(now: Now, card: Card, rect: Rect) -> list[Node]:
    """The five places, the lightest last; pressing one says how far the group is."""
    g = now.g
    return places_at(now, card, g, [
        Rect(rect.x + g.px(PLACE_X + n * APART), rect.y + g.px(PLACE_Y), g.px(PLACE_W), g.px(PLACE_H))
        for n in range(PLACES)
    ])  # fmt: skip


def places_at(now: Now, card: Card, g: Ground, rects: list[Rect]) -> list[Node]:
    """The same in these rectangles; lines and figures as large as on the ground ``g``."""
    if not has_places(card):
        return []
    whose, laid = now.v.model.form(LAID, (0, 0))
    laid = laid if whose == card.number else 0
    made = []
    for number, at in enumerate(rects, 1):
        on = number <= laid
        after = number - 1 if number == laid else number
        made.append(Node(
            f"place:{number}", Role.TOGGLE, at, tr("Plaats {n}").format(n=number), description=tr("Hier ligt een kaart"),
            action=Put(LAID, (card.number, after)), pressed=on, corner=g.px(16), ops=_place(g, at, number, on),
        ))  # fmt: skip
    return made


def _place(g: Ground, at: Rect, number: int, on: bool) -> tuple[Op, ...]:
    theme = g.v.theme
    word = letters.line(
        g, (at.x + at.w // 2, at.y + at.h // 2 + g.px(15)), str(number), 44, "bold", theme.ink, 0.5
    )
    if on:
        laid = Rect(at.right - g.px(CHECK + 12), at.y + g.px(12), g.px(CHECK), g.px(CHECK))
        return (
            Fill(at, theme.table.slip, g.px(16), g.px(4), theme.ink), word, Icon(laid, "check", theme.ink),
        )  # fmt: skip
    ground = theme.table.skirting if theme.table.rich else theme.table.card
    return (Drawing(at, (PLACE_W, PLACE_H), _dashed(ground, theme.ink)), word)


@lru_cache(4)
def _dashed(ground: Colour, line: Colour) -> str:
    return (
        f'<rect x="2" y="2" width="{PLACE_W - 4}" height="{PLACE_H - 4}" rx="16" fill="{web(ground)}"'
        f' stroke="{web(line)}" stroke-width="3.6" stroke-dasharray="11 8"/>'
    )


def sizes(card: Card) -> Sizes:
    """The measures of a card that stands alone on the table."""
    return sizes_of(card, cards.Sizes())
