"""The start: a new session, going on with one, playing alone, earlier sessions. Loads no rules."""

from tegenwicht.i18n import tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.commands import All, Go, Put, Quit, Resume
from tegenwicht.ui.frame import frame, help_and_settings
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Rect, Row, Wrap, space
from tegenwicht.ui.model import Kept
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Logo
from tegenwicht.ui.view import View

MOST_UNFINISHED = 3


def build(v: View) -> Node:
    """The first screen."""
    return frame(v, "", lambda rect: _body(v, rect), buttons=help_and_settings(v))


def _body(v: View, rect: Rect) -> Nodes:
    inner = rect.inset(v.u(64 if v.wide else 28), v.u(40))
    unfinished = [one for one in v.model.sessions if not one.finished]
    menu = Column(_menu(v, unfinished), v.u(16))
    about = _about(v)
    if not v.wide:
        return w.scroll(v, "start:all", Column([about, menu], v.u(32)), inner)
    left = Rect(inner.x, inner.y, v.t(760), inner.h)
    right = Rect(left.right + v.u(80), inner.y, inner.right - left.right - v.u(80), inner.h)
    nodes = w.scroll(v, "start:about", _centred(about, left), left)
    return nodes + w.scroll(v, "start:menu", _centred(menu, right), right)


def _centred(box: Box, rect: Rect) -> Box:
    above = max(0, (rect.h - box.height(rect.w)) // 2)
    return Column([space(above), box])


def _about(v: View) -> Box:
    logo = Leaf(
        v.t(190), lambda r: [Node("start:logo", Role.GROUP, r, ops=(Logo(Rect(r.x, r.y, r.h, r.h)),))]
    )
    deck = v.model.deck
    cards = tr("Kaartset: {title}, {n} kaarten").format(title=deck.title, n=len(deck.cards)) if deck else ""
    parts: list[Box] = [
        logo,
        w.heading(v, "Tegenwicht", 84, 2),
        w.text(v, tr("Kaarten die het afwegen vertragen."), 44, "medium"),
        w.text(
            v,
            tr("Vraag elkaar hóe je weegt. Niet wie gelijk heeft, wel wat er allemaal meespeelt."),
            32,
            colour=v.theme.muted,
        ),
    ]
    if cards:
        parts.append(w.muted(v, cards))
    return Column(parts, v.u(20))


def _menu(v: View, unfinished: list[Kept]) -> list[Box]:
    """What can be done, the likeliest first: going on where a session was left, or a new one."""
    boxes: list[Box] = []
    for number, one in enumerate(unfinished[:MOST_UNFINISHED]):
        boxes.append(_resume(v, one, primary=number == 0))
    deck = v.model.deck is not None
    new, alone = All((Put("setup:alone", False), Go("setup"))), All((Put("setup:alone", True), Go("setup")))
    boxes.append(_item(v, "new", tr("Nieuwe sessie"), new, "people", primary=not unfinished, enabled=deck))
    boxes.append(_item(v, "alone", tr("Alleen spelen"), alone, "individual", enabled=deck))
    boxes.append(_item(v, "cards", tr("Kaarten bekijken"), Go("browse"), "cards", enabled=deck))
    if v.model.sessions:
        boxes.append(_item(v, "sessions", tr("Eerdere sessies"), Go("sessions"), "history"))
    boxes.append(_item(v, "quit", tr("Afsluiten"), Quit(), "close"))
    return boxes


def _resume(v: View, one: Kept, primary: bool) -> Box:
    title = one.title or one.when
    label = tr("Verder met {title}").format(title=title)
    line = " · ".join(part for part in (one.line, one.when if one.title else "") if part)
    if one.elsewhere:
        line = tr("open in een ander venster")
    button = _item(v, f"resume:{one.id}", label, Resume(one.id), "play", primary, not one.elsewhere, line)
    return Column([button, Row([space(natural=v.u(20)), w.muted(v, line, 24)])], v.u(4))


def _item(
    v: View, key: str, label: str, action: object, glyph: str, primary: bool = False, enabled: bool = True,
    description: str = "",
) -> Box:  # fmt: skip
    shortcut = keys.PRIMARY if primary else None
    return w.button(v, key, label, action, shortcut, primary, enabled, 36, glyph, fill=True, first=primary,
                    description=description)  # fmt: skip


__all__ = ["Wrap", "build"]
