"""The panel of who sits at the table, and of the time they have. For every mode."""

from collections.abc import Callable

from tegenwicht.game import events as e
from tegenwicht.game.cards import Group
from tegenwicht.game.rules import LONGEST_NAME
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button, choice_of
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import field, spin
from tegenwicht.screens.parts.names import group_name
from tegenwicht.screens.parts.panels.unsaved import NEWCOMER
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.small_views import own_ground
from tegenwicht.screens.parts.table.tents import Person, badge_letters, badge_ops
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, FocusOn, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

GROUP_OF = Entry("people:group")
"""The form entry that says whose occupational group is being chosen: a participant's id, or 0."""

GiveTurn = Callable[[int], e.Action]
"""What gives the turn to the participant with that id."""


def people_panel(
    v: View, session: Session, now: int = 0, give_turn: GiveTurn | None = None, times: bool = True
) -> Node:
    """Everyone at the table, who joins, and the times. ``now``: whose turn it is, 0 for nobody's.

    times: for a mode that has time to show.
    """
    legal = v.model.playing.legal if v.model.playing else frozenset()
    rows: list[Box] = []
    letters = badge_letters([one.name for one in session.present])
    for number, one in enumerate(session.present):
        badge = _badge(v, Person(one.name, number, letters[number]))
        rows.append(_person(v, one, badge, one.id == now, legal, give_turn))
        if v.model.form(GROUP_OF, 0) == one.id and e.RenameParticipant in legal:
            rows.append(_groups(v, one))
        rows.append(_line(v, one.id))
    if e.AddParticipant in legal:
        rows.append(_newcomer(v, legal))
    if times:
        rows.append(Wrap([*_times(v, session), *_clock_switch(v, legal)], v.u(30), v.u(14), stretch=False))
    title = tr("Deelnemers en tijd") if times else tr("Deelnemers")
    buttons = [close_button(v, tr("Sluiten"), primary=True)]
    return frame.dialog(v, "panel:people", title, Column(rows, v.u(10)), buttons, 1180)


def _badge(v: View, person: Person) -> Box:
    """What somebody has on their tent: the colour and the letters."""
    px = v.t(38)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        return [
            Node(f"people:badge:{person.number}", Role.GROUP, at, ops=badge_ops(own_ground(v), at, person))
        ]

    return Leaf(px, place, px)


def _person(
    v: View, one: e.Participant, badge: Box, now: bool, legal: frozenset[object], give_turn: GiveTurn | None
) -> Box:
    name = participant_name(one)

    def small(key: str, label: str, action: e.Action, glyph: str) -> Box:
        return button(v, f"people:{key}:{one.id}", label, Do(action), glyph=glyph, size=22, pad=12,
                      enabled=action in legal, name=f"{label}: {name}")  # fmt: skip

    words = f"{name} – {tr('aan de beurt')}" if now else name
    group = _group_button(v, one, e.RenameParticipant in legal)
    turn = [small("turn", tr("Beurt geven"), give_turn(one.id), "next")] if give_turn else []
    buttons = Wrap(
        [
            group,
            *turn,
            small("up", tr("Eerder"), e.MoveParticipant(one.id, -1), "up"),
            small("down", tr("Later"), e.MoveParticipant(one.id, 1), "down"),
            small("remove", tr("Van tafel"), e.RemoveParticipant(one.id), "close"),
        ],
        v.u(8),
    )
    label = w.text(v, words, 26, "bold" if now else "medium", key=f"people:name:{one.id}")
    if v.across > 1200:
        return Row([badge, label, buttons], v.u(12))
    return Column([Row([badge, label], v.u(12)), buttons], v.u(6))


def _group_button(v: View, one: e.Participant, able: bool) -> Box:
    """The occupational group, or that there is none yet; pressing it shows the choice, or puts it away."""
    label = group_name(one.group) or tr("Beroepsgroep")
    shown = v.model.form(GROUP_OF, 0) == one.id
    name = tr("{label}, beroepsgroep van {name}").format(label=label, name=participant_name(one))
    return button(v, f"people:group:{one.id}", label, Put(GROUP_OF, 0 if shown else one.id), size=22, pad=12,
                  enabled=able, glyph="up" if shown else "down", name=name)  # fmt: skip


def _groups(v: View, one: e.Participant) -> Box:
    """The six occupational groups of the study, and none of them; they stay until the one that holds is pressed again, as
    an arrow chooses what it comes to."""

    def chosen(group: Group | None) -> Command:
        if group is one.group:
            return All((Put(GROUP_OF, 0), FocusOn(f"people:group:{one.id}")))
        return Do(e.RenameParticipant(one.id, one.name, group))

    options = [(group_name(group) or tr("niet gezegd"), chosen(group), group is one.group)
               for group in (None, *Group)]  # fmt: skip
    label = tr("Beroepsgroep van {name}").format(name=participant_name(one))
    return choice_of(v, f"people:groups:{one.id}", label, options)


def _line(v: View, number: int) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node(f"rule:{number}", Role.GROUP, rect, ops=(Fill(rect, v.theme.quiet),))]

    return Leaf(v.u(2), place)


def _newcomer(v: View, legal: frozenset[object]) -> Box:
    typed = str(v.model.form(NEWCOMER, ""))
    add = All((Do(e.AddParticipant(typed)), Put(NEWCOMER, "")))
    name = field(v, "people:new", tr("Naam van wie erbij komt"), NEWCOMER, LONGEST_NAME, action=add)
    able = e.AddParticipant in legal
    return Row(
        [name, button(v, "people:add", tr("Erbij"), add, glyph="person-add", enabled=able)], v.u(12), 1.0
    )


def _times(v: View, session: Session) -> list[Box]:
    thinking, talking = session.thinking_seconds, session.talking_seconds

    def one(key: str, label: str, now: int, step: int, to: Callable[[int], e.ChooseTimes]) -> Box:
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
