"""What is filled in: choices, text fields and numbers. What is typed goes to the form entries of the model."""

from collections.abc import Sequence
from functools import lru_cache

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import choice_of
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.view import View

GUARDED = 200
"""Fields for so many characters or more are for whole sentences: there a client could be traceable."""


@lru_cache(maxsize=64)
def worry_sentence(text: str) -> str:
    """A quiet question when something in the text looks traceable; empty when nothing does."""
    from tegenwicht.game.privacy import Sort, worries

    sorts = {one.sort for one in worries(text)} if text else set()
    names = {
        Sort.BSN: tr("een BSN"), Sort.EMAIL: tr("een e-mailadres"), Sort.PHONE: tr("een telefoonnummer"),
        Sort.BIRTH_DATE: tr("een geboortedatum"), Sort.CASE_NUMBER: tr("een zaaknummer"),
    }  # fmt: skip
    found = [name for sort, name in names.items() if sort in sorts]
    if not found:
        return ""
    return tr("Dit lijkt op {what}. Kan het zonder?").format(what=tr(" en ").join(found))


def choice(
    v: View, key: str, label: str, options: Sequence[tuple[object, str]], chosen: object,
    full_names: bool = False,
) -> Box:  # fmt: skip
    """A named group of options of which one holds; ``Put`` keeps it under ``key``."""
    commands = [(name, Put(key, value), value == chosen) for value, name in options]
    return choice_of(v, key, label, commands, full_names)


def spin(
    v: View,
    key: str,
    label: str,
    shown: str,
    number: tuple[float, float, float],
    fewer: Command | None,
    more: Command | None,
) -> Box:
    """A number with a button for less and one for more; arrows change it too. (now, least, most)"""
    now, least, most = number
    px = v.t(w.BODY)
    high = max(v.u(48), v.type.line_height(px) + 2 * v.u(12))
    wide = max(v.t(110), v.type.width(shown, "bold", px) + v.u(36))
    node = Node(
        key, Role.SPIN, w.NOWHERE, label, shown, number=number, increase=more if now < most else None,
        decrease=fewer if now > least else None,
    )  # fmt: skip

    def value(rect: Rect) -> Nodes:
        ground = Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge)
        words = w.middle_line(v, rect, shown, "bold", px, v.theme.ink)
        return [node._replace(rect=rect, ops=(ground, words))]

    boxes: list[Box] = [
        _nudge(v, f"{key}:fewer", "−", f"{label}: minder", fewer, now > least, high),
        Leaf(high, value, wide),
        _nudge(v, f"{key}:more", "+", f"{label}: meer", more, now < most, high),
    ]
    name = w.seen(v, label, w.SMALL, "semibold", v.theme.muted, natural=True)
    line = Row(boxes, v.u(8))
    return Column([name, line], v.u(8), natural=max(line.natural, name.natural, v.t(250)))


def _nudge(v: View, key: str, sign: str, label: str, action: Command | None, enabled: bool, high: int) -> Box:
    px = v.t(34)

    def place(rect: Rect) -> Nodes:
        colour, edge = (v.theme.ink, v.theme.edge) if enabled else (v.theme.off, v.theme.quiet)
        ground = Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), edge)
        ops = (ground, w.middle_line(v, rect, sign, "bold", px, colour))
        return [Node(key, Role.BUTTON, rect, label, action=action, enabled=enabled, untabbed=True, ops=ops)]

    return Leaf(high, place, high)


def field(
    v: View,
    key: str,
    label: str,
    form: str,
    longest: int,
    lines: int = 1,
    digits: bool = False,
    action: Command | None = None,
    hint: str = "",
    first: bool = False,
    otherwise: str = "",
    natural: int = 0,
    beside: str = "",
    bare: bool = False,
    sentences: bool = True,
) -> Box:
    """A text field. What is typed goes to the form entry ``form``; Enter in a single line does ``action``.

    hint: quieter words in the field while it is empty. beside: shown at its left instead of the label above.
    bare: the label is shown elsewhere, as when it is a question in large letters. sentences: a long text in it
    is about people; not where it is the place of a file.
    """
    px = v.t(w.BODY)
    shown = str(v.model.form(form, otherwise))
    high = v.type.line_height(px) * lines + 2 * v.u(14)
    node = Node(
        key,
        Role.TEXT_FIELD,
        w.NOWHERE,
        label,
        shown,
        hint if hint != label else "",
        action=action,
        first=first,
    )
    edit = Edit(form, longest, lines > 1, digits, px)
    words, colour = (shown, v.theme.ink) if shown else (hint, v.theme.muted)
    if v.model.focus == key:
        words = ""

    def place(rect: Rect) -> Nodes:
        inside = rect.inset(v.u(16), v.u(14))
        fitting = _cut(v, words, px, inside.w, lines)
        ops = (
            Fill(rect, v.theme.paper, v.u(10), max(1, v.u(2)), v.theme.edge),
            *w.line_ops(v, inside, fitting, "regular", px, colour),
        )
        return [node._replace(rect=rect, edit=edit._replace(inside=inside), ops=ops)]

    box: Box = Leaf(high, place)
    if sentences and longest >= GUARDED and (worry := worry_sentence(shown)):
        quiet = w.text(v, worry, w.SMALL, "italic", key=f"{key}:worry")
        box = Column([box, Row([w.icon(v, "info", 28, v.theme.ink), quiet], v.u(10))], v.u(8))
        node = node._replace(description=worry)
    if bare:
        return box
    if beside:
        number = w.seen(v, beside, w.SMALL, "semibold", v.theme.muted, natural=True)
        widest = v.type.width("00", "semibold", v.t(w.SMALL))
        return Row([Leaf(number.height, number.place, max(widest, number.natural)), box], v.u(10))
    name = w.seen(v, label, w.SMALL, "semibold", v.theme.muted)
    return Column([name, box], v.u(6), natural=natural)


def _cut(v: View, words: str, px: int, width: int, most: int) -> tuple[str, ...]:
    """The lines that fit in a field; dots tell that there is more, which scrolls when the field is in use."""
    lines = v.type.lines(words, "regular", px, max(1, width)) if words else ()
    if len(lines) <= most:
        return lines
    lines = v.type.lines(words, "regular", px, max(1, width - v.type.width("…", "regular", px)))
    return (*lines[: most - 1], f"{lines[most - 1].removesuffix('-')}…")
