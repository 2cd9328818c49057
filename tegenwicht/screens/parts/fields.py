"""What is filled in: choices, text fields and numbers. What is typed goes to the form entries of the model."""

from collections.abc import Sequence
from functools import lru_cache

from tegenwicht.i18n import tr
from tegenwicht.kit import fields, widgets
from tegenwicht.kit.buttons import choice_of
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Leaf, Row
from tegenwicht.kit.nodes import Edit
from tegenwicht.screens.shell.commands import Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View

GUARDED = 200
"""Fields for so many characters or more are for whole sentences: there a client could be traceable."""


@lru_cache(maxsize=64)
def worry_sentence(text: str, people: tuple[str, ...] = ()) -> str:
    """A quiet question when something in the text looks traceable; empty when nothing does.

    people: the names of the group and of who sits at the table.
    """
    from tegenwicht.game.privacy import Sort, worries

    sorts = {one.sort for one in worries(text, people)} if text else set()
    names = {
        Sort.BSN: tr("een BSN"), Sort.EMAIL: tr("een e-mailadres"), Sort.PHONE: tr("een telefoonnummer"),
        Sort.BIRTH_DATE: tr("een geboortedatum"), Sort.CASE_NUMBER: tr("een zaaknummer"),
        Sort.ACCOUNT: tr("een bankrekening"), Sort.ADDRESS: tr("een adres"), Sort.PLATE: tr("een kenteken"),
        Sort.NAME: tr("een naam uit jullie groep"), Sort.PERSON: tr("een naam"),
    }  # fmt: skip
    found = [name for sort, name in names.items() if sort in sorts]
    if not found:
        return ""
    return tr("Dit lijkt op {what}. Kan het zonder?").format(what=tr(" en ").join(found))


def _people(v: View) -> tuple[str, ...]:
    """The names of the group that plays and of its people."""
    if v.model.playing is None:
        return ()
    session = v.model.playing.timeline.session
    return tuple(name for name in (session.setup.title, *(one.name for one in session.participants)) if name)


def choice(
    v: View, key: Entry, label: str, options: Sequence[tuple[object, str]], chosen: object,
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
    names = tr("{label}: minder").format(label=label), tr("{label}: meer").format(label=label)
    return fields.spin(v, key, label, shown, number, fewer, more, names)


class Field(Column):
    """A text field under its name. ``bare``: the field alone, where its name is shown in another way."""

    __slots__ = ("bare",)

    def __init__(self, name: Box, bare: Box, gap: int) -> None:
        super().__init__([name, bare], gap)
        self.bare = bare


def field(
    v: View,
    key: str,
    label: str,
    form: Entry,
    longest: int,
    lines: int = 1,
    *,
    digits: bool = False,
    action: Command | None = None,
    hint: str = "",
    first: bool = False,
    otherwise: str = "",
    sentences: bool = True,
) -> Field:
    """A text field. What is typed goes to the form entry ``form``; Enter in a single line does ``action``.

    longest: in characters. lines: how high it is. hint: quieter words in the field while it is empty. otherwise: what
    it holds as long as nothing was typed. sentences: a long text in it is about people; not where it is the place of a
    file.
    """
    shown = str(v.model.form(form, otherwise))
    worry = worry_sentence(shown, _people(v)) if sentences and longest >= GUARDED else ""
    box = fields.text_field(
        v, key, label, shown, Edit(form, longest, lines > 1, digits), lines, action=action, hint=hint,
        first=first, in_use=v.model.focus == key, description=worry,
    )  # fmt: skip
    if worry:
        quiet = widgets.text(v, worry, widgets.SMALL, "italic", key=f"{key}:worry")
        box = Column([box, Row([widgets.icon(v, "info", 28, v.theme.ink), quiet], v.px(10))], v.px(8))
    return Field(widgets.seen(v, label, widgets.SMALL, "semibold", v.theme.muted), box, _under_name(v))


def _under_name(v: View) -> int:
    """Between a name and its field: the ring of the focus lies there, and leaves the tails of the letters free."""
    return max(8, v.px(12))


def numbered(v: View, number: int, box: Field) -> Box:
    """A field with a number at its left instead of its name above it."""
    shown = widgets.seen(v, str(number), widgets.SMALL, "semibold", v.theme.muted, natural=True)
    widest = v.type.width("00", "semibold", v.text_px(widgets.SMALL))
    return Row([Leaf(shown.height, shown.place, max(widest, shown.natural)), box.bare], v.px(10))
