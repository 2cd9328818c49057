"""The card on the table: its face, and turned round its other side with a note of its own."""

from dataclasses import replace

from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, shown_key, toolbar
from tegenwicht.kit.flow import FirstThatFits, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, columns
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import parts
from tegenwicht.screens.alone.words import about
from tegenwicht.screens.parts.clusters import card_box, card_height, disc, disc_ops
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.session_parts import (
    SMALL_BUTTON,
    main_button,
    saving,
    small_button,
    title_and_date,
)
from tegenwicht.screens.parts.writing import no_client_data
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View


def build(v: View, playing: Playing) -> Node:
    """The screen, with a panel over it when one is open."""
    body = _wide if v.wide else _stacked
    return frame(
        v, about().name, lambda rect: body(v, playing, rect), title_and_date(playing),
        parts.bar_buttons(v, playing), parts.dialog(v, playing),
    )  # fmt: skip


def _wide(v: View, playing: Playing, rect: Rect) -> Nodes:
    inner = rect.inset(v.u(32 if v.roomy else 22), v.u(26 if v.roomy else 20))
    left, right = columns(inner, 0, v.t(parts.SIDE), gap=v.u(parts.GAP))
    below = Column([toolbar(v, _buttons(v, playing)), _mentions(v, playing)], v.u(18))
    low = below.height(left.w)
    card = left._replace(h=left.h - low - v.u(parts.GAP))
    nodes = _card(v, playing, card)
    nodes += below.place(Rect(left.x, left.bottom - low, left.w, low))
    return nodes + w.scroll(v, "alone:side", parts.side(v, playing), right)


def _stacked(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The card first; what comes next in the foot."""
    margin = margin_of(v)

    def body(room: Rect, left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(16), rect.w - 2 * margin, room.h - v.u(16))
        more: list[Box] = [toolbar(v, left)] if left else []
        card = Leaf(lambda width: _least(v, playing, width), lambda at: _card(v, playing, at))
        boxes = [card, *more, _mentions(v, playing), parts.side(v, playing), w.NOTHING]
        return w.scroll(v, "alone:all", Column(boxes, v.u(parts.GAP)), inner)

    return footed(v, rect, _buttons(v, playing), body, margin)


def _buttons(v: View, playing: Playing) -> list[Button]:
    session: Session = playing.timeline.session
    play = a.alone(session)
    assert play.on_table is not None
    kept = parts.unsaved(v, session)
    weigh = small_button(v, playing, "weigh", tr("Wegen"), a.Weigh(1 + play.on_table.weight % 4), keys.WEIGH,
                         Open("weigh"))  # fmt: skip
    if play.turned:
        down = main_button(v, tr("Klaar, leg neer"), saving(kept, Do(a.LayDown())),
                           enabled=a.LayDown() in playing.legal)  # fmt: skip
        face = button(v, "face", tr("Voorkant"), saving(kept, Do(a.TurnCard(False))), keys.COUNTERWEIGHT,
                      enabled=a.TurnCard(False) in playing.legal, size=SMALL_BUTTON, pad=14)  # fmt: skip
        return [down, face, weigh, *parts.undo(v, playing)]
    turn = main_button(v, tr("Draai het om"), Do(a.TurnCard(True)), tr("De vraag van de andere kant"))
    note = small_button(
        v, playing, "note", tr("Notitie"), a.WriteNote, keys.NOTE, parts.open_note(play.on_table)
    )
    back = small_button(v, playing, "back", tr("Terug in de hand"), a.PutBack(), keys.ASIDE)
    return [turn, weigh, note, back, *parts.undo(v, playing)]


# -- the card


def _now(playing: Playing) -> Card:
    session: Session = playing.timeline.session
    one = a.alone(session).on_table
    assert one is not None
    card: Card = session.cards[one.card]
    return card


def _card(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The card filling ``rect``: its face or its other side."""
    session: Session = playing.timeline.session
    card = _now(playing)
    if not a.alone(session).turned:
        return card_box(v, _face(card), parts.corner(session, card.number), rect)
    return _other_side(v, playing, card, rect)


def _face(card: Card) -> Card:
    """The card as it lies at first: the question from the other side is on its back."""
    return replace(card, other_side="")


def _least(v: View, playing: Playing, width: int) -> int:
    """How high it must be to show everything without scrolling."""
    session: Session = playing.timeline.session
    card = _now(playing)
    if not a.alone(session).turned:
        return card_height(v, _face(card), parts.corner(session, card.number), width)
    return (
        _head(v, card).height(width) + _inside(v, playing, card).height(width - 2 * v.u(PAD)) + 2 * v.u(PAD)
    )


PAD, COUNTER = 40, 54


def _other_side(v: View, playing: Playing, card: Card, rect: Rect) -> Nodes:
    """The counterweight's question large, and below it the note."""
    head, inside = _head(v, card), _inside(v, playing, card)
    high = head.height(rect.w)
    room = Rect(rect.x, rect.y + high, rect.w, rect.h - high).inset(v.u(PAD))
    nodes = head.place(rect._replace(h=high)) + w.scroll(v, f"alone:other:{card.number}", inside, room)
    shadow = v.u(20) if v.theme.shadow else 0
    colours = v.theme.clusters[card.family]
    sheet = Fill(rect, v.theme.paper, v.u(26), max(v.u(4), w.outline(v)), colours.line, shadow)
    name = tr("Kaart {number}, {cluster}, omgedraaid").format(
        number=card.number, cluster=cluster_name(card.family)
    )
    return [Node("card", Role.GROUP, rect, name, ops=(sheet,), children=tuple(nodes))]


def _head(v: View, card: Card) -> Box:
    colours = v.theme.clusters[card.family]
    name = w.text(v, tr("Draai het om"), 34, "bold", colours.on_fill, natural=True)
    small = w.text(v, f"{card.title} · {tr('Kaart {n}').format(n=card.number)}", 25, "medium", colours.on_fill,
                   natural=True)  # fmt: skip
    left = Row([disc(v, card.family, 60, on_fill=True), name], v.u(16))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ground = Fill(rect, colours.fill, v.u(26), w.outline(v), v.theme.edge, top_only=True)
        return Node(f"head:{card.number}", Role.GROUP, rect, ops=(ground,), children=tuple(nodes))

    return Padded(w.ends(v, left, small), v.u(30), v.u(14), wrap)


def _inside(v: View, playing: Playing, card: Card) -> Box:
    session: Session = playing.timeline.session
    one = a.alone(session).on_table
    assert one is not None
    lay = saving(parts.unsaved(v, session), Do(a.LayDown()))
    note = field(v, "other:note", tr("Wat verandert er als je zo kijkt?"), parts.other_form(card.number),
                 a.LONGEST_NOTE, 2 if v.low else 5, action=lay, otherwise=one.other_note)  # fmt: skip
    question = w.text(
        v, card.other_side, COUNTER, "bold", role=Role.HEADING, level=2, key="card:counterweight"
    )
    return Column([question, note, w.muted(v, no_client_data(), 22)], v.u(22))


# -- the clusters that came up


def _mentions(v: View, playing: Playing) -> Box:
    """A chip for each cluster, to mark that it came up in one's thinking."""
    label = tr("Wat kwam er nog meer bij je op?")
    head = w.seen(v, label, w.SMALL, "semibold", v.theme.muted)
    chips = FirstThatFits(_chips(v, playing, True), lambda: _chips(v, playing, False))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("mentions", Role.GROUP, rect, label, children=tuple(nodes))

    return Column([head, Padded(chips, 0, 0, wrap)], v.u(8))


def _chips(v: View, playing: Playing, with_keys: bool) -> Box:
    chips = [
        _mention(v, playing, cluster, key, with_keys)
        for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True)
    ]
    return Wrap(chips, v.u(6 if with_keys else 3), v.u(8), even=True)


def _mention(v: View, playing: Playing, cluster: Cluster, shortcut: keys.Key, with_key: bool) -> Box:
    one = a.alone(playing.timeline.session).on_table
    on = one is not None and cluster in one.mentions
    action: e.Action = a.TakeBackMention(cluster) if on else a.Mention(cluster)
    colours, label = v.theme.clusters[cluster], cluster_name(cluster)
    ink, faint = (colours.on_fill, colours.on_fill) if on else (v.theme.ink, v.theme.muted)
    ground = colours.fill if on else v.theme.paper
    px, side, mark = v.t(21), v.u(6), v.t(31)
    hint = shown_key(v, shortcut) if with_key else ""
    label_w, hint_w = v.type.width(label, "semibold", px), v.type.width(hint, "regular", px)
    node = Node(f"mention:{cluster}", Role.TOGGLE, w.NOWHERE, label, action=Do(action),
                enabled=action in playing.legal, pressed=on, shortcuts=shortcut.names)  # fmt: skip

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x + side, rect.y + (rect.h - mark) // 2, mark, mark)
        word = Rect(at.right + side, rect.y, label_w, rect.h)
        ops: list[object] = [Fill(rect, ground, rect.h // 2, max(2, v.u(3)), colours.line)]
        ops += disc_ops(v, cluster, at, on)
        ops.append(w.middle_line(v, word, label, "semibold", px, ink, 0.0))
        if hint:
            digit = Rect(word.right + side, rect.y, hint_w, rect.h)
            ops.append(w.middle_line(v, digit, hint, "regular", px, faint, 0.0))
        return [node._replace(rect=rect, ops=tuple(ops))]

    wide = side + mark + side + label_w + (side + hint_w if hint else 0) + v.u(13)
    return Leaf(max(v.u(50), mark + 2 * v.u(8)), place, wide)
