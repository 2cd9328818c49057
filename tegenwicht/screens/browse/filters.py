"""Above the cards: words to look for, which deck, which clusters, and where the factor comes from."""

from collections.abc import Sequence

from tegenwicht.game.cards import CLUSTERS, Card, Cluster, Deck, Source
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, plain_look, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, space, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.browse.finding import (
    CHOSEN,
    KIND,
    LIKED,
    SOUGHT,
    WHOLE,
    Wanted,
    everything,
    opened,
)
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.favourites import favourites
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell import entries
from tegenwicht.screens.shell.commands import All, OpenDeck, Put
from tegenwicht.screens.shell.view import View

CHIP, ICON, SIDE, BETWEEN, SEARCH = 22, 36, 9, 10, 320


def filters(v: View, deck: Deck, what: Wanted, cards: Sequence[Card], width: int) -> Box:
    """What is asked for. cards: those that are shown now. width: what there is at the least, in pixels."""
    first = cards[0] if cards and what.words.strip() else None
    open_first = opened(first) if first else None
    sought = field(v, SOUGHT, tr("Zoek een woord of nummer"), SOUGHT, 60, action=open_first)
    chips, last = _clusters(v, what), _last(v, deck, what, cards, width)
    if v.wide and chips.natural + v.px(24) + v.text_px(SEARCH) <= width:
        return Column([Row([sought, chips], v.px(24), 1.0), last], v.px(14))
    return Column([sought, chips, last], v.px(14))


def count(shown: int, of: int) -> str:
    """ "12 van 48 kaarten"."""
    if shown == of:
        return several("{n} kaart", "{n} kaarten", of)
    return tr("{n} van {cards}").format(n=shown, cards=several("{n} kaart", "{n} kaarten", of))


def _last(v: View, deck: Deck, what: Wanted, cards: Sequence[Card], width: int) -> Box:
    """Where the factors come from, how many cards that leaves, and which deck.

    What comes and goes while one types has its place kept, so that the cards stay where they are.
    """
    of = len(deck.cards)
    number = widgets.text(
        v, count(len(cards), of), widgets.BODY, "semibold", natural=True, key="browse:count", live=True
    )
    most = v.type.width(count(of, of + 1), "semibold", v.text_px(widgets.BODY)) + v.px(20)
    again = button(v, "browse:everything", tr("Alles tonen"), everything(), glyph="close").sized(CHIP, 14)
    kinds: list[Box] = [*_favourites(v, deck, what), *_kinds(v, deck, what)]
    back: Box = space(natural=again.natural) if what.all else again
    decks = _decks(v)
    one = [*kinds, *decks, back]
    if width_of(one, v.px(BETWEEN)) + most <= width:
        return widgets.ends(v, Wrap(one, v.px(BETWEEN)), number)
    upper = widgets.ends(v, Wrap([*kinds, *([] if what.all else [again])], v.px(BETWEEN)), number)
    return Column([upper, *decks], v.px(BETWEEN))


def _decks(v: View) -> list[Box]:
    """Another deck, where there is one. What was chosen to play with belongs to this one."""
    if len(v.model.decks) < 2:
        return []
    label = tr("Kaartset")
    options: list[Box] = [
        widgets.seen(v, f"{label}:", widgets.SMALL, "semibold", v.theme.muted, natural=True)
    ]
    for number, (path, title) in enumerate(v.model.decks):
        on = v.model.plays_with(path, title)
        other = All((Put(entries.SETUP_HAND, ()), Put(WHOLE, ()), OpenDeck(path)))
        options.append(_toggle(v, f"browse:deck:{number}", title, other, on, Role.RADIO))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("browse:decks", Role.RADIO_GROUP, rect, label, children=tuple(nodes))

    return [Padded(Wrap(options, v.px(BETWEEN)), 0, 0, wrap)]


def _favourites(v: View, deck: Deck, what: Wanted) -> list[Button]:
    """Only the favourites, once there are some."""
    on = what.favourites is not None
    if not on and not favourites(v.model, deck):
        return []
    return [_toggle(v, "browse:favourites", tr("Favorieten"), Put(LIKED, not on), on)]


def _kinds(v: View, deck: Deck, what: Wanted) -> list[Button]:
    """Where the factors come from, as far as this deck differs in that."""
    names = {
        Source.TABLE: tr("Met plaats uit het onderzoek"),
        Source.ARTICLE: tr("Uit het artikel"),
        Source.PRACTICE: tr("Uit de praktijk"),
    }
    there = {card.source for card in deck.cards}
    return [
        _toggle(v, f"browse:kind:{kind}", name, Put(KIND, "" if what.kind is kind else kind.value), what.kind is kind)
        for kind, name in names.items()
        if kind in there and len(there) > 1
    ]  # fmt: skip


def _toggle(v: View, key: str, label: str, action: Command, on: bool, role: Role = Role.TOGGLE) -> Button:
    look = primary_look(v) if on else plain_look(v)
    return (
        button(v, key, label, action, glyph="check" if on else "")
        .sized(CHIP, 14)
        .painted(look)
        .chosen(on, role)
    )


def _clusters(v: View, what: Wanted) -> Box:
    """The six clusters, to see only those that are chosen."""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("browse:clusters", Role.GROUP, rect, tr("Alleen deze clusters"), children=tuple(nodes))

    return Padded(Wrap([_cluster(v, one, what) for one in CLUSTERS], v.px(BETWEEN)), 0, 0, wrap)


def _cluster(v: View, cluster: Cluster, what: Wanted) -> Box:
    """A chip in the colour of the cluster, with its icon and word."""
    on = cluster in what.clusters
    chosen = tuple(one for one in CLUSTERS if (one in what.clusters) != (one is cluster))
    colours, name = v.theme.clusters[cluster], cluster_name(cluster)
    ground, ink = (colours.fill, colours.on_fill) if on else (v.theme.paper, v.theme.ink)
    px, mark, side = v.text_px(CHIP), v.text_px(ICON), v.px(SIDE)
    node = Node(
        f"browse:only:{cluster}", Role.TOGGLE, widgets.NOWHERE, name, pressed=on, action=Put(CHOSEN, chosen)
    )
    wide = v.type.width(name, "semibold", px)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + side, rect.y + (rect.h - mark) // 2, mark, mark)
        word = Rect(at.right + side, rect.y, wide, rect.h)
        ops = (
            Fill(rect, ground, rect.h // 2, max(2, v.px(3)), colours.line),
            *disc_ops(v, cluster, at, on),
            widgets.middle_line(v, word, name, "semibold", px, ink, 0.0),
        )
        return [node._replace(rect=rect, ops=ops)]

    return Leaf(mark + 2 * side, place, side + mark + side + wide + v.px(18))
