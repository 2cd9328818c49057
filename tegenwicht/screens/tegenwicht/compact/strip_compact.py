"""The strip under the card on the compact table: its doorvraag, a note, a thought to park, a joker."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Card
from tegenwicht.game.parking import LONGEST_THOUGHT
from tegenwicht.game.rules import LONGEST_NAME
from tegenwicht.game.start import LONGEST_LINE
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button, choice_of
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import field, worry_sentence
from tegenwicht.screens.parts.panels.writing import no_client_data, no_client_data_line
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table.cards import colours_of
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell import entries, frame, keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Shut
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.compact.card_compact import shown_card
from tegenwicht.screens.tegenwicht.compact.compact_size import Size
from tegenwicht.screens.tegenwicht.now import JOIN, PARK, Now
from tegenwicht.screens.tegenwicht.pieces import joining, jokers, thoughts


def strip(now: Now, s: Size) -> list[Box]:
    """A note being written, or the doorvraag that is out or comes next."""
    if now.v.model.panel is Panel.NOTE:
        return [_note(now, s)]
    if box := asked(now, s):
        return box
    one = shown_card(now)
    words = thoughts.laid(now)
    if words and not now.slips(one)[0]:
        line = widgets.text(
            now.v, tr("Geparkeerd: {words}").format(words=words), s.design(24), "semibold", key="thought"
        )
        away = button(now.v, "thought:away", tr("Gedachte weg van tafel"), Forget(thoughts.LAID))
        away = away.sized(s.design(18), 12)
        return [_panel(now, s, "thought:strip", Column([line, away], s.px(4)))]
    return [_slip(now, s, one)] if one.deeper else []


def asked(now: Now, s: Size) -> list[Box]:
    """What lies on the strip and is not about the card alone: a thought to park, a joker that is being played."""
    if now.v.model.panel is Panel.PARK:
        box = field(
            now.v,
            thoughts.FIELD,
            thoughts.label(),
            PARK,
            LONGEST_THOUGHT,
            action=thoughts.park(now),
            first=True,
        )
        guard = widgets.text(now.v, no_client_data(), s.design(18), "medium", now.v.theme.table.faint)
        return [_panel(now, s, "panel:park", Column([box, guard], s.px(4)))]
    if now.v.model.panel is Panel.JOIN:
        name = field(now.v, joining.NAME, tr("Wie schuift aan?"), JOIN, LONGEST_NAME, action=joining.join(now),
                     first=True)  # fmt: skip
        when = choice_of(now.v, "join:when", tr("Wanneer aan de beurt"), joining.options(now))
        return [_panel(now, s, "panel:join", Column([name, when], s.px(6)))]
    joker = jokers.opened(now)
    if joker is None:
        return []
    words = " ".join(jokers.question(now, joker))
    head = widgets.text(now.v, words, s.design(22), "semibold", key="joker:asked")
    playing = Column([head, *_playing(now, joker, s.design(18))], s.px(6))
    return [_panel(now, s, "panel:joker", playing)]


def _playing(now: Now, joker: tegenwicht.Held, size: float) -> list[Box]:
    """What there is to choose when a joker is played, or the field of a blank one."""
    v = now.v
    if jokers.kind_of(now, joker) is tegenwicht.Joker.OWN:
        label, done = tr("Wat mag deze joker?"), jokers.at_once(now, joker)
        return [field(v, jokers.TEXT, label, jokers.TEXT, LONGEST_LINE, action=done, first=True)]
    made: list[Box] = [
        button(v, one.key, one.word, one.command, glyph=one.glyph, first=place == 0).sized(size, 12)
        for place, one in enumerate(jokers.choices(now, joker))
    ]
    return [Wrap(made, v.px(8))] if made else []


def joker_panel(now: Now, joker: tegenwicht.Held) -> Node:
    """The same over a screen that has no strip."""
    words = " ".join(jokers.question(now, joker))
    buttons = [close_button(now.v, tr("Terug"))]
    if (done := jokers.at_once(now, joker)) is not None:
        buttons.insert(0, button(now.v, "joker:keep", tr("Speel de joker"), done, primary=True))
    box = Column([widgets.text(now.v, words, 30, "semibold"), *_playing(now, joker, 26)], now.v.px(14))
    return frame.dialog(now.v, "panel:joker", jokers.name_of(now, joker), box, buttons, 1000)


def _panel(now: Now, s: Size, key: str, inside: Box) -> Box:
    """What lies on the strip, as one part of the tree that says that it is open."""
    m, across, down = now.v.theme.table, s.px(16), s.px(10)

    def place(rect: Rect) -> Nodes:
        paper = Fill(rect, m.slip, s.px(12), max(1, s.px(2)), m.line)
        return [
            Node(key, Role.GROUP, rect, ops=(paper,), children=tuple(inside.place(rect.inset(across, down))))
        ]

    return Leaf(lambda width: inside.height(width - 2 * across) + 2 * down, place)


def _slip(now: Now, s: Size, one: Card) -> Box:
    out, seen = now.slips(one)
    following, count = now.draw_slip(one), len(one.deeper)
    free = now.v.model.focus_is("", "card")
    sign = now.sign(keys.DEEPER) if following and free else ""
    words = one.deeper[out - 1] if out else tr("Doorvraag {n}").format(n=seen + 1)
    if not out and not following:
        words = tr("Alle {n} doorvragen zijn geweest").format(n=count)
    label = tr("Doorvraag {n} van {m}: {words}").format(n=out, m=count, words=words) if out else words
    px, v = s.text(26 if out else 20), now.v
    right = (v.type.width(sign, "semibold", s.text(16)) + s.px(30)) if sign else s.px(12)
    left = s.px(62) if out else s.px(18)

    def lines(width: int) -> tuple[str, ...]:
        found: tuple[str, ...] = v.type.lines(words, "semibold", px, max(1, width - left - right))
        return found

    def place(rect: Rect) -> Nodes:
        c, m = colours_of(now.g, front(one)), v.theme.table
        ops: list[Op] = [Fill(rect, m.slip, s.px(12), max(1, s.px(2)), c.edge)]
        if out:
            disc = Rect(rect.x + s.px(14), rect.y + (rect.h - s.px(36)) // 2, s.px(36), s.px(36))
            ops += [
                Fill(disc, c.band, s.px(18)),
                widgets.middle_line(v, disc, str(out), "bold", s.text(20), c.on_band),
            ]
        shown = lines(rect.w)
        step = v.type.line_height(px)
        at = Rect(rect.x + left, rect.y + (rect.h - step * len(shown)) // 2, rect.w - left - right, 0)
        ops += widgets.line_ops(v, at, shown, "semibold", px, v.theme.ink if out else c.edge)
        if sign:
            wide = right - s.px(16)
            box = Rect(rect.right - s.px(12) - wide, rect.y + (rect.h - s.px(28)) // 2, wide, s.px(28))
            ops += [Fill(box, m.slip, s.px(6), max(1, s.px(2)), c.edge),
                    widgets.middle_line(v, box, sign, "semibold", s.text(16), c.edge)]  # fmt: skip
        if following:
            name = label if not out else f"{label} {tr('Volgende')}"
            return [Node("slip", Role.BUTTON, rect, name, action=following, shortcuts=keys.DEEPER.names,
                         corner=s.px(12), ops=tuple(ops))]  # fmt: skip
        return [Node("slip", Role.TEXT, rect, label, ops=tuple(ops))]

    return Leaf(lambda width: len(lines(width)) * v.type.line_height(px) + 2 * s.px(8), place)


def _note(now: Now, s: Size) -> Box:
    """The field of a note, three lines high."""
    v, px = now.v, s.text(22)
    typed = str(v.model.form(entries.NOTE, ""))
    high = 3 * v.type.line_height(px)
    worry = worry_sentence(typed)
    name = widgets.seen(v, tr("Notitie"), s.design(18), "semibold", natural=True)
    guard = widgets.text(v, worry or no_client_data_line(), s.design(18), "medium", v.theme.table.faint)

    def place(rect: Rect) -> Nodes:
        m = v.theme.table
        inside = rect.inset(s.px(14), s.px(8))
        lines = v.type.lines(typed, "regular", px, inside.w)[:3] if not v.model.focus_is("note:text") else ()
        ops: tuple[Op, ...] = (Fill(rect, m.slip, s.px(12), max(1, s.px(2)), m.line),
               *widgets.line_ops(v, inside, lines, "regular", px, v.theme.ink))  # fmt: skip
        keep = All((Do(tegenwicht.WriteNote(typed)), Shut()))
        field = Node("note:text", Role.TEXT_FIELD, rect, tr("Notitie"), typed, worry or no_client_data(), action=keep,
                     first=True, ops=ops, corner=s.px(12),
                     edit=Edit("note", tegenwicht.LONGEST_NOTE, multiline=True, font_px=px, inside=inside,
                               paper=m.slip))  # fmt: skip
        return [Node("panel:note", Role.GROUP, rect, children=(field,))]

    return Column([Row([name, guard], s.px(14), 0.0), Leaf(high + 2 * s.px(8), place)], s.px(4))
