"""The regie on the laptop of who leads: what the group sees, what can be done now, and what comes next."""

from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Live, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.directing import Directed
from tegenwicht.screens.parts.help_lines import help_for
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.ground import Ground
from tegenwicht.screens.regie import panels, stacked
from tegenwicht.screens.regie.drawer import DARK
from tegenwicht.screens.regie.pieces import (
    Desk,
    button,
    counter,
    curtain_act,
    desk_of,
    paragraph,
    pawn,
    words,
)
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Curtain, Go, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

MOST_TEXT, LEAST = 1.25, (1024, 640)


def build(v: View, now: Directed) -> Node:
    """The whole window; in one column where the text is large or the window small."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    dialog = panels.panel_of(v, session) or now.dialog
    if v.text >= MOST_TEXT or v.width < LEAST[0] or v.height < LEAST[1]:
        return stacked.build(v, now, session, dialog)
    d = desk_of(v)
    nodes = [
        *_now(d, now), *_acts(d, now), *_counters(d, now), *_top(d, session, now), *_left(d, session, now),
        *_help(d, session, now), *_following(d, now), *_rim(d, now),
    ]  # fmt: skip
    m = v.theme.table
    edge = v.height - d.g.px(68)
    ground = (
        Fill(d.g.whole, m.wall), Fill(Rect(0, edge, v.width, v.height - edge), m.rim),
        Fill(Rect(0, edge, v.width, d.g.px(3)), m.rim_edge),
    )  # fmt: skip
    title = f"{stacked.title_of(session)}, {now.where.lower()}"
    return frame.scene(v, title, ground, nodes, dialog, with_clicker(now), edge)


def with_clicker(now: Directed) -> tuple[tuple[str, Command], ...]:
    """The keys; the one by which a presenter's clicker darkens the screen is the curtain, where nothing else has it."""
    taken = {name for name, _ in now.bindings} | {
        name for act in now.acts if act.shortcut is not None for name in act.shortcut.names
    }
    return now.bindings if DARK in taken else (*now.bindings, (DARK, Curtain()))


def sign_of(v: View, act: Act) -> str:
    """The sign of an act's key; none where single letters do not work, or behind a panel."""
    if act.shortcut is None or v.model.panel or (len(act.shortcut.shown) == 1 and not v.letter_keys):
        return ""
    return act.shortcut.shown


def private_acts(session: Session, notes: int) -> list[tuple[Act, int]]:
    """What stays folded: only how many there are."""
    parked = Act(
        "parked", tr("Geparkeerd"), Open(Panel.PARKED), keys.PARK, "pin", told=tr("Alleen op dit scherm")
    )
    written = Act(
        "notes",
        tr("Aantekeningen"),
        panels.open_notes(session),
        keys.NOTE,
        "note",
        told=tr("Alleen op dit scherm"),
    )
    return [(parked, len(session.parked)), (written, notes)]


def _top(d: Desk, session: Session, now: Directed) -> list[Node]:
    g, faint = d.g, d.g.v.theme.table.faint
    at = d.at(24, 38, 232, 0)
    name = words(g, at.x, at.y, stacked.title_of(session), 22, "bold", room=at.w)
    where = words(g, at.x, d.at(0, 60, 0, 0).y, now.where, 16, "medium", faint)
    return [
        name._replace(key="bar:title", role=Role.HEADING, level=1), where._replace(key="where"),
        *_line(d, now), *_left_over(d, now),
    ]  # fmt: skip


def _line(d: Desk, now: Directed) -> list[Node]:
    """The line of time with its parts."""
    g, m, theme = d.g, d.g.v.theme.table, d.g.v.theme
    whole = d.at(268, 26, 652, 12)
    ops: list[Op] = []
    x, start, base = whole.x, 0.0, d.at(0, 60, 0, 0).y
    for (word, end, is_now), wide in zip(now.line.parts, _widths(d, now, whole.w), strict=True):
        seen = Rect(x, whole.y, wide - g.px(5), whole.h)
        ops.append(Fill(seen, m.to_come, g.px(2)))
        gone = min(1.0, max(0.0, (now.line.gone - start) / max(0.001, end - start)))
        if round(seen.w * gone):
            ops.append(Fill(seen._replace(w=round(seen.w * gone)), m.session, g.px(2)))
        weight, ink = ("bold", theme.ink) if is_now else ("medium", m.faint)
        ops.append(letters.line(g, (x, base), word, 16, weight, ink, 0.0, seen.w))
        x, start = x + wide, end
    here = next((word for word, _, is_now in now.line.parts if is_now), "")
    label = tr("Plan: {parts}; nu {now}").format(parts=", ".join(one[0] for one in now.line.parts), now=here)
    return [Node("plan", Role.IMAGE, whole._replace(h=d.at(0, 66, 0, 0).y - whole.y), label, ops=tuple(ops))]


def _widths(d: Desk, now: Directed, whole: int) -> list[int]:
    """How wide each part of the line is: as long as it lasts, and at least as its word; in pixels."""
    ends = [end for _, end, _ in now.line.parts]
    lasting = [whole * (end - start) for start, end in zip([0.0, *ends], ends, strict=False)]
    least = [letters.width(d.g, word, 16, "bold") + d.g.px(12) for word, _, _ in now.line.parts]
    lacking = sum(max(0.0, low - long) for low, long in zip(least, lasting, strict=True))
    spare = sum(max(0.0, long - low) for low, long in zip(least, lasting, strict=True))
    taken = min(1.0, lacking / spare) if spare else 0.0
    return [
        round(long - (long - low) * taken if long > low else low)
        for low, long in zip(least, lasting, strict=True)
    ]


def _left_over(d: Desk, now: Directed) -> list[Node]:
    line, g, theme = now.line, d.g, d.g.v.theme
    if line.left is None:
        return []
    end = d.at(1098, 42, 0, 0)
    left = tr("nog {n} min").format(n=line.left) if line.left > 0 else tr("de tijd is om")
    nodes = [
        words(g, end.x, end.y, left, 25, "bold", align=1.0)._replace(key="plan:left"),
        words(g, end.x, d.at(0, 64, 0, 0).y, line.fits, 16, "medium", theme.table.faint, 1.0)._replace(
            key="plan:fits"
        ),
    ]
    at = d.at(1118, 18, 138, 32)
    ground = theme.warn if line.late else mixed(theme.table.persons[2], theme.table.wall, 0.1)
    ink = theme.on_warn if line.late else (31, 36, 48)
    word = letters.line(
        g, (at.x + at.w // 2, at.y + g.px(22)), line.state, 16, "semibold", ink, 0.5, at.w - g.px(8)
    )
    return [*nodes, Node("plan:state", Role.TEXT, at, line.state, ops=(Fill(at, ground, g.px(9)), word))]


def _left(d: Desk, session: Session, now: Directed) -> list[Node]:
    """What the group sees, the curtain, the clock, and what is private."""
    g, v = d.g, d.g.v
    at = d.at(24, 98, 0, 0)
    heading = words(g, at.x, at.y, tr("Op de beamer"), 18, "medium", v.theme.table.faint)
    frame_at = d.at(20, 108, 392, 224)
    inner = frame_at.inset(g.px(4))
    ink = v.theme.ink if v.theme.name == "light" else v.theme.table.line
    framed = (Fill(frame_at, ink, g.px(10)), Live(inner, "beamer"))
    picture = Node("beamer", Role.IMAGE, inner, stacked.on_the_beamer(v), ops=framed)
    act = curtain_act(v)
    nodes = [heading, picture, button(g, d.at(20, 350, 392, 60), act, sign_of(v, act), size=21)]
    nodes += _time(d, now)
    below = d.at(24, 577, 0, 0)
    nodes.append(
        words(
            g, below.x, below.y, tr("Alleen op dit scherm, dichtgevouwen"), 18, "medium", v.theme.table.faint
        )
    )
    for number, (one, count) in enumerate(private_acts(session, now.notes)):
        nodes.append(button(g, d.at(20, 588 + 64 * number, 392, 56), one, sign_of(v, one), count))
    return nodes


def _time(d: Desk, now: Directed) -> list[Node]:
    g, time = d.g, now.time
    if time is None:
        return []
    small = Ground(g.v, g.scale * 0.8)
    at = d.at(29, 443, 98, 98)
    ops = rim.clock_ops(small, at, time.gone, time.figures, dashed=time.dashed)
    clock = Node(
        "clock",
        Role.TIMER,
        at,
        time.label,
        time.value,
        number=(round((1 - time.gone) * 100), 0, 100),
        ops=ops,
    )
    nodes = [clock]
    x = 146.0
    for act in time.acts:
        wide = 158 if act.key == "clock:toggle" else 102
        nodes.append(button(g, d.at(x, 440, wide, 52), act, sign_of(g.v, act), size=18))
        x += wide + 6
    of = d.at(148, 518, 264, 0)
    nodes.append(words(g, of.x, of.y, time.of, 17, "medium", g.v.theme.table.faint, room=of.w))
    return nodes


def _now(d: Desk, now: Directed) -> list[Node]:
    """Who is busy with what; it has the focus while a card lies there, so that Space is the next doorvraag."""
    g, m, theme = d.g, d.g.v.theme.table, d.g.v.theme
    rect = d.at(440, 88, 508, 112)
    ops: list[Op] = [Fill(rect, m.paper, g.px(16), g.px(2), m.line)]
    x = rect.x + g.px(24)
    if now.person is not None:
        ops += pawn(g, Rect(rect.x + g.px(20), rect.y + g.px(8), g.px(84), g.px(94)), now.person)
        x = rect.x + g.px(120)
    room = rect.right - x - g.px(16)
    ops.append(letters.line(g, (x, rect.y + g.px(41)), now.doing, 31, "bold", theme.ink, 0.0, room))
    if now.about:
        colour = next(
            (theme.clusters[one].line for one in theme.clusters if one.value == now.family), theme.ink
        )
        px = g.px(22)
        ops += [Icon(Rect(x, rect.y + g.px(60), px, px), now.family, colour),
                letters.line(g, (x + px + g.px(10), rect.y + g.px(78)), now.about, 20, "semibold", colour, 0.0,
                             room - px - g.px(10))]  # fmt: skip
        role, said = Role.ARTICLE, f"{now.doing}. {now.about}"
    else:
        role, said = Role.HEADING, now.doing
    return [Node("card" if now.about else "now", role, rect, said, description=now.question, first=bool(now.about),
                 corner=g.px(16), level=0 if now.about else 2, ops=tuple(ops))]  # fmt: skip


def _acts(d: Desk, now: Directed) -> list[Node]:
    nodes = []
    for number, act in enumerate(now.acts):
        row, column = divmod(number, 2)
        at = d.at(440 + 260 * column, 222 + 66 * row, 248, 58)
        nodes.append(button(d.g, at, act, sign_of(d.g.v, act)))
    return nodes


def _counters(d: Desk, now: Directed) -> list[Node]:
    g, nodes = d.g, []
    for row, side in enumerate(now.sides):
        base = d.at(440, 462 + 144 * row, 0, 0)
        label = letters.line(g, (base.x, base.y), side.name, 19, "semibold", g.v.theme.ink)
        count = letters.line(
            g, (label.rect.right + g.px(13), base.y), str(side.total), 25, "bold", g.v.theme.ink
        )
        said = f"{side.name}: {side.total}"
        nodes.append(Node(f"side:{row}", Role.TEXT, label.rect.around(count.rect), said, ops=(label, count)))
        for number, one in enumerate(side.counters):
            nodes.append(counter(g, d.at(440 + 173.5 * number, 472 + 144 * row, 161, 96), one))
    return nodes


def _help(d: Desk, session: Session, now: Directed) -> list[Node]:
    g, v = d.g, d.g.v
    title, lines = help_for(session.setup.mode, now.step, v.model.panel, v.model.curtain)
    rect = d.at(980, 88, 276, 318)
    light = v.theme.name == "light"
    ground = (229, 236, 241) if light else v.theme.table.paper
    px = g.px(28)
    head = Rect(rect.x + g.px(18), rect.y + g.px(16), px, px)
    room = rect.w - g.px(72)
    ops = (
        Fill(rect, ground, g.px(15), g.px(2), (92, 122, 144) if light else v.theme.table.line),
        Icon(head, "help", v.theme.ink),
        letters.line(g, (head.right + g.px(10), rect.y + g.px(37)), title, 20, "bold", v.theme.ink, 0.0, room),
    )  # fmt: skip
    heading = Node("help:title", Role.HEADING, rect._replace(h=g.px(50)), title, level=2, ops=ops)
    inside = Rect(rect.x + g.px(18), rect.y + g.px(60), rect.w - g.px(34), rect.h - g.px(60 + 46))
    told, _ = paragraph(g, inside, lines, 18, 8)
    at = Rect(rect.x + g.px(8), rect.bottom - g.px(44), g.px(190), g.px(38))
    word = letters.line(g, (at.x + g.px(10), at.y + g.px(26)), tr("Meer hulp"), 17, "semibold", v.theme.ink)
    sign = keys.HELP.shown
    box = Rect(
        word.rect.right + g.px(10),
        at.y + g.px(7),
        letters.width(g, sign, 16, "semibold") + g.px(14),
        g.px(25),
    )
    more = Node(
        "help:more", Role.BUTTON, at, tr("Meer hulp"), action=Go(Scene.HELP), shortcuts=keys.HELP.names, corner=g.px(9),
        ops=(word, Fill(box, ground, g.px(7), g.px(2), v.theme.ink),
             letters.line(g, (box.x + box.w // 2, box.y + g.px(19)), sign, 16, "semibold", v.theme.ink, 0.5)),
    )  # fmt: skip
    return [heading, *told, more]


def _following(d: Desk, now: Directed) -> list[Node]:
    """Who comes next."""
    g, m, theme = d.g, d.g.v.theme.table, d.g.v.theme
    if not now.following:
        return []
    head = d.at(980, 441, 0, 0)
    label = words(g, head.x, head.y, tr("Straks"), 18, "medium", m.faint)
    most = 4
    shown = now.following[: most if len(now.following) <= most else most - 1]
    rows = []
    for number, (person, word) in enumerate(shown):
        at = d.at(980, 452 + 64 * number, 276, 56)
        middle = at.y + at.h // 2
        figure = Rect(at.x + g.px(14), at.y + g.px(7), g.px(38), g.px(43))
        value = letters.line(g, (at.right - g.px(14), middle + g.px(6)), word, 17, "medium", m.faint, 1.0)
        x = at.x + g.px(66)
        sign: tuple[Op, ...] = ()
        end = value.rect.x
        if person.had:
            px = g.px(17)
            end -= px + g.px(6)
            sign = (Icon(Rect(end, middle - px // 2, px, px), "check", m.faint),)
        name = letters.line(
            g, (x, middle + g.px(7)), person.name, 19, "semibold", theme.ink, 0.0, end - x - g.px(6)
        )
        ops = (Fill(at, m.paper, g.px(11), g.px(2), mixed(m.line, m.paper, 0.5)), *pawn(g, figure, person), name,
               *sign, value)  # fmt: skip
        rows.append(Node(f"next:{person.number}", Role.LIST_ITEM, at, person.name, word, ops=ops))
    if len(shown) < len(now.following):
        at = d.at(980, 452 + 64 * len(shown), 276, 56)
        rest = tr("en nog {n}").format(n=len(now.following) - len(shown))
        rows.append(words(g, at.x + g.px(14), at.y + g.px(34), rest, 18)._replace(role=Role.LIST_ITEM))
    whole = rows[0].rect.around(rows[-1].rect)
    return [label, Node("order", Role.LIST, whole, tr("Wie er straks komt"), children=tuple(rows))]


def _rim(d: Desk, now: Directed) -> list[Node]:
    """Undo with what goes, finishing, and the main button."""
    g, v = d.g, d.g.v
    nodes = []
    if now.undo is not None:
        word = tr("Ongedaan maken: {what}").format(what=now.undo.told)
        if letters.width(g, word, 18, "semibold") > g.px(250):
            word = tr("Ongedaan: {what}").format(what=now.undo.told)
        act = now.undo._replace(word=word, glyph="undo", told="")
        nodes.append(button(g, d.rim(24, 742, 394, 50), act, sign_of(v, act), size=18))
    if now.finish is not None:
        nodes.append(
            button(
                g, d.rim(440, 742, 236, 50), now.finish._replace(glyph=""), sign_of(v, now.finish), size=18
            )
        )
    return [*nodes, *_main(d, now)]


def _main(d: Desk, now: Directed) -> list[Node]:
    main, g = now.main, d.g
    if main is None:
        return []
    small = Ground(g.v, g.scale * 0.82)
    sign = "" if g.v.model.panel or g.v.model.focus not in ("", main.key, "card") else keys.PRIMARY.shown
    beside = rim.button_width(small, "", sign, True) + g.px(14)
    word = _cut(small, main.word, d.rim(0, 742, 560, 50).w - beside)
    wide = max(d.rim(0, 742, 276, 50).w, rim.button_width(small, word, sign, True) + g.px(14))
    edge = d.rim(1256, 742, 0, 50)
    at = Rect(edge.x - wide, edge.y, wide, edge.h)
    node = rim.button(main.key, main.word, main.command, main.shortcut, primary=True, first=not now.about,
                      enabled=main.command is not None, description=main.told)  # fmt: skip
    ops = rim.button_ops(small, at, word, sign, True, main.command is not None)
    return [node._replace(rect=at, value="", corner=g.px(12), ops=ops)]


def _cut(g: Ground, word: str, room: int) -> str:
    """The word as far as it fits; all of it is in the button's name."""
    if letters.width(g, word, rim.WORD, "bold") <= room:
        return word
    while len(word) > 1 and letters.width(g, f"{word.rstrip()}…", rim.WORD, "bold") > room:
        word = word[:-1]
    return f"{word.rstrip()}…"
