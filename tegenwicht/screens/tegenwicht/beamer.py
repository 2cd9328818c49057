"""The table for who only looks at it: the same card, scale and counters, larger tents, nothing to press."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.state import Phase
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.parts.table import cards, letters, strip
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.parts.table.tents import tent_ops, wide_rects
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import above, around, laid, pair, seats
from tegenwicht.screens.tegenwicht.card import PAPER, card_node, ink_of
from tegenwicht.screens.tegenwicht.counting import counters
from tegenwicht.screens.tegenwicht.now import Now, now_of
from tegenwicht.screens.tegenwicht.pans import pans
from tegenwicht.screens.tegenwicht.words import round_line

FAR = 8
"""From so many metres only what is talked about now is shown."""


def on_beamer(v: View) -> Node | None:
    """The table while somebody has a turn; None at other moments."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if around.shown(v) or session.phase is not Phase.PLAYING or t.table(session).turn is None:
        return None
    now = now_of(v)
    two = len(now.cards) > 1 and now.enlarged is None
    nodes = [*above.corners(now), *above.top_line(now)]
    if two:
        nodes += pair.pair(now)
    else:
        nodes += [*_middle(now), *counters(now), *pans(now)]
        nodes += (
            [] if v.model.settings.distance >= FAR and now.cards else [*laid.aside(now), *laid.discussed(now)]
        )
    nodes += [*_tents(now), above.clock(now)]
    return frame.scene(v, round_line(session), room(now.g), nodes, None)


def _middle(now: Now) -> list[Node]:
    if not now.cards:
        from tegenwicht.screens.tegenwicht.table import middle

        return middle(now)
    on_table = now.enlarged or now.cards[-1]
    node = card_node(now, on_table, cards.card_rect(now.g), "card", cards.Sizes())
    return [node, *_asked(now)]


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
    return [Node("order", Role.LIST, whole[0].around(whole[-1]), label, children=tuple(made))]
