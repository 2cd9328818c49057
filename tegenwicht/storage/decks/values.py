"""Lists and single values of a deck's file: each checked, with what is wrong in Dutch. Knows no cards."""

import re
from enum import StrEnum
from typing import TypeVar

from tegenwicht.i18n import tr
from tegenwicht.storage.decks.keys import Words
from tegenwicht.storage.decks.limits import LONGEST_WORD, MOST_IN_ID
from tegenwicht.storage.decks.nodes import NO_VALUE, Mapping, Node, Refused, Scalar, Sequence
from tegenwicht.storage.decks.problems import Report
from tegenwicht.storage.decks.text import BREAKS, HIDDEN, QUOTES, shown, told

Member = TypeVar("Member", bound=StrEnum)
_INTEGER = re.compile("0|[1-9][0-9]{0,8}")
_A_TEXT = tr("tekst")


class Values:
    """Reads values, and reports what is wrong with them. After a problem each gives a stand-in of the right type.

    ``escapes``: the file has backslashes, so a text may hold characters that the file itself does not.
    """

    def __init__(self, escapes: bool, report: Report, words: Words) -> None:
        self._escapes = escapes
        self._report = report
        self._words = words

    def _items(self, node: Node, field: str, bounds: tuple[int, int], expected: str) -> list[Node]:
        """The items of a list, never more than there may be."""
        if not isinstance(node, Sequence):
            self._say_wrong(node, field, tr("een lijst van {expected}").format(expected=expected))
            return []
        low, high = bounds
        if not low <= len(node.children) <= high:
            self._report.add(
                node.start_mark,
                tr("{name}: verwacht {expected}; gevonden {n}").format(
                    name=self._name(field), expected=expected, n=len(node.children)
                ),
            )
        return node.children[:high]

    def _pattern(self, node: Node, field: str, pattern: re.Pattern[str], expected: str) -> str:
        if isinstance(node, Scalar) and len(node.value) <= MOST_IN_ID and pattern.fullmatch(node.value):
            if node.meaning is None:
                return node.value
            expected = _A_TEXT
        self._say_wrong(node, field, expected)
        return ""

    def _one_of(self, node: Node, field: str, members: dict[str, Member]) -> Member | None:
        if isinstance(node, Scalar) and (member := members.get(node.value)):
            return member
        self._say_wrong(
            node,
            field,
            tr("een van {names}").format(
                names=", ".join(self._words.values.get(member, member) for member in members)
            ),
        )
        return None

    def _integer(self, node: Node, field: str, high: int) -> int:
        """A plain number from 1 to ``high``, or the stand-in 0."""
        if isinstance(node, Scalar) and node.plain and _INTEGER.fullmatch(node.value):
            value = int(node.value)
            if 1 <= value <= high:
                return value
        expected = tr("een geheel getal van 1 tot en met {high}, met alleen cijfers").format(high=high)
        self._say_wrong(node, field, expected, number=True)
        return 0

    def _text(self, node: Node, field: str, most: int, longest_word: int = LONGEST_WORD) -> str:
        """One line of text, without the white space around it."""
        if not isinstance(node, Scalar) or node.meaning:
            self._say_wrong(node, field, _A_TEXT)
            return ""
        text = node.value.strip()
        if not (
            0 < len(text) <= most
            and text.isprintable()
            and (len(text) <= longest_word or max(map(len, text.split())) <= longest_word)
            and not (self._escapes and HIDDEN.search(text))
        ):
            for message in _faults(text, most, longest_word):
                self._report.add(node.start_mark, f"{self._name(field)}: {message}")
        if node.plain and text and text[0] in QUOTES and text[-1] in QUOTES and len(text) > 1:
            message = tr(
                '{first} en {last} horen hier niet om de tekst: zet er rechte om (") of haal ze weg'
            ).format(first=text[0], last=text[-1])
            self._report.add(
                node.start_mark,
                tr("{name}: de gekrulde aanhalingstekens {message}").format(
                    name=self._name(field), message=message
                ),
            )
        return text

    def _say_wrong(self, node: Node, field: str, expected: str, number: bool = False) -> None:
        if not isinstance(node, Refused):
            message = tr("{name}: verwacht {expected}; gevonden {found}").format(
                name=self._name(field), expected=expected, found=_found(node, expected, number)
            )
            self._report.add(node.start_mark, message)

    def _name(self, field: str) -> str:
        return self._words.fields.get(field, field)


def is_empty(node: Node) -> bool:
    """Whether nothing stands there: an empty text, or no value."""
    return isinstance(node, Scalar) and (not node.value.strip() or node.meaning == NO_VALUE)


def _faults(text: str, most: int, longest_word: int) -> list[str]:
    """What is wrong with a text; nothing when it only has characters that Python cannot print."""
    faults = []
    if not text:
        faults.append(tr("is leeg; schrijf iets, hoogstens {most} tekens").format(most=most))
    if len(text) > most:
        faults.append(
            tr("verwacht ten hoogste {most} tekens; gevonden {n}: maak de tekst korter").format(
                most=most, n=len(text)
            )
        )
    if found := HIDDEN.search(text):
        faults.append(told(found[0]))
    if BREAKS.search(text):
        faults.append(
            tr("verwacht één regel zonder tabs; gevonden een tab of een nieuwe regel: gebruik een spatie")
        )
    if long := [word for word in text.split() if len(word) > longest_word]:
        faults.append(
            tr("verwacht woorden van ten hoogste {most} tekens; gevonden {found}").format(
                most=longest_word, found=shown(long[0])
            )
        )
    return faults


def _found(node: Node, expected: str, number: bool) -> str:
    if isinstance(node, Sequence):
        return tr("een lijst")
    if isinstance(node, Mapping):
        return tr("een groep sleutels")
    if isinstance(node, Refused) or (node.plain and not node.value):
        return tr("niets")
    return f"{shown(node.value)}{_advice(node, expected, number)}"


def _advice(node: Scalar, expected: str, number: bool) -> str:
    if expected == _A_TEXT and node.meaning:
        return tr(", wat YAML leest als {meaning}: zet er aanhalingstekens omheen").format(
            meaning=node.meaning
        )
    if number and not node.plain and _INTEGER.fullmatch(node.value):
        return tr(": haal de aanhalingstekens weg")
    return ""
