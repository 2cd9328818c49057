"""The screen of one layer of a path: its rings, its question, the trays, and the question that is spoken."""

from collections.abc import Sequence
from typing import NamedTuple

from tegenwicht.game import path as game_path
from tegenwicht.game.path import ACROSS, Path, PathStep
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Padded
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Drawing, Fill, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import sign_of
from tegenwicht.screens.parts.fields import field, worry_sentence
from tegenwicht.screens.parts.panels.picking import open_pick
from tegenwicht.screens.parts.panels.writing import no_client_data, no_client_data_short
from tegenwicht.screens.parts.peel import slips
from tegenwicht.screens.parts.peel.path_screens import laid_button, rail, title_of
from tegenwicht.screens.parts.peel.path_words import question, step_line, step_name
from tegenwicht.screens.parts.peel.rings import rings
from tegenwicht.screens.parts.peel.spots import Spots, spots_of
from tegenwicht.screens.parts.peel.trays import WRITES, folded, folded_box, tray, tray_box
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.parts.table.scale import web
from tegenwicht.screens.parts.wall import game_wall as wall
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.paper import sheet, sheet_ops
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import Do, Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

BACK_KEY, RIGHT_KEY, LEFT_KEY = "shift+return", "ctrl+right", "ctrl+left"


class Layer(NamedTuple):
    """What the screen is made of. aside: what a mode has beside it, such as who tells and the time; where
    everything has its own place ``corner`` has it instead. dialog: the panel that is open.
    """

    v: View
    playing: Playing
    path: Path
    dialog: Node | None = None
    finish: Command | None = None
    title: str = ""
    line: str = ""
    aside: Sequence[Box] = ()
    corner: Sequence[Node] = ()
    more: tuple[Act, ...] = ()

    @property
    def at(self) -> PathStep:
        """The open layer."""
        assert self.path.at is not None
        return self.path.at

    @property
    def writing(self) -> bool:
        """Whether a slip is being written."""
        return bool(self.v.model.panel is Panel.SLIP)

    @property
    def session(self) -> Session:
        """What is played."""
        session: Session = self.playing.timeline.session
        return session


def layer(one: Layer) -> Node:
    """The whole window."""
    at = game_path.STEPS.index(one.at)
    back = None if one.writing or not at else Do(game_path.GoToStep(game_path.STEPS[at - 1]))
    whole = Act("path:whole", tr("Het hele pad"), Do(game_path.ViewPath()), None, "next")
    around = Wall(
        one.v, one.playing, one.title or title_of(one.path), _acts(one), back,
        one.line or tr("Geen klok. Het gaat zo langzaam als het gaat."), one.dialog, one.finish,
        (whole, *one.more), _bindings(one), ("slip:field",),
    )  # fmt: skip
    if around.has_places:
        return wall.scene(around, lambda _room, _left: _placed(one, around.g))
    return wall.scene(around, lambda room, left: _stacked(one, room, left))


def _acts(one: Layer) -> tuple[Act, ...]:
    if one.writing:
        from tegenwicht.screens.shell.modes import shutting

        return (
            Act("slip:close", tr("Terug"), shutting(one.v), keys.BACK),
            Act("slip:keep", tr("Leg neer"), slips.keep(one.v, one.path), keys.PRIMARY, primary=True),
        )
    at = game_path.STEPS.index(one.at)
    lay = open_pick() if game_path.LayCard in one.playing.legal else None
    card = Act("lay", tr("Schuif een kaart in deze laag"), lay, keys.NUMBER)
    if at + 1 < len(game_path.STEPS):
        following = game_path.STEPS[at + 1]
        word = tr("Pel verder: {step}").format(step=step_name(following))
        return (card, wall.main_act(word, Do(game_path.GoToStep(following))))
    return (card, wall.main_act(tr("Bekijk het hele pad"), Do(game_path.ViewPath())))


def _bindings(one: Layer) -> tuple[tuple[str, Command], ...]:
    """Back with Shift Enter; the slip with the focus to the other side."""
    if one.v.model.panel:
        return ()
    at = game_path.STEPS.index(one.at)
    pairs: list[tuple[str, Command]] = (
        [(BACK_KEY, Do(game_path.GoToStep(game_path.STEPS[at - 1])))] if at else []
    )
    slip = slips.focused(one.v, one.path)
    move = slips.across(one.path, slip) if slip is not None else None
    if slip is not None and move is not None:
        pairs.append((RIGHT_KEY if slip.step is PathStep.NOTICING else LEFT_KEY, move))
    return tuple(pairs)


def trays_of(at: PathStep) -> tuple[PathStep, ...]:
    """Which trays lie open at a layer."""
    return (PathStep.NOTICING, PathStep.INTERPRETING) if at in ACROSS else (at,)


def is_after(at: PathStep) -> bool:
    """Whether both trays are behind, folded."""
    return game_path.STEPS.index(at) > game_path.STEPS.index(PathStep.INTERPRETING)


# -- everything in its own place


def _placed(one: Layer, g: Ground) -> Nodes:
    v, at, spots = one.v, one.at, spots_of(g, one.writing)
    go: dict[PathStep, Command | None] = {
        step: None if step is at or one.writing else Do(game_path.GoToStep(step)) for step in game_path.STEPS
    }
    nodes = [*one.corner, *rings(spots.round, one.session, one.path, go)]
    nodes += _asked(one, g, spots)
    top, bottom = spots.trays
    if is_after(at):
        nodes += folded(v, one.path, spots.folded)
        top += spots.folded.h / g.scale + 16
    shown = trays_of(at)
    wide = spots.wide if len(shown) == 1 else (spots.wide - spots.gap) / 2
    for number, step in enumerate(shown):
        rect = g.place(spots.x + number * (wide + spots.gap), top, wide, bottom - top)
        nodes += tray(v, one.path, step, rect, step is at, True, g.near)
    if len(shown) > 1:
        side, middle = (50, (top + bottom) / 2) if g.near else (62, 455 + g.lower)
        nodes.append(_unequal(g, g.place(spots.x + (spots.wide - side) / 2, middle - side / 2, side, side)))
    nodes.append(_spoken(g, spots, question(at, 1)))
    return nodes + (_field(one, g, spots) if one.writing else _below(one, g, spots))


def _asked(one: Layer, g: Ground, spots: Spots) -> Nodes:
    """Which layer it is, and its question, as large as it fits."""
    at, q = one.at, spots.question
    x, ink, m = g.px(spots.x), one.v.theme.ink, one.v.theme.table
    number = tr("Laag {n} · {name}").format(n=game_path.STEPS.index(at) + 1, name=step_name(at))
    room = g.px(spots.wide)
    head = letters.line(g, (x, g.px(spots.head[0])), number, spots.head[1], "semibold", m.faint, 0.0, room)
    words = question(at, 0)
    nodes = [Node("path:layer", Role.TEXT, head.rect, f"{number}. {step_line(at)}", ops=(head,))]
    size = next((n for n in q.sizes if letters.width(g, words, n, "bold") <= room), 0.0)
    lines = (words,) if size else balanced(g, words, "bold", letters.size(g, q.split), room)
    base = q.base[0 if len(lines) == 1 else 1]
    ops = tuple(
        letters.line(
            g,
            (x, g.px(base + n * q.step * min(1.1, one.v.spacing))),
            line,
            size or q.split,
            "bold",
            ink,
            0.0,
            room,
        )
        for n, line in enumerate(lines)
    )
    rect = ops[0].rect.around(ops[-1].rect)
    return [*nodes, Node("path:question:0", Role.HEADING, rect, words, level=2, ops=ops)]


def _unequal(g: Ground, at: Rect) -> Node:
    """What was seen is not what was made of it."""
    theme, m = g.v.theme, g.v.theme.table
    inside = at.inset(round(at.h * 0.24))
    lines = "M3.5 8.6 H20.5 M3.5 15.4 H20.5 M17.4 3.4 L6.6 20.6"
    drawn = (
        f'<path d="{lines}" fill="none" stroke="{web(theme.ink)}" stroke-width="2.4" stroke-linecap="round"/>'
    )
    sign = Drawing(inside, (24, 24), drawn)
    ops = (Fill(at, m.wall, at.w // 2, g.px(3.4), theme.ink), sign)
    return Node("path:unequal", Role.GROUP, at, ops=ops)


def _spoken(g: Ground, spots: Spots, words: str) -> Node:
    """The second question in a bar, to be said aloud."""
    theme, at = g.v.theme, spots.spoken
    side = 30 if g.near else 44
    room, (size, least) = at.w - 2 * g.px(side), spots.spoken_sizes
    while size > least and len(g.v.type.lines(words, "bold", letters.size(g, size), room)) > 2:
        size -= 2
    lines = balanced(g, words, "bold", letters.size(g, size), room)
    step = letters.size(g, size * 1.19)
    first = at.y + (at.h - step * len(lines)) // 2 + letters.size(g, size * 0.92) - g.px(3)
    ops: list[Op] = [*sheet_ops(g.v, at)]
    ops.append(Fill(Rect(at.x, at.y, g.px(14), at.h - g.v.px(6)), theme.strong, g.px(7)))
    ops += [
        letters.line(g, (at.x + g.px(side), first + n * step), line, size, "bold", theme.ink, 0.0, room)
        for n, line in enumerate(lines)
    ]
    return Node("path:question:1", Role.TEXT, at, words, ops=tuple(ops))


def _below(one: Layer, g: Ground, spots: Spots) -> Nodes:
    """Writing a slip, the way back to Waarnemen, and that talking comes first."""
    acts = [Act(WRITES, tr("Strookje schrijven"), _write(one), keys.NOTE)]
    if one.at is PathStep.INTERPRETING:
        acts.append(Act("path:again", tr("Terug naar Waarnemen"), Do(game_path.GoToStep(PathStep.NOTICING))))
    signs = [sign_of(one.v, act.shortcut, not one.v.model.panel) for act in acts]
    glyphs = [rim.GLYPHS.get(act.key, "") for act in acts]
    gap, x, made = g.px(16), spots.buttons.x, []

    def widths() -> list[int]:
        return [
            rim.button_width(g, act.word, sign, False, glyph)
            for act, sign, glyph in zip(acts, signs, glyphs, strict=True)
        ]

    if sum(widths()) + gap > spots.buttons.w:
        glyphs = [""] * len(acts)
    if sum(widths()) + gap > spots.buttons.w:
        signs = [""] * len(acts)
    for act, sign, glyph, wide in zip(acts, signs, glyphs, widths(), strict=True):
        at = spots.buttons._replace(x=x, w=wide)
        able = act.command is not None
        node = rim.button(act.key, act.word, act.command, act.shortcut, enabled=able)
        made.append(
            node._replace(rect=at, ops=rim.button_ops(g, at, act.word, sign, enabled=able, glyph=glyph))
        )
        x = at.right + gap
    words = tr("Praten gaat voor. Een strookje mag altijd leeg blijven.")
    start = (spots.buttons.x, g.px(spots.last))
    line = letters.line(g, start, words, 24, "medium", one.v.theme.table.faint, 0.0, g.px(spots.wide))
    return [*made, Node("path:calm", Role.TEXT, line.rect, words, ops=(line,))]


def _write(one: Layer) -> Command | None:
    return slips.write_new() if game_path.WriteAnswer in one.playing.legal else None


def _field(one: Layer, g: Ground, spots: Spots) -> Nodes:
    """The slip that is being written, in the place of the buttons."""
    v, at = one.v, spots.field
    m = v.theme.table
    head_size, size, under_size = spots.field_sizes
    typed = str(v.model.form(slips.TEXT, ""))
    worry = worry_sentence(typed)
    label = slips.slip_label(one.at, step_name(one.at))
    x, room = at.x + g.px(26), at.w - g.px(52)
    first = letters.size(g, head_size) + g.px(8 if g.near else 12)
    head = letters.line(g, (x, at.y + first), label, head_size, "semibold", m.faint, 0.0, room)
    px = letters.size(g, size)
    inside = Rect(x, at.y + first + g.px(6 if g.near else 14), room, v.type.line_height(px))
    guard = worry or no_client_data_short()
    under = _guard(g, at, guard, under_size)
    border = g.px(2.6)
    ops = (Fill(at, v.theme.paper, g.px(12), border, m.line), head)
    words = (
        ()
        if v.model.focus == "slip:field"
        else widgets.line_ops(v, inside, (typed,), "regular", px, v.theme.ink)
    )
    node = Node(
        "slip:field", Role.TEXT_FIELD, at, label, typed, guard, action=slips.keep(v, one.path), first=True,
        edit=Edit(slips.TEXT, slips.longest(typed), font_px=px, inside=inside), corner=g.px(12),
        ops=(*ops, *words),
    )  # fmt: skip
    box = under[0].rect.around(under[-1].rect)
    told = Node("slip:guard", Role.TEXT, box, guard, ops=under)
    return [Node("panel:slip", Role.GROUP, at.around(box), children=(node, told))]


def _guard(g: Ground, at: Rect, words: str, size: float) -> tuple[Words, ...]:
    """What must not be on a slip, under it; from near on two lines, so that all of it can be read."""
    faint = g.v.theme.table.faint
    if not g.near:
        return (letters.line(g, (at.x, at.bottom + g.px(30)), words, size, "medium", faint, 0.0, at.w),)
    lines = balanced(g, words, "medium", letters.size(g, size), at.w)
    step = letters.size(g, size * 1.2)
    return tuple(
        letters.line(g, (at.x, at.bottom + step + n * step), line, size, "medium", faint, 0.0, at.w)
        for n, line in enumerate(lines[:2])
    )


# -- stacked


def _stacked(one: Layer, room: Rect, left: list[Button]) -> Nodes:
    v, at = one.v, one.at
    shown = [tray_box(v, one.path, step, step is at) for step in trays_of(at)]
    parts: list[Box] = []
    if not one.writing:
        parts.append(rail(v, one.path))
    parts += [
        _head(one),
        Grid(shown, 2, v.px(14), v.text_px(400)),
        *([folded_box(v, one.path)] if is_after(at) else []),
    ]
    if one.writing:
        parts = [_head(one), _stacked_field(one), *parts[1:]]
    parts += [_stacked_spoken(v, question(at, 1)), *_stacked_below(one), *one.aside]
    parts += [_cards(one)] if one.path.cards_at(at) else []
    parts += [toolbar(v, left)] if left else []
    side = v.px(24)
    inner = Rect(room.x + side, room.y, room.w - 2 * side, room.h)
    return widgets.scroll(v, "path:step", Padded(Column(parts, v.px(16)), 0, v.px(8)), inner)


def _head(one: Layer) -> Box:
    v, at = one.v, one.at
    change = Open(Panel.RENAME, ((entries.PATH_CONSIDERATION, one.path.consideration),))
    about = (
        button(
            v, "path:rename", one.path.consideration, None if one.writing else change, enabled=not one.writing
        )
        .sized(22, 14)
        .filling()
        .heard(tr("De afweging: {words}").format(words=one.path.consideration), tr("Aanpassen"))
    )
    number = tr("Laag {n} · {name}").format(n=game_path.STEPS.index(at) + 1, name=step_name(at))
    head = widgets.text(v, number, 24, "semibold", v.theme.table.faint, key="path:layer",
                  label=f"{number}. {step_line(at)}")  # fmt: skip
    asked = widgets.text(v, question(at, 0), 44, "bold", role=Role.HEADING, level=2, key="path:question:0")
    return Column([about, Column([head, asked], v.px(2))], v.px(12))


def _stacked_spoken(v: View, words: str) -> Box:
    return widgets.panel(
        v, widgets.text(v, words, 30, "bold", key="path:question:1"), "path:spoken", pad=22, ground=v.theme.table.paper,
        edge=v.theme.strong,
    )  # fmt: skip


def _stacked_below(one: Layer) -> list[Box]:
    if one.writing:
        return []
    v, able = one.v, _write(one) is not None
    write = button(v, WRITES, tr("Strookje schrijven"), _write(one), keys.NOTE, enabled=able)
    made = [write.sized(24, 16)]
    if one.at is PathStep.INTERPRETING:
        back = Do(game_path.GoToStep(PathStep.NOTICING))
        made.append(button(v, "path:again", tr("Terug naar Waarnemen"), back).sized(24, 16))
    return [Wrap(made, v.px(12))]


def _stacked_field(one: Layer) -> Box:
    v = one.v
    label = slips.slip_label(one.at, step_name(one.at))
    line = field(
        v,
        "slip:field",
        label,
        slips.TEXT,
        slips.longest(str(v.model.form(slips.TEXT, ""))),
        action=slips.keep(v, one.path),
        first=True,
    )

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("panel:slip", Role.GROUP, rect, children=tuple(nodes))

    return Padded(Column([line, widgets.muted(v, no_client_data(), 20)], v.px(8)), 0, 0, wrap)


def _cards(one: Layer) -> Box:
    """The cards in this layer, in words."""
    v = one.v
    found = [one.session.cards[number] for number in one.path.cards_at(one.at)]
    rows = [laid_button(v, f"laid:{card.number}", card, one.at) for card in found]
    return sheet(
        v, Column([widgets.name(v, tr("Kaarten in deze laag")), *rows], v.px(10)), "path:cards", pad=20
    )
