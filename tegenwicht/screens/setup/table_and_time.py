"""Step 2: who sits at the table, how much time there is, and under *Meer keuzes* all the rest."""

from tegenwicht.game.cards import Deck
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import column, large, stacked
from tegenwicht.screens.parts.small_views import no_smaller
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import ground_of, is_large
from tegenwicht.screens.parts.top_steps import Steps
from tegenwicht.screens.setup import more, seats, times
from tegenwicht.screens.setup.around import setup_around
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
    place = tr("Nieuwe sessie · {game}").format(game=tile_of(mode(v)).name)
    around = setup_around(
        place, Steps((tr("Spel"), tr("Tafel en tijd")), 2), _begin(v, deck, typing), Put(STEP, 1), typing=typing,
        bindings=seats.moves(v), calm=has_plan(v),
    )  # fmt: skip
    onward = times.chosen_key(v) if has_plan(v) else "begin"
    if not is_large(v):
        v = no_smaller(v)
        return stacked(v, around, column(v, "setup:all", [_stacked(v, deck, onward)]))
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
    return large(g, around, nodes)


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


def _begin(v: View, deck: Deck, typing: bool) -> Act:
    begin = Begin(setup_of(v, deck), deck) if ready(v, deck) else None
    signed = v.model.focus in ("", "begin", times.chosen_key(v)) and not typing
    return Act("begin", tr("Aan tafel"), begin, keys.PRIMARY, primary=True, sign=signed)


def _safe(v: View, deck: Deck) -> Box:
    if not ready(v, deck):
        return w.text(v, tr("Kies minstens één cluster dat kaarten heeft."), 24, "semibold", key="setup:safe")
    words = tr(
        "Veilige ruimte. We praten over hóe we wegen, niet over wie gelijk heeft. Noem niets waaraan je een cliënt herkent."
    )
    return w.text(v, words, 24, "medium", key="setup:safe")
