"""Weighing on one screen: hands are counted, the spread is shown, and only then the published place."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Group
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, width_of
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import first_place_note
from tegenwicht.screens.parts.fields import spin
from tegenwicht.screens.parts.names import group_name
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Do, Open, Put, Shut
from tegenwicht.screens.shell.view import View

WEIGHTS = (1, 2, 3, 4)
WIDTH = 1200


def weight_name(weight: int) -> str:
    """A weight, 1 to 4, with the words that the survey's scale has for its ends."""
    words = {1: tr("geen invloed"), 4: tr("veel invloed")}
    return f"{weight} – {words[weight]}" if weight in words else str(weight)


def open_weigh(session: Session) -> Open:
    """Open the weighing, with what was given before."""
    turn = t.table(session).turn
    before = turn.cards[-1].weights if turn and turn.cards else None
    return Open("weigh", (("weights", before or (0, 0, 0, 0)),))


def weigh(v: View, session: Session) -> Node:
    """The panel."""
    turn = t.table(session).turn
    assert turn is not None
    card = session.cards[turn.cards[-1].card]
    counts: tuple[int, ...] = v.model.form("weights", (0, 0, 0, 0))
    kept = turn.cards[-1].weights
    parts: list[Box] = [
        w.text(v, card.title, 34, "semibold"),
        w.text(v, _intro(session), w.SMALL, colour=v.theme.muted),
        _hands(v, counts),
        w.text(
            v,
            several("{n} hand geteld", "{n} handen geteld", sum(counts)),
            w.SMALL,
            "semibold",
            key="hands:line",
            live=True,
        ),
    ]
    if kept is not None and kept == counts:
        parts += [spread(v, kept), *published(v, card)]
    box = Column(parts, v.u(18))
    return frame.dialog(v, "panel:weigh", tr("Wegen"), box, _buttons(v, counts, kept == counts), WIDTH)


def _buttons(v: View, counts: tuple[int, ...], shown: bool) -> list[Button]:
    one, two, three, four = counts
    keep = Do(t.Weigh((one, two, three, four)))
    if shown:
        return [button(v, "weigh:keep", tr("Sluiten"), Shut(), primary=True)]
    show = button(v, "weigh:keep", tr("Toon de spreiding"), keep, enabled=sum(counts) > 0, primary=True)
    return [show, button(v, "panel:close", tr("Sluiten"), Shut())]


def _intro(session: Session) -> str:
    if session.alone:
        return tr("Hoeveel invloed heeft deze factor op jouw afwegingen? Zet bij jouw gewicht een 1.")
    return tr(
        "Tel af: 3, 2, 1. Iedereen steekt tegelijk 1 tot 4 vingers op. Vul in hoeveel mensen 1, 2, 3 en 4 gaven."
    )


def _hands(v: View, counts: tuple[int, ...]) -> Box:
    """A number for each weight: all on one line, two by two, or below each other."""
    boxes = [_count(v, counts, weight) for weight in WEIGHTS]
    gap = v.u(26)
    room = min(v.width - v.u(48), v.t(WIDTH)) - 2 * v.u(36) - v.u(20)
    if width_of(boxes, gap) <= room:
        return Wrap(boxes, gap)
    return Grid(boxes, 2 if 2 * max(box.natural for box in boxes) + gap <= room else 1, v.u(16))


def _count(v: View, counts: tuple[int, ...], weight: int) -> Box:
    now = counts[weight - 1]

    def to(value: int) -> Put:
        changed = tuple(max(0, value) if n == weight - 1 else old for n, old in enumerate(counts))
        return Put("weights", changed)

    label = weight_name(weight)
    return spin(v, f"weigh:{weight}", label, str(now), (now, 0, t.MOST_HANDS), to(now - 1), to(now + 1))


def spread(v: View, counts: tuple[int, int, int, int]) -> Box:
    """How the group's weights lie: a bar for each weight, with its number."""
    bars = [_bar(v, weight, counts[weight - 1], max(counts)) for weight in reversed(WEIGHTS)]
    return Column([w.name(v, tr("Zo verschillen we")), *bars], v.u(4))


def _bar(v: View, weight: int, count: int, most: int) -> Box:
    said = tr("gewicht {weight}: {words}").format(
        weight=weight_name(weight), words=several("{n} keer", "{n} keer", count)
    )
    px = v.t(24)
    label_w = max(v.type.width(weight_name(one), "medium", px) for one in WEIGHTS) + v.u(18)
    count_w = v.type.width("99", "bold", px) + v.u(12)

    def place(rect: Rect) -> Nodes:
        room = max(0, rect.w - label_w - count_w)
        width = max(v.u(4), room * count // most)
        at = Rect(rect.x + label_w, rect.y + v.u(5), width, rect.h - v.u(10))
        number = Rect(at.right + v.u(10), rect.y, count_w, rect.h)
        ops = (
            Fill(at, v.theme.ink if count else v.theme.edge, v.u(6)),
            w.middle_line(v, rect, weight_name(weight), "medium", px, v.theme.ink, 0.0),
            w.middle_line(v, number, str(count), "bold", px, v.theme.ink, 0.0),
        )
        return [Node(f"spread:{weight}", Role.TEXT, rect, said, ops=ops)]

    return Leaf(v.t(40), place)


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
        w.text(v, f"{source} {first_place_note()}", w.SMALL, "italic", v.theme.muted),
    ]
