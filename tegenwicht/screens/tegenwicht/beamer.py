"""The table for who only looks at it: the same card, scale and counters, larger tents, nothing to press."""

from dataclasses import replace

from tegenwicht.game import tegenwicht
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.parts import checkin
from tegenwicht.screens.parts.table import cards, letters, strip
from tegenwicht.screens.parts.table.counters import counter_ops
from tegenwicht.screens.parts.table.ground import ground_for_all, has_room
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.parts.table.tents import tent_ops, wide_rects
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import table, ten_stones
from tegenwicht.screens.tegenwicht.now import Now, now_of
from tegenwicht.screens.tegenwicht.pieces import above, kinds, laid, pair, seats
from tegenwicht.screens.tegenwicht.pieces.card import PAPER, card_node, ink_of
from tegenwicht.screens.tegenwicht.pieces.counting import counters, shown
from tegenwicht.screens.tegenwicht.pieces.pans import pans
from tegenwicht.screens.tegenwicht.round_end import round_done
from tegenwicht.screens.tegenwicht.round_end.round_now import done_of
from tegenwicht.screens.tegenwicht.weigh import weigh_scene
from tegenwicht.screens.tegenwicht.weigh.weighing import weighing_of
from tegenwicht.screens.tegenwicht.words import round_line

AWAY, FAR = 5, 8
"""From so many metres the counters say nothing of the piles; and only what is talked about now is shown."""
LINES_HIGH = 410
"""How far the last line of a question may then stand below its first, in design pixels."""


def on_beamer(v: View) -> Node | None:
    """The table; None while stones are laid, at the check-in and at the harvest."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if ten_stones.shown(v) or session.phase is not Phase.PLAYING or checkin.is_due(v):
        return None
    if not has_room(v):
        return _standing(v, session)
    if tegenwicht.table(session).turn is None:
        return _with_place(_without_buttons(round_done.at_large(v), done_of(v)))
    now = now_of(v)
    weighing = weighing_of(now)
    if weighing is not None:
        return _with_place(_without_buttons(weigh_scene.at_large(now, weighing), now))
    two = len(now.cards) > 1 and now.enlarged is None
    metres = v.model.settings.distance
    nodes = [*above.corners(now), *above.top_line(now)]
    if two:
        nodes += pair.pair(now)
    else:
        nodes += [*_middle(now), *counters(now), *pans(now)]
        nodes += [] if metres >= FAR and now.cards else [*laid.aside(now), *laid.discussed(now)]
    nodes = [_counter(now, one, metres >= AWAY) for one in nodes]
    nodes += [*_tents(now), *above.clock(now)]
    return _with_place(frame.scene(v, round_line(session), room(now.g), nodes, None))


def _standing(v: View, session: Session) -> Node:
    """On a screen that is higher than wide: as on a small window, below each other, so as wide as it is."""
    during = tegenwicht.table(session).turn is not None
    scene, now = (table.build(v), now_of(v)) if during else (round_done.build(v), done_of(v))
    return _with_place(_without_buttons(scene, now._replace(g=ground_for_all(v))))


def _with_place(scene: Node) -> Node:
    """Where the session is stays: elsewhere that is its title, which is for who leads."""
    placed = (one._replace(key="where") if one.key == "bar:title" else one for one in scene.children)
    return scene._replace(children=tuple(placed))


def _without_buttons(scene: Node, now: Now) -> Node:
    """A scene of the table with larger tents and without what stands on the rim and in the corner."""
    seen = ("hand:", "pile:", "aside", "discussed")
    kept = [
        one for one in scene.children
        if (one.role is not Role.BUTTON or one.key.startswith(seen)) and one.key not in ("order", "next")
    ]  # fmt: skip
    away = now.v.model.settings.distance >= AWAY and has_room(
        now.v
    )  # small counters have no pile to leave out
    return scene._replace(bindings=(), children=(*(_counter(now, one, away) for one in kept), *_tents(now)))


def _counter(now: Now, node: Node, away: bool) -> Node:
    """Of a counter: from afar without the pile; one that lies face down has no name, and stays as it is."""
    kind, _, name = node.key.partition(":")
    if kind != "counter" or not away or not node.label:
        return node
    cluster = next(one for one in now.clusters if one.value == name)
    return node._replace(ops=counter_ops(now.g, node.rect, shown(now, cluster, "")._replace(left=None)))


def _middle(now: Now) -> list[Node]:
    if not now.cards:
        return table.middle(now)
    on_table = now.enlarged or now.cards[-1]
    if now.v.model.settings.distance >= FAR:
        on_table = replace(on_table, picture="")  # from afar the words have the whole card
    node = card_node(now, on_table, cards.card_rect(now.g), "card", _sizes(now))
    return [node, *_asked(now)]


def _sizes(now: Now) -> cards.Sizes:
    """From afar the question may be larger, where it fits."""
    if (up := now.enlarged or now.cards[-1]).cluster is None:
        return kinds.sizes(up)
    if now.v.model.settings.distance < AWAY:
        return cards.Sizes()
    smaller = tuple(size / min(1.2, now.v.text) for size in cards.SIZES)
    if now.v.model.settings.distance < FAR:
        return cards.Sizes(questions=(*cards.SIZES, *smaller), high=LINES_HIGH)
    sizes = (*(size / min(1.2, now.v.text) for size in (104, 96, 88)), *smaller)
    return cards.Sizes(questions=sizes, question_y=290, high=LINES_HIGH)


def _asked(now: Now) -> list[Node]:
    """The doorvraag that is out, or a thought that was laid on the table."""
    card = now.enlarged or now.cards[-1]
    at, ink = strip.strip_rect(now.g), ink_of(now, card)
    paper = Node("slip:paper", Role.GROUP, at, layer=PAPER, ops=strip.strip_ops(now.g, ink))
    out, _ = now.slips(card)
    if out:
        words = card.deeper[out - 1]
        label = tr("Doorvraag {n}: {words}").format(n=out, words=words)
        return [
            paper,
            Node("slip", Role.TEXT, at, label, ops=strip.asked_ops(now.g, ink, out, words, (), "")),
        ]
    laid_down = [one.text for one in now.session.parked if one.on_table]
    if not laid_down:
        return []
    head = letters.line(
        now.g, (at.x + now.g.px(34), at.y + now.g.px(30)), tr("Geparkeerd"), 22, "semibold", now.v.theme.ink
    )
    ops = (head, *strip.question_ops(now.g, laid_down[-1]))
    return [
        paper,
        Node("thought", Role.TEXT, at, tr("Geparkeerd: {words}").format(words=laid_down[-1]), ops=ops),
    ]


def _tents(now: Now) -> list[Node]:
    people = seats.persons(now)
    if not people:
        return []
    whole, made = wide_rects(now.g, people), []
    for person, rect, one in zip(people, whole, now.session.present, strict=True):
        value = tr("aan de beurt") if person.on_turn else tr("geweest") if person.had else ""
        made.append(
            Node(
                f"tent:{one.id}", Role.LIST_ITEM, rect, person.name, value, ops=tent_ops(now.g, rect, person)
            )
        )
    label = tr("Deelnemers, {n}").format(n=len(people))
    around = whole[0].around(whole[-1])
    higher = around._replace(y=around.y - now.g.px(4), h=around.h + now.g.px(4))
    return [Node("order", Role.LIST, higher, label, children=tuple(made))]
