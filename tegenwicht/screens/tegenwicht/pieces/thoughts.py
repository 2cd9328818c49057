"""Parking a thought on the strip. What is parked stays folded until somebody opens it; then it can be laid down."""

from tegenwicht.game import parking
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.fields import worry_sentence
from tegenwicht.screens.parts.panels.slip import slip
from tegenwicht.screens.parts.panels.writing import no_client_data, no_client_data_line
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table import strip
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Open, Put, Shut, Tell
from tegenwicht.screens.shell.modes import shutting
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import PARK, THOUGHT, Now

FIELD, LAID = "park:text", THOUGHT
"""The field in which one parks; the panel of what is parked; the form entry of the thought that is on the strip."""


def typed(now: Now) -> str:
    """What is written and not parked yet."""
    return str(now.v.model.form(PARK, ""))


def park(now: Now) -> Command:
    """Park what was written; nothing of it is seen on the table, so say where it is."""
    told = Tell(tr("Geparkeerd. Je vindt het terug bij Meer."))
    return All((Do(parking.ParkThought(typed(now))), Put(PARK, ""), Shut(), told))


def acts_of_meer(now: Now) -> list[Act]:
    """Parking, and how many lie folded."""
    found = []
    if parking.ParkThought in now.legal:
        found.append(Act("park", tr("Parkeren"), Open(Panel.PARK), keys.PARK, "down"))
    if folded := now.session.parked:
        told = several("{n} gedachte, nog dicht", "{n} gedachten, nog dicht", len(folded))
        word = tr("Geparkeerd · {n}").format(n=len(folded))
        found.append(Act("thoughts", word, Open(Panel.THOUGHTS), None, "aside", told=told))
    return found


def acts_of_strip(now: Now) -> list[Act]:
    """The buttons on the rim while one parks."""
    return [
        Act("park:close", tr("Terug"), shutting(now.v), keys.BACK),
        Act("park:keep", tr("Parkeren"), park(now), keys.KEEP, primary=True),
    ]


# -- on the strip


def label() -> str:
    """What stands above the field."""
    return tr("Parkeren: een gedachte voor straks · blijft dicht")


def on_strip(now: Now) -> list[Node]:
    """The field in which a thought is written."""
    g, m, theme = now.g, now.v.theme.table, now.v.theme
    sheet = strip.sheet(g, typed(now))
    at, inside, px = sheet.rect, sheet.inside, sheet.px
    seen = worry_sentence(typed(now))
    worry = seen or no_client_data()
    shown = () if now.v.model.focus == FIELD else now.v.type.lines(typed(now), "regular", px, inside.w)[:2]
    lines = widgets.line_ops(now.v, inside, shown, "regular", px, theme.ink)
    field = Node(
        FIELD, Role.TEXT_FIELD, at, label(), typed(now), worry, action=park(now), first=True,
        corner=g.px(20), ops=(*sheet.head_ops(g, label(), seen or no_client_data_line()), *lines),
        edit=Edit(
            PARK, parking.LONGEST_THOUGHT, multiline=True, font_px=px, inside=inside, unbroken=True, paper=m.slip
        ),
    )  # fmt: skip
    paper = Node("slip:paper", Role.GROUP, at, ops=sheet.ops(g))
    return [paper, Node("panel:park", Role.GROUP, at, children=(field,))]


def _paper(now: Now) -> Node:
    theme = now.v.theme
    ink = strip.Ink(theme.ink, theme.strong, theme.on_strong)
    return Node("slip:paper", Role.GROUP, strip.strip_rect(now.g), layer=-1, ops=strip.strip_ops(now.g, ink))


def laid(now: Now) -> str:
    """The thought that was laid on the table and is on the strip; empty when none is."""
    number = now.v.model.form(LAID, 0)
    return next((one.text for one in now.session.parked if one.number == number and one.on_table), "")


def laid_down(now: Now) -> list[Node]:
    """A thought that was laid on the table, where everyone reads it; and what puts it away."""
    words = laid(now)
    if not words:
        return []
    g, theme = now.g, now.v.theme
    at, px = strip.strip_rect(g), g.px(58)
    disc = Rect(at.x + g.px(26), at.y + g.px(32), px, px)
    ops = (
        Fill(disc, theme.strong, px // 2), Icon(disc.inset(g.px(13)), "down", theme.on_strong),
        *strip.question_ops(g, words),
    )  # fmt: skip
    room = g.px(88)
    text = Node(
        "thought",
        Role.TEXT,
        at._replace(w=at.w - room),
        tr("Geparkeerd: {words}").format(words=words),
        ops=ops,
    )
    box = Rect(at.right - g.px(76), at.y + (at.h - g.px(52)) // 2, g.px(52), g.px(52))
    shut = (
        Fill(box, theme.table.card, box.w // 2, g.px(2), theme.ink),
        Icon(box.inset(g.px(14)), "close", theme.ink),
    )
    away = Node("thought:away", Role.BUTTON, box, tr("Gedachte weg van tafel"), action=Forget(LAID),
                corner=box.w // 2, ops=shut)  # fmt: skip
    return [_paper(now), text, away]


# -- what is parked, opened on purpose


def panel(now: Now) -> Node:
    """The thoughts that are parked: each can be laid on the table, or taken away."""
    v = now.v
    rows: list[Box] = []
    for one in now.session.parked:
        lay = All((Do(parking.TakeUpThought(one.number)), Put(LAID, one.number), Shut()))
        again = All((Put(LAID, one.number), Shut()))
        word, command = (tr("Weer op tafel"), again) if one.on_table else (tr("Leg op tafel"), lay)
        away = Do(parking.RemoveThought(one.number))
        parts: list[Box] = [
            widgets.text(v, one.text, 30, "semibold", key=f"thought:{one.number}"),
            Wrap(
                [
                    button(v, f"thought:lay:{one.number}", word, command).sized(24, 16).heard(f"{word}: {one.text}"),
                    button(v, f"thought:gone:{one.number}", tr("Haal weg"), away).sized(24, 16).heard(
                        tr("Haal weg: {words}").format(words=one.text)),
                ],
                v.px(10),
            ),
        ]  # fmt: skip
        rows.append(slip(v, f"thought:paper:{one.number}", Column(parts, v.px(12))))
    if not rows:
        rows.append(widgets.text(v, tr("Er ligt niets geparkeerd."), 28, key="thoughts:none"))
    return frame.dialog(
        v, "panel:thoughts", tr("Geparkeerd"), Column(rows, v.px(14)), [close_button(v, tr("Terug"))], 1000
    )
