"""Step 2: who sits at the table, how much time there is, and under *Meer keuzes* all the rest."""

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import ground_of, is_large
from tegenwicht.screens.parts.wall import wall_frame
from tegenwicht.screens.setup import more, seats, times
from tegenwicht.screens.setup.choices import STEP, asks, has_plan, mode, ready, setup_of
from tegenwicht.screens.setup.games import tile_of
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Begin, Put
from tegenwicht.screens.shell.modes import Part
from tegenwicht.screens.shell.view import View

RIGHT, TOP, WIDE = 1128, 247, 696


def build(v: View) -> Node:
    """The table with its seats at the left, the time at the right; stacked on a small window."""
    deck = v.model.deck
    assert deck is not None
    typing = v.model.focus.startswith(("setup:name:", "setup:title")) or more.is_field(v.model.focus)
    top = wall_frame.Top(
        tr("Nieuwe sessie · {game}").format(game=tile_of(mode(v)).name), (tr("Spel"), tr("Tafel en tijd")), 2
    )
    acts = [_back(typing), _begin(v, deck, typing)]
    onward = times.chosen_key(v) if has_plan(v) else "begin"
    if not is_large(v):
        v = wall_frame.stacked_view(v)
        return wall_frame.stacked(v, top, _stacked(v, deck, onward), acts, seats.moves(v))
    g = ground_of(v)
    question = tr("Wie zit er aan tafel?")
    at = g.mid(96, 137, 0, 0)
    head = letters.line(g, (at.x, at.y), question, 60, "bold", v.theme.ink)
    nodes = [Node("setup:question", Role.HEADING, head.rect, question, level=2, ops=(head,))]
    nodes += seats.nodes(g, onward)
    at = g.mid(RIGHT, 212, 0, 0)
    second = _second(v)
    line = letters.line(g, (at.x, at.y), second, 42, "bold", v.theme.ink, 0.0, g.px(WIDE))
    nodes.append(Node("setup:second", Role.HEADING, line.rect, second, level=2, ops=(line,)))
    room = g.mid(RIGHT, TOP - 8, WIDE, 0)
    bottom = g.front(0, 998, 0, 0).y
    edge = g.px(12)
    room = Rect(room.x - edge, room.y, room.w + 2 * edge + w.groove_width(v), bottom - room.y)
    nodes += _in(v, room, Column(_right(v, deck), v.u(22)), edge)
    return wall_frame.large(v, top, nodes, acts, bindings=seats.moves(v))


def _in(v: View, room: Rect, box: Box, edge: int) -> list[Node]:
    """The column at the right, with room for the ring of the focus around what is in it."""
    from tegenwicht.kit.layout import Padded

    inside = room._replace(w=room.w - w.groove_width(v))
    padded = Padded(box, edge, v.u(10))
    fits = padded.height(inside.w) <= inside.h
    return w.scroll(v, "setup:right", padded, inside if fits else room)


def _second(v: View) -> str:
    if has_plan(v):
        return tr("Hoeveel tijd hebben jullie?")
    return tr("Waar gaat het over?") if asks(v, Part.SUBJECT) else tr("Hoe spelen jullie?")


def _right(v: View, deck: Deck) -> list[Box]:
    """The time, more choices, and what makes it safe."""
    boxes: list[Box] = []
    if has_plan(v):
        begin = Begin(setup_of(v, deck), deck)
        all_named = not any(seats.starts_here(v, n) for n in range(1, 13))
        boxes.append(times.box(v, begin, more.is_open(v), all_named))
    boxes += more.boxes(v, deck)
    return [*boxes, _safe(v, deck)]


def _stacked(v: View, deck: Deck, onward: str) -> Box:
    return Column([
        w.heading(v, tr("Wie zit er aan tafel?"), 44), *seats.stacked(v, onward),
        w.heading(v, _second(v), 40), *_right(v, deck),
    ], v.u(20))  # fmt: skip


def _back(typing: bool) -> wall_frame.Act:
    return wall_frame.back(Put(STEP, 1), typing)


def _begin(v: View, deck: Deck, typing: bool) -> wall_frame.Act:
    begin = Begin(setup_of(v, deck), deck)
    signed = v.model.focus in ("", "begin", times.chosen_key(v)) and not typing
    return wall_frame.Act(
        "begin", tr("Aan tafel"), begin, keys.PRIMARY, keys.PRIMARY.shown if signed else "", primary=True,
        enabled=ready(v, deck), first=not has_plan(v),
    )  # fmt: skip


def _safe(v: View, deck: Deck) -> Box:
    if not ready(v, deck):
        return w.text(v, tr("Kies minstens één cluster dat kaarten heeft."), 24, "semibold", key="setup:safe")
    words = tr(
        "Veilige ruimte. We praten over hóe we wegen, niet over wie gelijk heeft. Noem niets waaraan je een cliënt herkent."
    )
    return w.text(v, words, 24, "medium", key="setup:safe")
