"""The two screens of Kaarten: the table full of cards, and the card that was opened."""

from collections.abc import Sequence

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row, space, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.browse.filters import filters
from tegenwicht.screens.browse.finding import (
    OPEN,
    Wanted,
    everything,
    hand_of,
    in_or_out,
    opened,
    shown,
    wanted,
)
from tegenwicht.screens.browse.hand import hand_row, onward
from tegenwicht.screens.browse.paper import paper_button, paper_panel
from tegenwicht.screens.browse.tiles import Hand, table
from tegenwicht.screens.parts.clusters import card_box, card_height, published_name, rank_words
from tegenwicht.screens.parts.empty import empty
from tegenwicht.screens.parts.favourites import is_favourite, sign, turn
from tegenwicht.screens.parts.names import source_name
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, FocusOn, Go, Put
from tegenwicht.screens.shell.frame import PAGE, asked, back_buttons, footed, frame, margin_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

CARD, GAP = 1240, 22


def build(v: View) -> Node:
    """The cards, or the one that is open."""
    v = page_view(v)
    deck = v.model.deck
    if deck is None:
        return frame(v, tr("Kaarten"), lambda _rect: [])
    cards = shown(deck.cards, wanted(v.model))
    held = hand_of(v.model)
    hand = Hand(deck, held, tuple(card.number for card in held))
    number = v.model.form(OPEN, 0)
    now = next((card for card in cards if card.number == number), None) if number else None
    words = tr("Kaartset: {title}").format(title=deck.title)
    if now is None:
        dialog = paper_panel(v, hand.cards) if v.model.panel is Panel.PAPER else None
        return frame(v, tr("Kaarten"), lambda rect: _all(v, cards, hand, rect), words, dialog=dialog)
    place = tr("{n} van {m}").format(n=cards.index(now) + 1, m=len(cards))
    words = f"{words} · {place}"
    return frame(v, tr("Kaarten"), lambda rect: _one(v, cards, now, hand, rect), words)


# -- all cards


def _all(v: View, cards: Sequence[Card], hand: Hand, rect: Rect) -> Nodes:
    """The cards; the hand below them stays where it is, where there is room for that."""
    margin = margin_of(v)
    width = min(rect.w - 2 * margin, v.text_px(PAGE))
    side = (rect.w - width) // 2
    parts = _parts(v, cards, hand, width - widgets.groove_width(v))
    row, buttons = hand_row(v, hand), [*onward(v, hand.cards), paper_button(v), _own_decks(v)]
    if not v.wide and (cards or hand.cards):
        parts.insert(1, row)

    def body(room: Rect, left: list[Button]) -> Nodes:
        more = [toolbar(v, left)] if left else []
        inner = Rect(rect.x + side, room.y + v.px(16), width, room.h - v.px(16))
        return widgets.scroll(v, "browse:page", Column([*parts, *more, space(v.px(4))], v.px(GAP)), inner)

    if v.wide and hand.cards:
        first, on = back_buttons(v), list(reversed(onward(v, hand.cards)))
        fits = width_of([*first, *on], v.px(14)) + v.px(14) <= rect.w - 2 * v.px(32)
        line = Row([*first, space(), *on], v.px(14)) if fits else Wrap([*first, *on], v.px(14))
        held = widgets.ends(v, row, Wrap([paper_button(v), _own_decks(v)], v.px(14)))
        room, foot = _foot(v, rect, Column([held, line], v.px(12)))
        return [*body(room, []), foot]
    return footed(v, rect, buttons, body, row if v.wide else None, back_buttons(v))


def _own_decks(v: View) -> Button:
    return button(v, "browse:own", tr("Eigen kaarten"), Go(Scene.DECKS), glyph="note")


def _foot(v: View, rect: Rect, box: Box) -> tuple[Rect, Node]:
    """The room that is left above a rim that holds the box, and the rim."""
    side = v.px(32)
    gap, width = v.px(14), rect.w - 2 * side
    high = box.height(width) + 2 * gap
    foot = Rect(rect.x, rect.bottom - high, rect.w, high)
    inside = box.place(Rect(rect.x + side, foot.y + gap, width, high - 2 * gap))
    m = v.theme.table
    ops = (Fill(foot, m.rim), Fill(foot._replace(h=max(1, v.px(4))), m.rim_light))
    return rect._replace(h=rect.h - high), Node("foot", Role.GROUP, foot, ops=ops, children=tuple(inside))


def _parts(v: View, cards: Sequence[Card], hand: Hand, width: int) -> list[Box]:
    what = wanted(v.model)
    above = Column([_asked(v), filters(v, hand.deck, what, cards, width)], v.px(14))
    if not cards and not what.all:
        return [above, _none(v, what)]
    return [above, table(v, cards, hand, what.all, width)]


def _none(v: View, what: Wanted) -> Box:
    """What was sought is not there; the way back to all cards is below it."""
    again = button(v, "browse:all of them", tr("Alle kaarten tonen"), everything(), glyph="cards")
    if what.favourites is not None and not what.favourites:
        told = tr("Open een kaart en kies Favoriet: dan staat hij hier.")
        return empty(v, "browse:none", "favourite", tr("Je hebt geen favorieten meer."), told, again)
    told = tr("Probeer een ander woord of nummer.")
    return empty(v, "browse:none", "search", tr("Geen kaart gevonden."), told, again)


def _asked(v: View) -> Box:
    return asked(v, tr("Welke kaart zoek je?"))


# -- one card


def _one(v: View, cards: Sequence[Card], now: Card, hand: Hand, rect: Rect) -> Nodes:
    """One card large; the arrows page on."""
    buttons = _around(v, cards, now, hand)
    width = min(rect.w - 2 * margin_of(v), v.text_px(CARD))
    side = (rect.w - width) // 2
    corner = rank_words(now) or source_name(now.source)
    told: list[Box] = [
        widgets.text(v, words, 26) for words in (now.explanation, published_name(now)) if words
    ]
    about = Column(told, v.px(6))

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + side, room.y + v.px(20), width, room.h - v.px(40))
        least = card_height(v, now, corner, width)
        free = inner.h - (about.height(width) + v.px(14) if told else 0)
        high = max(least, min(free, round(least * 1.3)) if not v.wide else free)
        card = Leaf(high, lambda r: card_box(v, now, corner, r))
        above = space(max(0, free - high) // 2 if not left else 0)
        more = [toolbar(v, left)] if left else []
        return widgets.scroll(
            v, "browse:one", Column([above, Column([card, about], v.px(14)) if told else card, *more]), inner
        )

    whole = All((Put(OPEN, 0), FocusOn(f"browse:{now.number}")))
    back = button(v, "browse:all", tr("Alle kaarten"), whole, keys.BACK, glyph="back").sized(24, 18)
    return footed(v, rect, buttons, body, back=[back])


def _around(v: View, cards: Sequence[Card], now: Card, hand: Hand) -> list[Button]:
    """On, back, in or out of the hand, and a favourite or not."""
    at = cards.index(now)
    before, after = cards[at - 1], cards[(at + 1) % len(cards)]
    on = hand.has(now)
    put = in_or_out(hand.deck, hand.numbers, now)
    liked = is_favourite(v.model, hand.deck, now)
    return [
        button(v, "browse:after", tr("Volgende"), opened(after), keys.PRIMARY, primary=True, first=True),
        button(v, "browse:before", tr("Vorige"), opened(before)),
        button(v, "browse:put", tr("Uit de hand") if on else tr("In de hand"), put,
               glyph="check" if on else "plus", enabled=on or not hand.full),
        button(v, "browse:favourite", tr("Favoriet"), turn(v.model, hand.deck, now), keys.FAVOURITE,
               glyph=sign(liked)).chosen(liked),
    ]  # fmt: skip
