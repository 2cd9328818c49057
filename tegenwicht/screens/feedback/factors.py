"""At the last question: two lists, what I weigh and what I do not, of clusters and of cards."""

from tegenwicht.game import feedback
from tegenwicht.game.cards import CLUSTERS, Cluster, Family
from tegenwicht.game.events import Action
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, shown_key
from tegenwicht.kit.flow import FirstThatFits, Wrap
from tegenwicht.kit.layout import Box, Column, Even, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback.words import side_name
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.panels.picking import open_pick, pick_panel
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

PANELS = {Panel.WEIGHED: feedback.Side.WEIGHED, Panel.LEFT_OUT: feedback.Side.LEFT_OUT}


def lists(v: View, playing: Playing, beside: bool = False) -> Box:
    """Both lists, side by side where that fits, or with less air where ``beside`` says that there is room."""
    one, other = (_list(v, playing, side, beside) for side in feedback.Side)
    return Even([one, other], v.px(24)) if v.wide or beside else Column([one, other], v.px(16))


def dialog(v: View, playing: Playing) -> Node | None:
    """The panel to choose a card for one of the lists."""
    side = PANELS.get(v.model.panel)
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    if side is None or play.answering is None or play.at != feedback.FACTORS:
        return None
    cards = [session.cards[n] for n in session.order if feedback.PlaceCard(n, side) in playing.legal]

    def lay(number: int) -> Action:
        return feedback.PlaceCard(number, side)

    return pick_panel(v, f"{side_name(side)}: {tr('kies een kaart')}", cards, lay)


def _list(v: View, playing: Playing, side: feedback.Side, low: bool) -> Box:
    session: Session = playing.timeline.session
    walk = feedback.feedback(session).answering
    assert walk is not None
    name = side_name(side)
    chips = FirstThatFits(_chips(v, playing, side, True, low), lambda: _chips(v, playing, side, False, low))
    cards: list[Box] = [_card(v, playing, number, side) for number in walk.cards_in(side)]
    add = _add(v, playing, side, low)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"list:{side}", Role.GROUP, rect, name, children=tuple(nodes))

    head = widgets.seen(v, name, 28, "bold", natural=True)
    return Padded(Column([widgets.ends(v, head, add), chips, *cards], v.px(6 if low else 10)), 0, 0, wrap)


def _add(v: View, playing: Playing, side: feedback.Side, low: bool) -> Button:
    """The way to a card for this list."""
    session: Session = playing.timeline.session
    able = next(
        (feedback.PlaceCard(n, side) for n in session.order if feedback.PlaceCard(n, side) in playing.legal),
        None,
    )
    shortcut = keys.NUMBER if side is feedback.Side.WEIGHED else None
    pick = open_pick(Panel(side.value))
    return (
        button(
            v, f"list:add:{side}", tr("Kaart erbij"), pick, shortcut, glyph="plus", enabled=able is not None
        )
        .sized(22, 7 if low else 12)
        .heard(f"{tr('Kaart erbij')}: {side_name(side)}")
    )


def _card(v: View, playing: Playing, number: int, side: feedback.Side) -> Box:
    """A card in a list; pressed, it leaves it."""
    session: Session = playing.timeline.session
    card = session.cards[number]
    take = feedback.TakeCard(number)
    out = (
        button(v, f"list:take:{number}", tr("Eruit"), Do(take), enabled=take in playing.legal, glyph="close")
        .sized(24, 14)
        .heard(tr("Eruit: {title}").format(title=card.title), side_name(side))
    )
    title = widgets.text(v, f"{number}. {card.title}", 26, "medium")
    return Row([_disc(v, card.family), title, out], v.px(12))


def _disc(v: View, cluster: Family) -> Box:
    px = v.text_px(36)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [Node(f"list:disc:{rect.x}:{rect.y}", Role.GROUP, at, ops=disc_ops(v, cluster, at))]

    return Leaf(px, place, px)


# -- the clusters


def _chips(v: View, playing: Playing, side: feedback.Side, with_keys: bool, low: bool) -> Box:
    chips = [
        _chip(v, playing, side, cluster, key, with_keys, low)
        for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True)
    ]
    return Wrap(chips, v.px(6), v.px(5 if low else 8))


def _chip(
    v: View,
    playing: Playing,
    side: feedback.Side,
    cluster: Cluster,
    shortcut: keys.Key,
    with_key: bool,
    low: bool,
) -> Box:
    """A cluster, in this list or not; keys 1 to 6 are for the first list."""
    walk = feedback.feedback(playing.timeline.session).answering
    assert walk is not None
    on = cluster in walk.clusters_in(side)
    action: Action = feedback.TakeCluster(cluster) if on else feedback.PlaceCluster(cluster, side)
    colours, label = v.theme.clusters[cluster], cluster_name(cluster)
    keyed = side is feedback.Side.WEIGHED
    node = Node(f"list:{side}:{cluster}", Role.TOGGLE, widgets.NOWHERE, f"{side_name(side)}: {label}", action=Do(action),
                enabled=action in playing.legal, pressed=on, shortcuts=shortcut.names if keyed else ())  # fmt: skip
    hint = shown_key(v, shortcut) if keyed and with_key else ""
    ink, faint = (colours.on_fill, colours.on_fill) if on else (v.theme.ink, v.theme.muted)
    px, side_px, mark = v.text_px(21), v.px(6), v.text_px(30)
    label_w, hint_w = v.type.width(label, "semibold", px), v.type.width(hint, "regular", px)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + side_px, rect.y + (rect.h - mark) // 2, mark, mark)
        word = Rect(at.right + side_px, rect.y, label_w, rect.h)
        ground = colours.fill if on else v.theme.paper
        ops: list[Op] = [Fill(rect, ground, rect.h // 2, max(2, v.px(3)), colours.line)]
        ops += disc_ops(v, cluster, at, on)
        ops.append(widgets.middle_line(v, word, label, "semibold", px, ink, 0.0))
        if hint:
            digit = Rect(word.right + side_px, rect.y, hint_w, rect.h)
            ops.append(widgets.middle_line(v, digit, hint, "regular", px, faint, 0.0))
        return [node._replace(rect=rect, ops=tuple(ops))]

    wide = side_px + mark + side_px + label_w + (side_px + hint_w if hint else 0) + v.px(13)
    return Leaf(max(v.px(38 if low else 46), mark + 2 * v.px(4 if low else 7)), place, wide)
