"""What all three screens of the harvest have: the line of time, where we are, the steps, help and menu, the rim."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op, Words
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act, bindings_of
from tegenwicht.screens.parts.harvest.now import WAY, Harvest, Step
from tegenwicht.screens.parts.menu import undo_acts
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.corners import corner_buttons
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame, keys

GONE = {Step.TAKE: 0.92, Step.LOOK: 0.96, Step.REPORT: 1.0}
"""Which part of the line of time has gone by."""


def step_names(now: Harvest) -> dict[Step, str]:
    """What the screens are called."""
    look = tr("De weegschaal") if now.mine.counts is not None else tr("Terugkijken")
    return {Step.TAKE: tr("Meenemen"), Step.LOOK: look, Step.REPORT: tr("Verslag")}


def shown_steps(now: Harvest) -> list[Step]:
    """The screens that can be reached: what is closed is not harvested any more."""
    return [one for one in Step if not (now.closed and one is Step.TAKE)]


def whole(
    now: Harvest, nodes: Sequence[Node], acts: Sequence[Act], dialog: Node | None, told: str = ""
) -> Node:
    """The window: the room, what is on this screen, and the rim with its buttons. told: a line of help on the rim."""
    g = now.g
    top = [*_line_of_time(now), *_steps(now)]
    buttons = _buttons(now, acts)
    widest = _buttons(
        now, acts, True
    )  # the line is there or not whatever has the focus: with that, signs come and go
    end = min((one.rect.x for one in (*buttons, *widest)), default=now.v.width)
    below = [*_back(now, told, end), *buttons]
    escapes = now.back is None and not now.v.model.panel
    nodes = [*top, *nodes, *below, *corner_buttons(g, escapes)]
    floor = g.front(0, 1004, 0, 0).y
    title = f"{now.place}: {step_names(now)[now.step]}"
    return frame.scene(now.v, title, room(g), nodes, dialog, bindings(now), floor)


def bindings(now: Harvest) -> tuple[tuple[str, Command], ...]:
    """The keys of what is in the menu."""
    if now.v.model.panel:
        return ()
    return bindings_of(undo_acts(now.playing))


def _line_of_time(now: Harvest) -> list[Node]:
    g = now.g
    words = _place_words(now)
    label = tr("De sessie: oogsten, stap {n} van {m}").format(
        n=shown_steps(now).index(now.step) + 1, m=len(shown_steps(now))
    )
    line = Node(
        "session:line",
        Role.IMAGE,
        Rect(0, 0, now.v.width, g.px(8)),
        label,
        ops=rim.time_line(g, GONE[now.step]),
    )
    return [line, Node("bar:title", Role.HEADING, words.rect, now.place, level=1, ops=(words,))]


def _place_words(now: Harvest) -> Words:
    """Where one is; from near no wider than the steps beside it leave."""
    g, names, shown = now.g, step_names(now), shown_steps(now)
    if not now.v.near:
        return rim.place_words(g, now.place)
    at = shown.index(now.step)
    steps = sum(letters.width(g, names[one], 24, "bold") for one in shown)
    more = 36 + 36 + 30 * at + 54 * (len(shown) - 1) + 150
    room = max(g.px(160), g.px(g.across - 32 - more) - steps)
    return letters.line(g, (g.px(32), g.px(45)), now.place, 24, "semibold", now.v.theme.ink, 0.0, room)


def _steps(now: Harvest) -> list[Node]:
    """Which of the screens this is."""
    g, ink, m = now.g, now.v.theme.ink, now.v.theme.table
    x = _place_words(now).rect.right + g.px(36)
    base, made, names, shown = g.px(45), [], step_names(now), shown_steps(now)
    at = shown.index(now.step)
    for number, step in enumerate(shown):
        ops: list[Op] = []
        start = x
        if number == at:
            wide = letters.width(g, names[step], 24, "bold") + g.px(36)
            pill = Rect(x, g.px(18), wide, g.px(40))
            theme = now.v.theme
            ops = [Fill(pill, theme.strong, g.px(20)),
                   letters.line(g, (x + wide // 2, base), names[step], 24, "bold", theme.on_strong, 0.5)]  # fmt: skip
            x += wide
        else:
            if number < at:
                px = g.px(22)
                ops.append(Icon(Rect(x, g.px(38) - px // 2, px, px), "check", ink))
                x += g.px(30)
            word = letters.line(g, (x, base), names[step], 24, "medium", m.faint)
            ops.append(word)
            x = word.rect.right
        value = tr("nu") if number == at else tr("geweest") if number < at else ""
        label = tr("Stap {n}: {name}").format(n=number + 1, name=names[step])
        made.append(
            Node(
                f"step:{step}",
                Role.LIST_ITEM,
                Rect(start, g.px(18), x - start, g.px(40)),
                label,
                value,
                ops=tuple(ops),
            )
        )
        if step is not shown[-1]:
            px = g.px(18)
            made[-1] = made[-1]._replace(
                ops=(*made[-1].ops, Icon(Rect(x + g.px(18), g.px(38) - px // 2, px, px), "unfold", m.faint))
            )
            x += g.px(54)
    around = Rect(made[0].rect.x, g.px(18), x - made[0].rect.x, g.px(40))
    return [Node("steps", Role.LIST, around, tr("Stappen van het oogsten"), children=tuple(made))]


# -- the rim


def _back(now: Harvest, told: str, end: int) -> list[Node]:
    """*Terug* at the left, and beside it a line of help where there is room for it before ``end``, in pixels."""
    g, nodes, x = now.g, [], g_left(now)
    if now.back is not None and not now.writing:
        node = rim.button("harvest:back", tr("Terug"), now.back, keys.BACK)
        (node,) = rim.buttons_on_rim(g, [(node, tr("Terug"), now.sign(keys.BACK))])
        ops = rim.button_ops(g, node.rect._replace(x=x), tr("Terug"), now.sign(keys.BACK), glyph="back")
        nodes.append(node._replace(rect=node.rect._replace(x=x), corner=g.px(14), ops=ops))
        x += node.rect.w + g.px(28)
    room = end - g.px(28) - x
    if told and letters.width(g, told, 24, "medium") <= room:
        words = letters.line(g, (x, g.front(0, 1051, 0, 0).y), told, 24, "medium", now.v.theme.ink, 0.0, room)
        nodes.append(Node("rim:told", Role.TEXT, words.rect, told, ops=(words,)))
    return nodes


def g_left(now: Harvest) -> int:
    """Where the rim begins at the left."""
    return now.g.px(32)


def _free_from(now: Harvest) -> int:
    """From where the rim is free of *Terug*."""
    if now.back is None or now.writing:
        return g_left(now)
    return g_left(now) + rim.button_width(now.g, tr("Terug"), now.sign(keys.BACK), False) + now.g.px(28)


def _buttons(now: Harvest, acts: Sequence[Act], signed: bool = False) -> list[Node]:
    """Those on the rim. signed: with the signs of all keys that work on this screen."""
    made = []
    for act in acts:
        node = rim.button(
            act.key, act.word, act.command, act.shortcut, primary=act.primary, first=act.primary and not now.writing,
            enabled=act.command is not None, description=act.told,
        )  # fmt: skip
        sign = now.sign(act.shortcut) if signed and act.shortcut is not None else sign_of(now, act)
        made.append((node, act.word, sign))
    return [one._replace(corner=now.g.px(14)) for one in rim.buttons_on_rim(now.g, made, _free_from(now))]


def sign_of(now: Harvest, act: Act) -> str:
    """The sign of its key, where it works now: Enter is the main button's as long as nothing else has the focus.

    On what is to be made it makes that.
    """
    if act.shortcut is None:
        return ""
    if now.writing:
        return act.shortcut.shown if act.key in ("line:keep", "line:close") else ""
    focus = now.v.model.focus
    if act.primary and focus not in ("", act.key) and not focus.startswith(WAY):
        return ""
    return now.sign(act.shortcut)
