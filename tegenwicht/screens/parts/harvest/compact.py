"""The harvest on small windows and with large text: the same, below each other, scrolling where it must."""

from tegenwicht.game import harvest
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, choice_of
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.parts.account.blocks import sheets
from tegenwicht.screens.parts.account.taken_blocks import harvest_blocks
from tegenwicht.screens.parts.act import Act, as_button
from tegenwicht.screens.parts.around import BACK, Around, column, stacked
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.fields import choice, field
from tegenwicht.screens.parts.harvest import sheet
from tegenwicht.screens.parts.harvest.days import CHOSEN, NONE, choices
from tegenwicht.screens.parts.harvest.head import bindings, step_names
from tegenwicht.screens.parts.harvest.line import day_is_wrong
from tegenwicht.screens.parts.harvest.lines import line_label, slip_words, writing_acts
from tegenwicht.screens.parts.harvest.minis import side_words
from tegenwicht.screens.parts.harvest.now import DAY, LINE, WHEN, WHO, Harvest, Step, keep_card
from tegenwicht.screens.parts.harvest.panels import state_words, told_of
from tegenwicht.screens.parts.harvest.remarks import remarks
from tegenwicht.screens.parts.harvest.scale_look import clusters_of, no_norm, side_line, tally_words
from tegenwicht.screens.parts.harvest.take import question_words
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.small_face import small_face
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Put, Say

CARD = 0.76
"""How large the card that lies open is, as a part of its usual size: the others are in sight below it."""


def build(now: Harvest, acts: list[Act], dialog: Node | None) -> Node:
    """The window of a step, its parts below each other. dialog: over it, unless someone writes."""
    shown = {Step.TAKE: _take, Step.LOOK: _look, Step.REPORT: _report}[now.step](now)
    steps = list(step_names(now).values())
    place = tr("{place}: {step}").format(place=now.place, step=steps[list(Step).index(now.step)])
    back = Act(BACK, tr("Terug"), now.back, keys.BACK) if now.back is not None else None
    around = Around(
        place, tuple(acts), back, dialog=_writing(now) if now.writing else dialog,
        bindings=bindings(now), escape=back is None,
    )  # fmt: skip
    return stacked(now.v, around, column(now.v, f"harvest:{now.step}", shown))


def _button(now: Harvest, act: Act) -> Button:
    return as_button(now.v, act, first=act.primary)


def _paper(now: Harvest, box: Box, key: str) -> Box:
    return widgets.panel(now.v, box, key, pad=24)


# -- Meenemen


def _take(now: Harvest) -> list[Box]:
    v = now.v
    asked = widgets.text(v, question_words(now), 44, "bold", None, Role.HEADING, 2, key="question", live=True)
    parts: list[Box] = [asked]
    if now.card is not None:
        parts.append(small_face(v, now.card, "harvest:card", False, part=CARD, role=Role.GROUP))
    if now.teller is not None:
        parts.append(_paper(now, widgets.text(v, slip_words(now), 30, "semibold", key="slip"), "slip:paper"))
    if now.cards and now.teller is not None:
        parts += [_choose(now, right) for right in (False, True) if now.side(right)]
    if not now.session.alone:
        parts.append(_people(now))
    return parts


def _choose(now: Harvest, right: bool) -> Box:
    v = now.v
    boxes: list[Box] = []
    for card in now.side(right):
        on = now.card is not None and now.card.number == card.number
        command = keep_card(now, None if on else card.number)
        glyph = "check" if on else card.family.value
        boxes.append(
            button(v, f"mini:{card.number}", f"{card.number} {card.title}", command, glyph=glyph)
            .sized(24, 14)
            .filling()
            .chosen(on)
            .heard(card_name(card))
        )
    return Column(
        [widgets.name(v, side_words(now, right)), Grid(boxes, 3 if v.wide else 1, v.px(10), v.text_px(300))],
        v.px(8),
    )


def _people(now: Harvest) -> Box:
    v = now.v
    boxes = [
        button(v, f"harvest:{one.id}", now.names[one.id], Put(WHO, one.id))
        .sized(24, 14)
        .beside(state_words(now, one))
        .heard(description=told_of(now, one))
        for one in now.people
        if now.teller is None or one.id != now.teller.id
    ]
    return Wrap(boxes, v.px(10))


def _writing(now: Harvest) -> Node:
    """The line and its day, on a panel."""
    v = now.v
    *_, keep = writing_acts(now)
    when = int(v.model.form(WHEN, NONE))
    parts: list[Box] = [
        widgets.muted(v, no_client_data()),
        field(v, "line:text", line_label(now), LINE, harvest.LONGEST_TAKEN, action=keep.command, first=True),
        choice(v, WHEN, tr("Wanneer?"), choices(), when),
    ]
    if when == CHOSEN:
        parts.append(field(v, "line:day", tr("Datum"), DAY, 10, action=keep.command, hint=tr("dag-maand")))
    if day_is_wrong(v):
        parts.append(widgets.text(v, keep.told, key="line:wrong"))
    buttons = [_button(now, act) for act in reversed(writing_acts(now))]
    return frame.dialog(v, "panel:line", line_label(now), Column(parts, v.px(16)), buttons, 1000)


# -- the scale


def _look(now: Harvest) -> list[Box]:
    v, counts = now.v, now.mine.counts
    if counts is None:
        written = tuple(harvest_blocks(now.session, False)) if now.closed else ()
        if now.mine.look is not None:
            return [now.mine.look.box(v), *sheets(v, written), *now.mine.also]
        return [*sheets(v, (*written, *now.mine.blocks)), *now.mine.also]
    asks = tr("Wat valt je op?") if now.session.alone else tr("Wat valt jullie op?")
    told = [
        widgets.text(v, one.words, 30, "semibold", key=f"look:remark:{n}")
        for n, one in enumerate(remarks(counts))
    ]
    first = _paper(
        now,
        Column([widgets.heading(v, asks, 44), *told, widgets.muted(v, no_norm())], v.px(14)),
        "look:sheet",
    )
    sides = [_side(now, right) for right in (False, True)]
    return [first, Grid(sides, 2 if v.wide else 1, v.px(20))]


def _side(now: Harvest, right: bool) -> Box:
    v, counts = now.v, now.mine.counts
    assert counts is not None
    clusters = clusters_of(now, right)
    name = tr("Kaders") if right else tr("Mensen")
    rows: list[Box] = [
        widgets.heading(v, f"{name}: {counts.balance[int(right)]}", 34), widgets.muted(v, side_line(counts, clusters)),
    ]  # fmt: skip
    for one in clusters:
        words = tr("{name}: {told}").format(name=cluster_name(one), told=tally_words(counts, one))
        rows.append(Row([disc(v, one, 44), widgets.text(v, words, 26, key=f"look:{one}")], v.px(12), 0.5))
    return _paper(now, Column(rows, v.px(10)), f"look:{'right' if right else 'left'}")


# -- the report


def _report(now: Harvest) -> list[Box]:
    v = now.v
    chosen = sheet.chosen_way(now)
    made = [(name, _choosing(now, way), way == chosen) for way, name, _, _ in sheet.ways(now)]
    parts: list[Box] = [widgets.heading(v, tr("Neem het mee."), 44)]
    parts.append(choice_of(v, sheet.FORM, tr("Wat wil je maken?"), made))
    if sheet.saved(now):
        opens = button(v, "report:open", tr("Openen"), sheet.opening(now))
        parts.append(
            Row(
                [
                    widgets.text(v, sheet.saved_words(now), 26, "semibold", key="report:saved", live=True),
                    opens,
                ],
                v.px(14),
            )
        )
    else:
        parts.append(widgets.text(v, sheet.kept_words(now), 26, key="report:kept"))
    parts.append(
        Wrap(
            [button(v, key, word, command).sized(24, 14) for key, word, command in sheet.more_ways(now)],
            v.px(10),
        )
    )
    inside: list[Box] = [widgets.muted(v, sheet.apart_words(now))]
    for key, word, says, command, icon in sheet.apart(now):
        inside.append(
            Column(
                [button(v, key, word, command, glyph=icon).heard(description=says), widgets.muted(v, says)],
                v.px(4),
            )
        )
    parts.append(_paper(now, Column(inside, v.px(12)), "apart"))
    return parts


def _choosing(now: Harvest, way: str) -> Command:
    """Chooses what is to be made; of what was made already it says where that is, and that it can be made once more."""
    if way != sheet.chosen_way(now) or not sheet.is_made(now):
        return sheet.choosing(way)
    again = tr("Nog een keer? Kies: {name}.").format(name=sheet.making_words(now))
    return All((sheet.choosing(way), Say(f"{sheet.saved_words(now)} {again}")))
