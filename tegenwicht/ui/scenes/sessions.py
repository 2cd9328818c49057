"""Earlier sessions: go on with one that is not finished, or look back at one that is."""

from collections import Counter

from tegenwicht.i18n import tr
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import button
from tegenwicht.ui.commands import Resume
from tegenwicht.ui.flow import Grid
from tegenwicht.ui.frame import done, frame, page
from tegenwicht.ui.layout import Box, Column, Nodes, Rect
from tegenwicht.ui.model import Kept
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View


def build(v: View) -> Node:
    """The list, the latest first."""
    return frame(v, tr("Eerdere sessies"), lambda rect: _body(v, rect))


def _body(v: View, rect: Rect) -> Nodes:
    going = [one for one in v.model.sessions if not one.finished]
    ended = [one for one in v.model.sessions if one.finished]
    parts: list[Box] = []
    if going:
        parts.append(_list(v, "going", tr("Nog niet klaar"), going))
    if ended:
        parts.append(_list(v, "ended", tr("Gesloten"), ended))
    if not v.model.sessions:
        parts.append(w.panel(v, w.text(v, tr("Er zijn nog geen sessies.")), "sessions:none"))
    return page(v, Column(parts, v.u(22)), rect, done(v), 1400)


def _list(v: View, key: str, title: str, sessions: list[Kept]) -> Box:
    names = Counter(_name(one) for one in sessions)
    rows = [_one(v, one, names[_name(one)] > 1) for one in sessions]
    grid = Grid(rows, 2 if v.wide and len(rows) > 1 else 1, v.u(18))
    return w.panel(v, Column([w.heading(v, title, 36), grid], v.u(14)), f"sessions:{key}")


def _name(one: Kept) -> str:
    return one.title or one.when


def _one(v: View, one: Kept, several: bool) -> Box:
    """``several``: others have the same name; then the date is in it too."""
    name = f"{one.title}, {one.when}" if several and one.title else _name(one)
    shape = tr("Bekijken: {name}") if one.finished else tr("Verder met {name}")
    line = " · ".join(part for part in (one.line, one.when if one.title else "") if part)
    if one.elsewhere:
        line = tr("open in een ander venster")
    glyph = "history" if one.finished else "play"
    press = button(v, f"session:{one.id}", shape.format(name=name), Resume(one.id), glyph=glyph, fill=True,
                   enabled=not one.elsewhere, description=line)  # fmt: skip
    return Column([press, w.muted(v, line, 22)], v.u(4))
