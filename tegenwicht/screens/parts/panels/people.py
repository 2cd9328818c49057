"""The panel of who sits at the table, and of the time they have. For every mode."""

from collections.abc import Callable

from tegenwicht.game import events
from tegenwicht.game.cards import Group
from tegenwicht.game.rules import LONGEST_NAME
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button, choice_of
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import field, spin
from tegenwicht.screens.parts.names import group_name
from tegenwicht.screens.parts.panels.slip import slip
from tegenwicht.screens.parts.panels.unsaved import NEWCOMER
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table import pawn
from tegenwicht.screens.parts.table.tents import Person, badge_letters, tent_ops
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

GROUP_OF = Entry("people:group")
"""The form entry that says whose occupational group is being chosen: a participant's id, or 0."""

WHO = Entry("people:who")
"""The form entry that says whose tent is taken up: a participant's id, or 0."""
TENT, LEAST_TENT, PAWN, LARGE_TEXT = 68, 172, 124, 1.5
"""How high a tent is, and how wide at the least; how high the pawn of who is taken up; from which text on it has no
room.
"""

GiveTurn = Callable[[int], events.Action]
"""What gives the turn to the participant with that id."""


def people_panel(
    v: View, session: Session, now: int = 0, give_turn: GiveTurn | None = None, times: bool = True
) -> Node:
    """Everyone at the table, who joins, and the times. ``now``: whose turn it is, 0 for nobody's.

    times: for a mode that has time to show.
    """
    legal = v.model.playing.legal if v.model.playing else frozenset()
    rows: list[Box] = []
    who = _who(v, session, now)
    if who is not None:
        rows += [_tents(v, session, who, now), _paper(v, session, who, who.id == now, give_turn)]
    if events.AddParticipant in legal:
        rows.append(_newcomer(v, legal))
    if times:
        rows.append(Wrap([*_times(v, session), *_clock_switch(v, legal)], v.px(30), v.px(14), stretch=False))
    title = tr("Deelnemers en tijd") if times else tr("Deelnemers")
    buttons = [close_button(v, tr("Sluiten"), primary=True)]
    return frame.dialog(v, "panel:people", title, Column(rows, v.px(16)), buttons, 1180)


# -- who sits there


def _who(v: View, session: Session, now: int) -> events.Participant | None:
    """Whose tent was taken up; to begin with that of whose turn it is."""
    here = {one.id: one for one in session.present}
    for number in (int(v.model.form(GROUP_OF, 0)), int(v.model.form(WHO, 0)), now):
        if number in here:
            return here[number]
    return next(iter(session.present), None)


def _tents(v: View, session: Session, who: events.Participant, now: int) -> Box:
    """A name tent for everyone, in order, on the rim of the table; the one that is taken up is dark."""
    letters = badge_letters([one.name for one in session.present])
    tents = [
        _tent(
            v, one, Person(participant_name(one), number, letters[number], on_turn=one is who), one.id == now
        )
        for number, one in enumerate(session.present)
    ]
    m, line = v.theme.table, max(2, v.px(3))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (
            Fill(rect, m.rim, v.px(16), line, m.line if m.rich else v.theme.ink),
            Fill(Rect(rect.x + v.px(16), rect.y + line, rect.w - 2 * v.px(16), line), m.rim_light),
        )
        label = tr("Deelnemers, {n}").format(n=len(tents))
        return Node("people:tents", Role.RADIO_GROUP, rect, label, ops=ops, children=tuple(nodes))

    return Padded(Grid(tents, min(6, len(tents)), v.px(12), v.text_px(LEAST_TENT)), v.px(18), v.px(14), wrap)


def _tent(v: View, one: events.Participant, person: Person, now: bool) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(
            f"people:tent:{one.id}", Role.RADIO, rect, person.name, tr("aan de beurt") if now else "",
            action=All((Put(WHO, one.id), Put(GROUP_OF, 0))), pressed=person.on_turn, corner=v.px(12),
            ops=tent_ops(own_ground(v), rect, person),
        )]  # fmt: skip

    return Leaf(v.text_px(TENT), place)


def _paper(v: View, session: Session, one: events.Participant, now: bool, give_turn: GiveTurn | None) -> Box:
    """Who is taken up, as a pawn, and what can be done with them, on a slip of paper."""
    name = participant_name(one)
    legal = v.model.playing.legal if v.model.playing else frozenset()

    def small(key: str, label: str, action: events.Action, glyph: str) -> Box:
        return (
            button(v, f"people:{key}:{one.id}", label, Do(action), glyph=glyph, enabled=action in legal)
            .sized(24, 14)
            .heard(f"{label}: {name}")
        )

    words = f"{name} – {tr('aan de beurt')}" if now else name
    turn = [small("turn", tr("Beurt geven"), give_turn(one.id), "person")] if give_turn else []
    buttons: list[Box] = [
        _group_button(v, one, events.RenameParticipant in legal),
        *turn,
        small("up", tr("Eerder"), events.MoveParticipant(one.id, -1), "back"),
        small("down", tr("Later"), events.MoveParticipant(one.id, 1), "next"),
        small("remove", tr("Van tafel"), events.RemoveParticipant(one.id), "close"),
    ]
    who = widgets.text(v, words, 34, "bold", key=f"people:name:{one.id}")
    beside: Box = Column([who, Wrap(buttons, v.px(10), v.px(10), stretch=False)], v.px(12))
    if v.text < LARGE_TEXT:
        beside = Row([_pawn(v, session, one), beside], v.px(22))
    parts = [beside]
    if v.model.form(GROUP_OF, 0) == one.id and events.RenameParticipant in legal:
        parts.append(_groups(v, one))
    return slip(v, "people:paper", Column(parts, v.px(12)))


def _pawn(v: View, session: Session, one: events.Participant) -> Box:
    """The pawn of who is taken up, in the colour and with the letters of the tent."""
    here = list(session.present)
    seat = here.index(one)
    letter = badge_letters([each.name for each in here])[seat]
    wide, high = v.text_px(PAWN * pawn.WIDE / pawn.HIGH), v.text_px(PAWN)

    def place(rect: Rect) -> Nodes:
        return [Node("people:pawn", Role.GROUP, rect, ops=pawn.pawn_ops(own_ground(v), rect, seat, letter))]

    return Leaf(high, place, wide)


def _group_button(v: View, one: events.Participant, able: bool) -> Box:
    """The occupational group, or that there is none yet; pressing it shows the choice, or puts it away."""
    label = group_name(one.group) or tr("Beroepsgroep")
    shown = v.model.form(GROUP_OF, 0) == one.id
    name = tr("{label}, beroepsgroep van {name}").format(label=label, name=participant_name(one))
    turned, glyph = Put(GROUP_OF, 0 if shown else one.id), "up" if shown else "down"
    return (
        button(v, f"people:group:{one.id}", label, turned, glyph=glyph, enabled=able)
        .sized(24, 14)
        .heard(name)
    )


def _groups(v: View, one: events.Participant) -> Box:
    """The six occupational groups of the study, and none of them; they stay until the one that holds is pressed again, as
    an arrow chooses what it comes to."""

    def chosen(group: Group | None) -> Command:
        if group is one.group:
            return All((Put(GROUP_OF, 0), FocusOn(f"people:group:{one.id}")))
        return Do(events.RenameParticipant(one.id, one.name, group))

    options = [(group_name(group) or tr("niet gezegd"), chosen(group), group is one.group)
               for group in (None, *Group)]  # fmt: skip
    label = tr("Beroepsgroep van {name}").format(name=participant_name(one))
    return choice_of(v, f"people:groups:{one.id}", label, options)


def _newcomer(v: View, legal: frozenset[object]) -> Box:
    typed = str(v.model.form(NEWCOMER, ""))
    add = All((Do(events.AddParticipant(typed)), Put(NEWCOMER, "")))
    label = tr("Naam van wie erbij komt")
    name = field(v, "people:new", label, NEWCOMER, LONGEST_NAME, action=add)
    able = events.AddParticipant in legal
    join = button(v, "people:add", tr("Erbij"), add, glyph="person-add", enabled=able)
    if not v.wide:
        return Row([name, join], v.px(12), 1.0)
    return Row([widgets.seen(v, label, 26, "semibold", natural=True), name.bare, join], v.px(14))


def _times(v: View, session: Session) -> list[Box]:
    thinking, talking = session.thinking_seconds, session.talking_seconds

    def one(key: str, label: str, now: int, step: int, to: Callable[[int], events.ChooseTimes]) -> Box:
        shown = _so_long(now) if now else tr("uit")
        fewer, more = Do(to(max(0, now - step))), Do(to(min(3600, now + step)))
        return spin(v, key, label, shown, (now, 0, 3600), fewer, more)

    return [
        one("time:thinking", tr("Denktijd"), thinking, 15, lambda n: events.ChooseTimes(n, talking)),
        one("time:talking", tr("Gesprekstijd"), talking, 30, lambda n: events.ChooseTimes(thinking, n)),
    ]


def _so_long(seconds: int) -> str:
    """ "45 sec", "3 min", "2 min 30"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return tr("{n} sec").format(n=rest)
    return tr("{n} min {rest}").format(n=minutes, rest=rest) if rest else tr("{n} min").format(n=minutes)


def _clock_switch(v: View, legal: frozenset[object]) -> list[Box]:
    """Time off or on again for the turn that is going on."""
    for on, label in ((False, tr("Tijd uit voor deze beurt")), (True, tr("Tijd weer aan"))):
        if events.SwitchClock(on) in legal:
            return [button(v, "clock:switch", label, Do(events.SwitchClock(on)), glyph="timer").sized(24)]
    return []
