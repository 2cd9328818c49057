"""What can be done with the turn: the buttons under the card, and the clusters that were mentioned."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, shown_key, toolbar
from tegenwicht.kit.flow import FirstThatFits, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc_ops
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.session_parts import (
    SMALL_BUTTON,
    main_button,
    session_buttons,
    small_button,
    undo_boxes,
)
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, FocusOn, Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import panels

__all__ = ["mentions", "others", "primary", "table_buttons", "undo_boxes"]


def table_buttons(v: View) -> list[Button]:
    """*Afronden*, *Stoppen* (the session is kept), then help and settings."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    can_finish = e.Finish(False) in playing.legal and t.table(session).turn
    return session_buttons(v, panels.finish(session) if can_finish else None)


# -- the buttons


def primary(v: View, playing: Playing) -> Button:
    """What comes next: draw, done, or what to do when there are no cards."""
    session: Session = playing.timeline.session
    play, legal = t.table(session), playing.legal
    if play.turn and play.turn.cards:
        return main_button(v, tr("Klaar, volgende"), Do(t.FinishTurn()))
    if not play.left:
        able = t.Reshuffle() in legal
        return (
            main_button(v, tr("Opnieuw schudden"), Do(t.Reshuffle()))
            if able
            else main_button(v, tr("Afronden"), panels.finish(session))
        )
    if t.drawing_now(session) is Drawing.PILE:
        first = next(c for c in CLUSTERS if t.DrawFrom(c) in legal)
        return main_button(v, tr("Trekken"), FocusOn(f"pile:{first}"), tr("Kies een stapel"))
    return main_button(v, tr("Trekken"), Do(t.Draw()))


def others(v: View, playing: Playing) -> list[Button]:
    """Everything else that may be done with the turn."""
    card = t.card_on_table(playing.timeline.session)
    with_card = _with_card(v, playing) if card is not None else []
    without = _without_card(v, playing) if card is None else []
    hint = tr("Trek een kaart uit een cluster dat weinig langskwam")
    against = small_button(v, playing, "counterweight", tr("Tegenwicht"), t.DrawCounterweight(), keys.COUNTERWEIGHT,
                     description=hint)  # fmt: skip
    over = small_button(v, playing, "pass", tr("Overslaan"), t.Pass(), keys.PASS)
    return [*with_card, against, over, *without]


def _with_card(v: View, playing: Playing) -> list[Button]:
    session: Session = playing.timeline.session
    return [
        small_button(v, playing, "weigh", tr("Wegen"), t.Weigh, keys.WEIGH, panels.open_weigh(session)),
        small_button(v, playing, "note", tr("Notitie"), t.WriteNote, keys.NOTE, panels.open_note(session)),
        small_button(v, playing, "aside", tr("Opzij"), t.PutAside(), keys.ASIDE),
    ]


def _without_card(v: View, playing: Playing) -> list[Button]:
    number = Open("number", (("number", ""),))
    found = [small_button(v, playing, "number", tr("Kaartnummer"), t.BringUp, keys.NUMBER, number)]
    if t.table(playing.timeline.session).aside:
        back = Open("aside")
        found.append(button(v, "back", tr("Terughalen"), back, keys.TAKE_BACK, size=SMALL_BUTTON, pad=14))
    return found


# -- the clusters that were mentioned


def mentions(v: View, playing: Playing, undo: bool = True) -> Box:
    """A chip for each cluster, to mark that it came up; with ``undo`` beside the question."""
    label = tr("Ook genoemd in het gesprek?")
    head = w.seen(v, label, w.SMALL, "semibold", v.theme.muted, natural=True)
    top = w.ends(v, head, toolbar(v, undo_boxes(v, playing))) if undo else head
    chips = FirstThatFits(_chips(v, playing, True), lambda: _chips(v, playing, False))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("mentions", Role.GROUP, rect, label, children=tuple(nodes))

    return Column([top, Padded(chips, 0, 0, wrap)], v.u(8))


def _chips(v: View, playing: Playing, with_keys: bool) -> Box:
    chips = [
        _mention(v, playing, cluster, key, with_keys)
        for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True)
    ]
    return Wrap(chips, v.u(6 if with_keys else 3), v.u(8), even=True)


def _mention(v: View, playing: Playing, cluster: Cluster, shortcut: keys.Key, with_key: bool) -> Box:
    turn = t.table(playing.timeline.session).turn
    on = turn is not None and cluster in turn.mentions
    action: e.Action = t.TakeBackMention(cluster) if on else t.Mention(cluster)
    own = turn is not None and cluster in t.clusters_on_table(playing.timeline.session, turn)
    able = own or action in playing.legal  # pressed, it says that it counts with the card
    colours, label = v.theme.clusters[cluster], cluster_name(cluster)
    ink, faint = (colours.on_fill, colours.on_fill) if on else (v.theme.ink, v.theme.muted)
    ground, border = colours.fill if on else v.theme.paper, colours.line if able else v.theme.muted
    px, side, mark = v.t(20.5), v.u(6 if with_key else 4), v.t(31 if with_key else 28)
    hint = shown_key(v, shortcut) if with_key else ""
    label_w, hint_w = v.type.width(label, "semibold", px), v.type.width(hint, "regular", px)
    node = Node(f"mention:{cluster}", Role.TOGGLE, w.NOWHERE, label, action=Do(action), enabled=able,
                pressed=on, shortcuts=shortcut.names)  # fmt: skip

    def place(rect: Rect) -> Nodes:
        x = rect.x + side
        at = Rect(x, rect.y + (rect.h - mark) // 2, mark, mark)
        word = Rect(x + mark + side, rect.y, label_w, rect.h)
        ops: list[object] = [Fill(rect, ground, rect.h // 2, max(2, v.u(3)), border)]
        ops += disc_ops(v, cluster, at, on)
        ops.append(w.middle_line(v, word, label, "semibold", px, ink, 0.0))
        if hint:
            digit = Rect(word.right + side, rect.y, hint_w, rect.h)
            ops.append(w.middle_line(v, digit, hint, "regular", px, faint, 0.0))
        return [node._replace(rect=rect, ops=tuple(ops))]

    wide = side + mark + side + label_w + (side + hint_w if hint else 0) + v.u(13 if with_key else 10)
    return Leaf(max(v.u(50), mark + 2 * v.u(8)), place, wide)
