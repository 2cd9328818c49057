"""Earlier sessions: go on with one that is not finished, or look back at one that is."""

from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.commands import Back, Resume
from tegenwicht.ui.frame import frame, page
from tegenwicht.ui.layout import Box, Column, Nodes, Rect, Wrap
from tegenwicht.ui.model import Kept
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View


def build(v: View) -> Node:
    """The list, the latest first."""
    return frame(v, tr("Eerdere sessies"), lambda rect: _body(v, rect))


def _body(v: View, rect: Rect) -> Nodes:
    back = Wrap([w.button(v, "primary", tr("Klaar"), Back(), keys.PRIMARY, primary=True, first=True)])
    going = [one for one in v.model.sessions if not one.finished]
    ended = [one for one in v.model.sessions if one.finished]
    parts: list[Box] = [back]
    if going:
        parts.append(_list(v, "going", tr("Nog niet klaar"), going))
    if ended:
        parts.append(_list(v, "ended", tr("Gesloten"), ended))
    if not v.model.sessions:
        parts.append(w.text(v, tr("Er zijn nog geen sessies.")))
    return page(v, Column(parts, v.u(22)), rect, most_width=1200)


def _list(v: View, key: str, title: str, sessions: list[Kept]) -> Box:
    rows = [_one(v, one) for one in sessions]
    return w.panel(v, Column([w.heading(v, title, 36), *rows], v.u(14)), f"sessions:{key}")


def _one(v: View, one: Kept) -> Box:
    name = one.title or one.when
    shape = tr("Bekijken: {name}") if one.finished else tr("Verder met {name}")
    line = " · ".join(part for part in (one.line, one.when) if part)
    if one.elsewhere:
        line = tr("open in een ander venster")
    glyph = "history" if one.finished else "play"
    button = w.button(v, f"session:{one.id}", shape.format(name=name), Resume(one.id), glyph=glyph, fill=True,
                      enabled=not one.elsewhere, description=line)  # fmt: skip
    return Column([button, w.muted(v, line, 22)], v.u(4))
