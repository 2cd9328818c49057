"""The regie in one column: for large text and small windows. Now, actions, counters, time, and the rest below."""

from collections.abc import Sequence

from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, primary_look
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act, as_button
from tegenwicht.screens.parts.directing import Directed
from tegenwicht.screens.parts.help_lines import help_for, step_of
from tegenwicht.screens.regie import panels
from tegenwicht.screens.regie.pieces import curtain_act
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Go, Open
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View


def build(v: View, now: Directed, session: Session, dialog: Node | None, after: Sequence[Box] = ()) -> Node:
    """The whole window. after: what is below it all."""
    name = widgets.text(
        v, title_of(session), 22, "semibold", v.theme.muted, Role.HEADING, level=1, key="bar:title"
    )
    box = Column([name, *lead(v, now), *rest(v, now, session), *after], v.px(18))
    main = [one for one in (now.main,) if one is not None]
    nodes = frame.page(v, box, Rect(0, 0, v.width, v.height), [_button(v, one, True) for one in main])
    title = f"{title_of(session)}, {now.where.lower()}"
    ground = (Fill(Rect(0, 0, v.width, v.height), v.theme.table.wall),)
    return frame.scene(v, title, ground, nodes, dialog, now.bindings)


def alone(v: View, session: Session, dialog: Node | None, ways_out: Sequence[Button]) -> Node:
    """The whole window, of a screen that tells the regie nothing. ways_out: the last one is the main button."""
    *others, close = ways_out
    box = Column([widgets.heading(v, title_of(session), 34), *rest(v, None, session), *others], v.px(18))
    main = button(
        v, close.node.key, close.node.label, close.node.action, keys.DIRECTING, primary=True, first=True
    )
    nodes = frame.page(v, box, Rect(0, 0, v.width, v.height), [main])
    ground = (Fill(Rect(0, 0, v.width, v.height), v.theme.table.wall),)
    return frame.scene(v, title_of(session), ground, nodes, dialog)


def title_of(session: Session) -> str:
    """The heading of the regie."""
    return " · ".join(filter(None, (tr("Regie"), session.setup.title)))


def on_the_beamer(v: View) -> str:
    """What the group sees, in words."""
    told = tr("het gordijn") if v.model.curtain else tr("de tafel, zonder knoppen")
    return tr("Op de beamer: {what}").format(what=told)


def lead(v: View, now: Directed) -> list[Box]:
    """Who is busy with what, what can be done, and the counters."""
    parts: list[Box] = [widgets.heading(v, now.doing, 34)]
    if now.about:
        parts.append(widgets.text(v, now.about, 26, "semibold", key="about"))
    boxes = [_button(v, act) for act in (*now.acts, *((now.undo,) if now.undo else ()))]
    parts.append(Grid(boxes, 2, v.px(10), v.text_px(300)))
    for side in now.sides:
        parts.append(widgets.text(v, f"{side.name} {side.total}", 24, "semibold"))
        parts.append(Grid([_counter(v, one) for one in side.counters], 3, v.px(10), v.text_px(240)))
    return parts


def rest(v: View, now: Directed | None, session: Session) -> list[Box]:
    """The curtain, the time, what is private, help, and who comes next."""
    boxes = [_button(v, curtain_act(v))]
    if now is not None and now.time is not None:
        boxes += [_button(v, act) for act in now.time.acts]
    parts: list[Box] = []
    if now is not None and now.time is not None:
        parts.append(widgets.text(v, f"{now.time.of}: {now.time.value}", 26, "semibold", key="clock"))
    if now is not None and now.line.left is not None:
        words = f"{tr('nog {n} min').format(n=max(0, now.line.left))}, {now.line.fits}, {now.line.state}"
        parts.append(widgets.text(v, words, 24, key="plan"))
    parts.append(Grid(boxes, 2, v.px(10), v.text_px(300)))
    parts.append(widgets.text(v, tr("Alleen voor wie begeleidt, dichtgevouwen"), 22, colour=v.theme.muted))
    private = [(tr("Geparkeerd"), len(session.parked), Open(Panel.PARKED), keys.PARK, "parked")]
    if now is not None:
        private.append((tr("Aantekeningen"), now.notes, panels.open_notes(session), keys.NOTE, "notes"))
    parts.append(Grid([
        _button(v, Act(key, f"{name} · {count}", command, shortcut)).sized(26, 12)  # on one line in the drawer
        for name, count, command, shortcut, key in private
    ], 2, v.px(10), v.text_px(300)))  # fmt: skip
    parts += helping(v, now, session)
    if now is not None and now.following:
        later = tr("straks")  # how the line begins already
        told = ((person.name, "" if word == later else f" ({word})") for person, word in now.following)
        people = ", ".join(f"{name}{word}" for name, word in told)
        parts.append(widgets.text(v, tr("Straks: {people}").format(people=people), 24, key="order"))
    if now is not None and now.finish is not None:
        parts.append(Grid([_button(v, now.finish)], 2, v.px(10), v.text_px(300)))
    return parts


def helping(v: View, now: Directed | None, session: Session) -> Sequence[Box]:
    """The help for this step."""
    at = (session.setup.mode, now.step) if now is not None else step_of(v, session)
    title, lines = help_for(*at, v.model.panel, v.model.curtain)
    more = button(v, "help:more", tr("Meer hulp"), Go(Scene.HELP), keys.HELP)
    return [widgets.heading(v, title, 26), *(widgets.text(v, line, 24) for line in lines), Wrap([more], 0)]


def _button(v: View, act: Act, primary: bool = False) -> Button:
    shown = as_button(v, act._replace(primary=primary), "" if primary else act.glyph, first=primary)
    return shown.filling(not primary)


def _counter(v: View, one: object) -> Box:
    from tegenwicht.screens.parts.directing import Counted

    assert isinstance(one, Counted)
    node = one.node
    name = f"{node.label} {one.total}"
    key = keys.Key(node.shortcuts, one.sign) if node.shortcuts else None
    return (
        button(v, node.key, name, node.action, key, glyph=one.cluster.value, enabled=node.enabled)
        .filling()
        .painted(primary_look(v) if one.on else None)
        .chosen(node.pressed, node.role)
        .heard(description=node.description)
    )
