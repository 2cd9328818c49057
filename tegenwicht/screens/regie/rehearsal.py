"""The rehearsal: two cards to try the keys, each shown when it is needed. Nothing of it is kept."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.directing import Directed
from tegenwicht.screens.parts.empty import empty
from tegenwicht.screens.regie import drawer, laptop, panels, stacked
from tegenwicht.screens.regie.pieces import WIDTH
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import Go, Leave
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import screens_of
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View, view_of

TURNED, SLIP = Entry("other side"), Entry("slip")
"""Form entries of the table: which card lies on its other side; (card, which doorvraag is out, how many were seen)."""


def build(v: View) -> Node:
    """The table with what to press beside it; after two cards that it is done."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if tegenwicht.table(session).turn is None:
        return _done(v)
    screens = screens_of(session.setup.mode)
    if drawer.is_narrow(v):  # the guide below the table, as a strip that scrolls
        at = Rect(0, v.height - v.height // 3, v.width, v.height // 3)
        lower = view_of(v.model, v.width, at.y, v.theme, v.type)
        return drawer.beside(v, screens.build(lower), _guide(v, session, at))
    return drawer.beside(v, screens.build(drawer.narrower(v)), _guide(v, session, drawer.place(v)))


def apart(v: View, now: Directed | None) -> Node:
    """The same while the table is in a window of its own: the regie with what to press beside it."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if tegenwicht.table(session).turn is None:
        return _done(v)
    if now is None:
        return drawer.apart(v, screens_of(session.setup.mode))
    at = drawer.place(v)
    left = view_of(v.model, v.width - at.w, v.height, v.theme, v.type)
    if left.width < WIDTH:
        dialog = panels.panel_of(left, session) or now.dialog
        return drawer.beside(v, stacked.build(left, now, session, dialog), _guide(v, session, at))
    return drawer.beside(v, laptop.build(left, now), _guide(v, session, at))


def hint(v: View, session: Session) -> tuple[str, str]:
    """The key that is needed now, and what it does."""
    play = tegenwicht.table(session)
    turn, second = play.turn, bool(play.turns)
    assert turn is not None
    if not turn.cards:
        if second:
            return "1 – 6", tr("De tweede kaart. Kies nu zelf: elk cijfer is een stapel.")
        return keys.PRIMARY.shown, tr("Trek een kaart. Het lot kiest een stapel.")
    card = session.cards[turn.cards[-1].card]
    if second:
        if card.other_side and v.model.form(TURNED, 0) != card.number:
            return keys.OTHER_SIDE.shown, tr("Andersom: draai de kaart om.")
        return keys.PRIMARY.shown, tr(
            "Klaar met deze kaart? G is het gordijn, F6 is de regie. Dat mag je ook proberen."
        )
    number, _, seen = v.model.form(SLIP, (0, 0, 0))
    if card.deeper and (number != card.number or not seen):
        return keys.DEEPER.shown, tr("Lees de vraag hardop. Spatie geeft een doorvraag.")
    if not turn.mentions:
        return "1 – 6", tr("Noemt iemand een ander cluster? Druk het cijfer dat erbij staat.")
    return keys.PRIMARY.shown, tr("Klaar met deze kaart? Een foutje haal je weg met PageUp.")


def _aloud(key: str, words: str) -> str:
    """The same for the ear, where the key does not stand beside the words."""
    if key in words:
        return words
    return tr("{words} Toets {key}.").format(words=words, key=key.replace(" – ", tr(" tot ")))


def _guide(v: View, session: Session, at: Rect) -> Node:
    key, words = hint(v, session)
    number = len(tegenwicht.table(session).turns) + 1
    stop = button(v, "rehearsal:stop", tr("Stop met oefenen"), Leave()).filling()
    head: list[Box] = [
        widgets.heading(v, tr("Oefenronde"), 32),
        widgets.text(
            v, tr("Kaart {n} van 2. Er wordt niets bewaard.").format(n=number), 22, colour=v.theme.muted
        ),
    ]
    asked: list[Box] = [
        _cap(v, key),
        widgets.text(v, words, 30, "medium", key="rehearsal:words", label=_aloud(key, words), live=True),
    ]
    boxes = [*head, space(v.px(16)), *asked, space(v.px(24)), stop] if at.y == 0 else [*asked, stop, *head]
    nodes = widgets.scroll(v, "rehearsal:scroll", Column(boxes, v.px(14)), at.inset(v.px(20)))
    m = v.theme.table
    edge = at._replace(w=v.px(4)) if at.y == 0 else at._replace(h=v.px(4))
    ops = (Fill(at, m.wall), Fill(edge, m.line))
    return Node("rehearsal", Role.GROUP, at, tr("Oefenronde"), layer=5, ops=ops, children=tuple(nodes))


def _cap(v: View, key: str) -> Box:
    """The key as it is on a keyboard."""
    m, radius = v.theme.table, v.px(16)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        lip = (Fill(rect._replace(y=rect.y + v.px(7)), m.lip, radius),) if m.rich else ()
        cap = Fill(rect, m.paper, radius, max(2, v.px(3)), m.line)
        return Node("rehearsal:cap", Role.GROUP, rect, ops=(*lip, cap), children=tuple(nodes))

    words = widgets.text(v, key, 48, "bold", key="rehearsal:key", natural=True)
    return Column([Row([Padded(words, v.px(26), v.px(8), wrap), space()]), space(v.px(8))])


def _done(v: View) -> Node:
    """After two cards."""
    keys_there = button(v, "help:more", tr("Hulp"), Go(Scene.HELP), keys.HELP, glyph="help")
    told = tr("Alle toetsen staan in Hulp (F1). Van deze ronde is niets bewaard.")
    known = empty(v, "rehearsal:known", "check", tr("Je weet nu genoeg om te beginnen."), told, keys_there)
    box = Column([widgets.heading(v, tr("Dat was de oefenronde"), 60), known], v.px(40))
    leave = button(v, "rehearsal:done", tr("Naar het begin"), Leave(), keys.PRIMARY, primary=True, first=True)
    nodes = frame.page(v, box, Rect(0, v.px(120), v.width, v.height - v.px(120)), [leave])
    ground = (Fill(Rect(0, 0, v.width, v.height), v.theme.table.wall),)
    return frame.scene(v, tr("Oefenronde klaar"), ground, nodes, None)
