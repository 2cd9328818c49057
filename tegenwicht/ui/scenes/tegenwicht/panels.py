"""Panels over the table: weighing, a note, a card by number, cards put aside, participants, finishing."""

from datetime import datetime

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Group
from tegenwicht.game.rules import LONGEST_NAME, MOST_PARTICIPANTS
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.ui import frame, keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.commands import All, Do, Open, Put, Shut
from tegenwicht.ui.layout import Box, Column, Grid, Leaf, Nodes, Padded, Rect, Row, Wrap, space
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name, group_name, participant_name

WEIGHTS = (1, 2, 3, 4)


def build(v: View, session: Session) -> Node | None:
    """The open panel; None when it no longer fits (the card under it is gone)."""
    panels = {"weigh": _weigh, "note": _note, "number": _number, "aside": _aside, "people": _people,
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


# -- weighing


def weight_name(weight: int) -> str:
    """A weight, 1 to 4, with the words that the survey's scale has for its ends."""
    words = {1: tr("geen invloed"), 4: tr("veel invloed")}
    return f"{weight} – {words[weight]}" if weight in words else str(weight)


def open_weigh(session: Session) -> Open:
    """Open the weighing, with what was given before."""
    turn = t.table(session).turn
    before = turn.cards[-1].weights if turn and turn.cards else None
    return Open("weigh", (("weights", before or (0, 0, 0, 0)),))


def _weigh(v: View, session: Session) -> Node:
    turn = t.table(session).turn
    assert turn is not None
    card = session.cards[turn.cards[-1].card]
    counts: tuple[int, ...] = v.model.form("weights", (0, 0, 0, 0))
    kept = turn.cards[-1].weights
    given = sum(counts)
    intro = _weigh_intro(session)
    parts: list[Box] = [
        w.text(v, card.title, 34, "semibold"),
        w.text(v, intro, w.SMALL, colour=v.theme.muted),
        Wrap([_hands(v, counts, weight) for weight in WEIGHTS], v.u(26)),
        w.text(v, several("{n} hand geteld", "{n} handen geteld", given), w.SMALL, "semibold"),
    ]
    ready = t.Weigh(_four(counts))
    buttons = [
        w.button(v, "weigh:keep", tr("Toon de spreiding"), Do(ready), enabled=given > 0 and counts != kept,
                 primary=kept != counts),
        w.button(v, "panel:close", tr("Sluiten"), Shut(), primary=kept == counts),
    ]  # fmt: skip
    parts.append(Wrap(buttons, v.u(12)))
    if kept is not None and kept == counts:
        parts += [spread(v, kept), *published(v, card)]
    return frame.dialog(v, "panel:weigh", tr("Wegen"), Column(parts, v.u(18)), 1200)


def _weigh_intro(session: Session) -> str:
    if session.alone:
        return tr("Hoeveel invloed heeft deze factor op jouw afwegingen? Zet bij jouw gewicht een 1.")
    return tr(
        "Tel af: 3, 2, 1. Iedereen steekt tegelijk 1 tot 4 vingers op. Vul in hoeveel mensen 1, 2, 3 en 4 gaven."
    )


def _four(counts: tuple[int, ...]) -> tuple[int, int, int, int]:
    one, two, three, four = counts
    return one, two, three, four


def _hands(v: View, counts: tuple[int, ...], weight: int) -> Box:
    now = counts[weight - 1]

    def to(value: int) -> Put:
        changed = tuple(max(0, value) if n == weight - 1 else old for n, old in enumerate(counts))
        return Put("weights", changed)

    label = weight_name(weight)
    return w.spin(v, f"weigh:{weight}", label, str(now), (now, 0, t.MOST_HANDS), to(now - 1), to(now + 1))


def spread(v: View, counts: tuple[int, int, int, int]) -> Box:
    """How the group's weights lie: a bar for each weight, with its number."""
    most = max(counts)

    def bar(weight: int) -> Box:
        count = counts[weight - 1]
        words = several("{n} keer", "{n} keer", count)
        said = tr("gewicht {weight}: {words}").format(weight=weight_name(weight), words=words)

        def place(rect: Rect) -> Nodes:
            label_w, count_w = v.t(250), v.t(50)
            line = v.type.line_height(v.t(24))
            room = rect.w - label_w - count_w
            width = max(v.u(4), room * count // most)
            at = Rect(rect.x + label_w, rect.y + v.u(5), width, rect.h - v.u(10))
            y = rect.y + (rect.h - line) // 2
            name = weight_name(weight)
            ops: list[object] = [Fill(at, v.theme.ink if count else v.theme.quiet, v.u(6))]
            ops += w.line_ops(v, Rect(rect.x, y, label_w, line), [name], "medium", v.t(24), v.theme.ink)
            number_at = Rect(at.right + v.u(10), y, count_w, line)
            ops += w.line_ops(v, number_at, [str(count)], "bold", v.t(24), v.theme.ink)
            return [Node(f"spread:{weight}", Role.TEXT, rect, said, ops=tuple(ops))]

        return Leaf(v.t(40), place)

    head = w.text(v, tr("Zo verschillen we"), w.SMALL, "semibold", v.theme.muted)
    return Column([head, *(bar(weight) for weight in reversed(WEIGHTS))], v.u(4))


def published(v: View, card: Card) -> list[Box]:
    """The published place of the factor with its source, or that there is none. Never a norm."""
    if card.rank is None:
        line = tr("Voor deze factor is geen plaats gepubliceerd. Er is dus niets om mee te vergelijken.")
        return [w.text(v, line, w.SMALL, colour=v.theme.muted)]
    head = tr(
        "In het onderzoek: plaats {place} van {all} over alle beroepsgroepen samen (1 = meeste invloed)."
    )
    line = head.format(place=card.rank.overall, all=FACTORS_IN_THE_STUDY)
    groups = " · ".join(f"{group_name(group)} {card.rank.of(group)}" for group in Group)
    source = tr(
        "Enquête onder 319 professionals, Panteia, ZINZIZ en Muzus, 2021. Een gemiddelde van toen, geen norm."
    )
    return [
        w.text(v, line, 28, "semibold", key="published"),
        w.text(v, tr("Per beroepsgroep: {groups}").format(groups=groups), w.SMALL),
        w.text(v, source, w.SMALL, "italic", v.theme.muted),
    ]


# -- a note, a number, a card put aside


def open_note(session: Session) -> Open:
    """Open the note, with what was written before."""
    turn = t.table(session).turn
    return Open("note", (("note", turn.cards[-1].note if turn and turn.cards else ""),))


def _note(v: View, _session: Session) -> Node:
    written = str(v.model.form("note", ""))
    keep = All((Do(t.WriteNote(written)), Shut()))
    safe = tr("Schrijf niets op waaraan een cliënt te herkennen is: geen naam, nummer of adres.")
    box = Column(
        [
            w.text(v, safe, w.SMALL, colour=v.theme.muted),
            w.field(v, "note:text", tr("Notitie"), "note", t.LONGEST_NOTE, lines=6, first=True),
            Wrap([w.button(v, "note:keep", tr("Bewaren"), keep, primary=True), _cancel(v)], v.u(12)),
        ],
        v.u(16),
    )
    return frame.dialog(v, "panel:note", tr("Notitie bij deze kaart"), box)


def _cancel(v: View) -> Box:
    return w.button(v, "panel:close", tr("Terug"), Shut(), keys.BACK)


def _number(v: View, session: Session) -> Node:
    typed = str(v.model.form("number", ""))
    number = int(typed) if typed.isdigit() else 0
    bring = All((Do(t.BringUp(number)), Shut()))
    title = session.cards[number].title if number in session.cards else ""
    box = Column(
        [
            w.field(
                v, "number:text", tr("Nummer op de kaart"), "number", 4, digits=True, action=bring, first=True
            ),
            w.text(v, title or tr("Het nummer staat op elke papieren kaart."), w.BODY, colour=v.theme.muted),
            Wrap([w.button(v, "number:show", tr("Op tafel"), bring, primary=True), _cancel(v)], v.u(12)),
        ],
        v.u(16),
    )
    return frame.dialog(v, "panel:number", tr("Kaart opzoeken"), box, 700)


def _aside(v: View, session: Session) -> Node:
    buttons = []
    for one in reversed(t.table(session).aside):
        card = session.cards[one.card]
        label = tr("Kaart {number}, {cluster}: {title}").format(
            number=card.number, cluster=cluster_name(card.cluster), title=card.title
        )
        take = All((Do(t.TakeBack(one.card)), Shut()))
        buttons.append(w.button(v, f"aside:{one.card}", label, take, glyph=card.cluster.value, fill=True))
    empty = [] if buttons else [w.text(v, tr("Er liggen geen kaarten opzij."), colour=v.theme.muted)]
    box = Column([*empty, *buttons, Wrap([_cancel(v)], 0)], v.u(12))
    return frame.dialog(v, "panel:aside", tr("Kaarten die opzij liggen"), box)


# -- who sits at the table


def _people(v: View, session: Session) -> Node:
    legal = v.model.playing.legal if v.model.playing else frozenset()
    here = session.present
    rows: list[Box] = [_person(v, session, one, legal) for one in here]
    if len(here) < MOST_PARTICIPANTS:
        typed = str(v.model.form("new name", ""))
        add = All((Do(e.AddParticipant(typed)), Put("new name", "")))
        field = w.field(v, "people:new", tr("Naam van wie erbij komt"), "new name", LONGEST_NAME, action=add)
        button = w.button(
            v, "people:add", tr("Erbij"), add, glyph="person-add", enabled=e.AddParticipant in legal
        )
        rows.append(Row([field, button], v.u(12), 1.0))
    times = Wrap([_times(v, session), *_clock_switch(v, legal)], v.u(30))
    box = Column(
        [*rows, times, Wrap([w.button(v, "panel:close", tr("Sluiten"), Shut(), primary=True)], 0)], v.u(14)
    )
    return frame.dialog(v, "panel:people", tr("Deelnemers en tijd"), box, 1180)


def _person(v: View, session: Session, one: e.Participant, legal: frozenset[object]) -> Box:
    name = participant_name(one)
    turn = t.table(session).turn
    now = turn is not None and turn.participant == one.id
    first = session.present[0].id == one.id

    def small(key: str, label: str, action: e.Action, glyph: str) -> Box:
        return w.button(v, f"people:{key}:{one.id}", label, Do(action), glyph=glyph, size=22, pad=12,
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
    row: Box = Row([label, buttons], v.u(12)) if v.wide else Column([label, buttons], v.u(6))
    if first:
        return row

    def rule(rect: Rect) -> Nodes:
        return [Node(f"rule:{one.id}", Role.GROUP, rect, ops=(Fill(rect, v.theme.quiet),))]

    return Column([Leaf(max(1, v.u(2)), rule), row], v.u(8))


def _times(v: View, session: Session) -> Box:
    thinking, talking = session.thinking_seconds, session.talking_seconds

    def spin(key: str, label: str, now: int, step: int, to: object) -> Box:
        assert callable(to)
        shown = tr("{n} sec").format(n=now) if now else tr("uit")
        fewer, more = Do(to(max(0, now - step))), Do(to(min(3600, now + step)))
        return w.spin(v, key, label, shown, (now, 0, 3600), fewer, more)

    return Wrap(
        [
            spin("time:thinking", tr("Denktijd"), thinking, 15, lambda n: e.ChooseTimes(n, talking)),
            spin("time:talking", tr("Gesprekstijd"), talking, 30, lambda n: e.ChooseTimes(thinking, n)),
        ],
        v.u(30),
    )


def _clock_switch(v: View, legal: frozenset[object]) -> list[Box]:
    """Time off or on again for the turn that is going on."""
    for on, label in ((False, tr("Tijd uit voor deze beurt")), (True, tr("Tijd weer aan"))):
        if e.SwitchClock(on) in legal:
            return [w.button(v, "clock:switch", label, Do(e.SwitchClock(on)), glyph="timer", size=24)]
    return []


# -- finishing


def finish(session: Session) -> object:
    """What *Afronden* does: at once, or first asking about the card on the table."""
    return Open("finish") if t.card_on_table(session) else Do(e.Finish(False))


def finish_main(v: View, session: Session) -> Box:
    """*Afronden* as the main button."""
    return w.button(v, "primary", tr("Afronden"), finish(session), keys.PRIMARY, primary=True, first=True)


def _finish(v: View, _session: Session) -> Node:
    box = Column(
        [
            w.text(v, tr("Er ligt nog een kaart op tafel. Telt die mee als besproken?")),
            Grid(
                [
                    w.button(
                        v,
                        "finish:count",
                        tr("Telt mee, afronden"),
                        Do(e.Finish(True)),
                        primary=True,
                        fill=True,
                    ),
                    w.button(v, "finish:skip", tr("Telt niet mee, afronden"), Do(e.Finish(False)), fill=True),
                    w.button(v, "panel:close", tr("Nog niet afronden"), Shut(), keys.BACK, fill=True),
                ],
                1,
                v.u(12),
            ),
        ],
        v.u(20),
    )
    return frame.dialog(v, "panel:finish", tr("Sessie afronden"), box, 760)


__all__ = [
    "Padded",
    "build",
    "finish",
    "finish_main",
    "open_note",
    "open_weigh",
    "published",
    "space",
    "spread",
]
