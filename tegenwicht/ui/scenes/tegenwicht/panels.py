"""Panels over the table: a note, a card by number, cards put aside, participants, finishing; and weighing."""

from datetime import datetime

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.rules import LONGEST_NAME, MOST_PARTICIPANTS
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.ui import frame, keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import Button, button
from tegenwicht.ui.commands import All, Do, Open, Put, Shut
from tegenwicht.ui.fields import field, spin
from tegenwicht.ui.flow import Wrap
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Rect, Row
from tegenwicht.ui.model import Playing
from tegenwicht.ui.names import cluster_name
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill
from tegenwicht.ui.scenes.tegenwicht.weighing import open_weigh, weigh
from tegenwicht.ui.view import View
from tegenwicht.ui.words import participant_name

__all__ = ["build", "finish", "finish_main", "open_note", "open_weigh", "short_date", "title_and_date"]


def build(v: View, session: Session) -> Node | None:
    """The open panel; None when it no longer fits (the card under it is gone)."""
    panels = {"weigh": weigh, "note": _note, "number": _number, "aside": _aside, "people": _people,
              "finish": _finish}  # fmt: skip
    needs_card = v.model.panel in ("weigh", "note", "finish")
    if needs_card and t.card_on_table(session) is None:
        return None
    made = panels.get(v.model.panel)
    return made(v, session) if made else None


def title_and_date(playing: Playing) -> str:
    """ "Team Zuid · 10 nov" for the bar."""
    title = playing.timeline.session.setup.title
    return " · ".join(part for part in (title, playing.when) if part)


def short_date(moment: datetime) -> str:
    """A date as the bar shows it: 10 nov."""
    months = tr("jan feb mrt apr mei jun jul aug sep okt nov dec").split()
    return f"{moment.day} {months[moment.month - 1]}"


def _close(v: View, label: str, primary: bool = False) -> Button:
    return button(v, "panel:close", label, Shut(), None if primary else keys.BACK, primary=primary)


# -- a note, a number, a card put aside


def open_note(session: Session) -> Open:
    """Open the note, with what was written before."""
    turn = t.table(session).turn
    return Open("note", (("note", turn.cards[-1].note if turn and turn.cards else ""),))


def _note(v: View, _session: Session) -> Node:
    written = str(v.model.form("note", ""))
    keep = All((Do(t.WriteNote(written)), Shut()))
    safe = tr("Schrijf niets op waaraan een cliënt te herkennen is: geen naam, nummer of adres.")
    lines = 3 if v.low else 6
    box = Column(
        [
            w.text(v, safe, w.SMALL, colour=v.theme.muted),
            field(v, "note:text", tr("Notitie"), "note", t.LONGEST_NOTE, lines=lines, first=True),
        ],
        v.u(16),
    )
    buttons = [button(v, "note:keep", tr("Bewaren"), keep, primary=True), _close(v, tr("Terug"))]
    return frame.dialog(v, "panel:note", tr("Notitie bij deze kaart"), box, buttons)


def _number(v: View, session: Session) -> Node:
    typed = str(v.model.form("number", ""))
    number = int(typed) if typed.isdigit() else 0
    bring = All((Do(t.BringUp(number)), Shut()))
    title = session.cards[number].title if number in session.cards else ""
    label, said = tr("Nummer op de kaart"), title or tr("Het nummer staat op elke papieren kaart.")
    box = Column(
        [
            field(v, "number:text", label, "number", 4, digits=True, action=bring, first=True),
            w.text(v, said, w.BODY, colour=v.theme.muted),
        ],
        v.u(16),
    )
    buttons = [button(v, "number:show", tr("Op tafel"), bring, primary=True), _close(v, tr("Terug"))]
    return frame.dialog(v, "panel:number", tr("Kaart opzoeken"), box, buttons, 700)


def _aside(v: View, session: Session) -> Node:
    rows: list[Box] = []
    for one in reversed(t.table(session).aside):
        card = session.cards[one.card]
        label = tr("Kaart {number}, {cluster}: {title}").format(
            number=card.number, cluster=cluster_name(card.cluster), title=card.title
        )
        take = All((Do(t.TakeBack(one.card)), Shut()))
        rows.append(button(v, f"aside:{one.card}", label, take, glyph=card.cluster.value, fill=True))
    if not rows:
        rows.append(w.text(v, tr("Er liggen geen kaarten opzij."), colour=v.theme.muted))
    title = tr("Kaarten die opzij liggen")
    return frame.dialog(v, "panel:aside", title, Column(rows, v.u(12)), [_close(v, tr("Terug"))])


# -- who sits at the table


def _people(v: View, session: Session) -> Node:
    legal = v.model.playing.legal if v.model.playing else frozenset()
    here = session.present
    rows: list[Box] = []
    for one in here:
        rows += [_person(v, session, one, legal), _line(v, one.id)]
    if len(here) < MOST_PARTICIPANTS:
        rows.append(_newcomer(v, legal))
    times = Wrap([*_times(v, session), *_clock_switch(v, legal)], v.u(30), v.u(14), stretch=False)
    box = Column([*rows, times], v.u(10))
    buttons = [_close(v, tr("Sluiten"), primary=True)]
    return frame.dialog(v, "panel:people", tr("Deelnemers en tijd"), box, buttons, 1180)


def _person(v: View, session: Session, one: e.Participant, legal: frozenset[object]) -> Box:
    name = participant_name(one)
    turn = t.table(session).turn
    now = turn is not None and turn.participant == one.id

    def small(key: str, label: str, action: e.Action, glyph: str) -> Box:
        return button(v, f"people:{key}:{one.id}", label, Do(action), glyph=glyph, size=22, pad=12,
                      enabled=action in legal, name=f"{label}: {name}")  # fmt: skip

    words = f"{name} – {tr('aan de beurt')}" if now else name
    buttons = Wrap(
        [
            small("turn", tr("Beurt geven"), t.GiveTurnTo(one.id), "next"),
            small("up", tr("Eerder"), e.MoveParticipant(one.id, -1), "up"),
            small("down", tr("Later"), e.MoveParticipant(one.id, 1), "down"),
            small("remove", tr("Van tafel"), e.RemoveParticipant(one.id), "close"),
        ],
        v.u(8),
    )
    label = w.text(v, words, 26, "bold" if now else "medium", key=f"people:name:{one.id}")
    return Row([label, buttons], v.u(12)) if v.across > 1200 else Column([label, buttons], v.u(6))


def _line(v: View, number: int) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(f"rule:{number}", Role.GROUP, rect, ops=(Fill(rect, v.theme.quiet),))]

    return Leaf(v.u(2), place)


def _newcomer(v: View, legal: frozenset[object]) -> Box:
    typed = str(v.model.form("new name", ""))
    add = All((Do(e.AddParticipant(typed)), Put("new name", "")))
    name = field(v, "people:new", tr("Naam van wie erbij komt"), "new name", LONGEST_NAME, action=add)
    able = e.AddParticipant in legal
    return Row(
        [name, button(v, "people:add", tr("Erbij"), add, glyph="person-add", enabled=able)], v.u(12), 1.0
    )


def _times(v: View, session: Session) -> list[Box]:
    thinking, talking = session.thinking_seconds, session.talking_seconds

    def one(key: str, label: str, now: int, step: int, to: object) -> Box:
        assert callable(to)
        shown = tr("{n} sec").format(n=now) if now else tr("uit")
        fewer, more = Do(to(max(0, now - step))), Do(to(min(3600, now + step)))
        return spin(v, key, label, shown, (now, 0, 3600), fewer, more)

    return [
        one("time:thinking", tr("Denktijd"), thinking, 15, lambda n: e.ChooseTimes(n, talking)),
        one("time:talking", tr("Gesprekstijd"), talking, 30, lambda n: e.ChooseTimes(thinking, n)),
    ]


def _clock_switch(v: View, legal: frozenset[object]) -> list[Box]:
    """Time off or on again for the turn that is going on."""
    for on, label in ((False, tr("Tijd uit voor deze beurt")), (True, tr("Tijd weer aan"))):
        if e.SwitchClock(on) in legal:
            return [button(v, "clock:switch", label, Do(e.SwitchClock(on)), glyph="timer", size=24)]
    return []


# -- finishing


def finish(session: Session) -> object:
    """What *Afronden* does: at once, or first asking about the card on the table."""
    return Open("finish") if t.card_on_table(session) else Do(e.Finish(False))


def finish_main(v: View, session: Session) -> Button:
    """*Afronden* as the main button."""
    return button(v, "primary", tr("Afronden"), finish(session), keys.PRIMARY, primary=True, first=True)


def _finish(v: View, _session: Session) -> Node:
    box = w.text(v, tr("Er ligt nog een kaart op tafel. Telt die mee als besproken?"))
    buttons = [
        button(v, "finish:count", tr("Telt mee, afronden"), Do(e.Finish(True)), primary=True),
        button(v, "finish:skip", tr("Telt niet mee, afronden"), Do(e.Finish(False))),
        _close(v, tr("Nog niet afronden")),
    ]
    return frame.dialog(v, "panel:finish", tr("Sessie afronden"), box, buttons, 1120)
