"""From the text of a YAML file to light nodes that know their place. Knows YAML, knows no cards.

Built from the parser's events, one at a time and without recursion. So depth, size, anchors, aliases, tags,
directives and second documents are refused while reading, before they can cost anything; and the cyclic
collector, the resolver and the constructor of PyYAML have nothing to do.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from tegenwicht.i18n import tr
from tegenwicht.storage.decks import syntax as deck_syntax
from tegenwicht.storage.decks.problems import START, Mark, Report

LOADER: "type[yaml.CSafeLoader | yaml.SafeLoader]" = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)
"""In C where PyYAML has libyaml; ten times as slow where it has not."""

DEEPEST = 8
"""Lists and groups of keys inside each other; a deck has four."""

NO_VALUE = tr("een lege waarde")
_MEANINGS = {
    "tag:yaml.org,2002:bool": tr("ja of nee"),
    "tag:yaml.org,2002:int": tr("een getal"),
    "tag:yaml.org,2002:float": tr("een getal"),
    "tag:yaml.org,2002:timestamp": tr("een datum"),
    "tag:yaml.org,2002:null": NO_VALUE,
    "tag:yaml.org,2002:merge": tr("een samenvoeging"),
    "tag:yaml.org,2002:value": tr("een standaardwaarde"),
}


# Written out: four dataclasses would take two milliseconds of the start of the program.


class Scalar:
    """One value as written; ``plain`` when it stands without quotes and not as a block of text."""

    __slots__ = ("plain", "start_mark", "value")

    def __init__(self, start_mark: Mark, value: str, plain: bool) -> None:
        self.start_mark = start_mark
        self.value = value
        self.plain = plain

    @property
    def meaning(self) -> str | None:
        """As what YAML reads a plain value that is not text, in Dutch; None when it is text."""
        if self.plain:
            for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(self.value[:1], ()):
                if pattern.match(self.value):
                    return _MEANINGS.get(tag, tr("een bijzondere waarde"))
        return None


class _Branch:
    __slots__ = ("children", "start_mark")

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark
        self.children: list[Node] = []


class Sequence(_Branch):
    """A list; ``children`` are its items."""

    __slots__ = ()


class Mapping(_Branch):
    """A group of keys; ``children`` are key, value, key, value and so on."""

    __slots__ = ()


class Refused:
    """Something that cannot be read, of which the report already says so."""

    __slots__ = ("start_mark",)

    def __init__(self, start_mark: Mark) -> None:
        self.start_mark = start_mark


Node = Scalar | Sequence | Mapping | Refused


def compose(text: str, most_nodes: int, report: Report) -> Node:
    """The one document in a text, as nodes. Stops with a problem when there is none that can be read.

    ``text`` must be free of the characters that :mod:`tegenwicht.storage.decks.text` refuses;
    ``most_nodes`` bounds the memory.
    """
    builder = _Builder(text, report)
    try:
        builder.read_all(LOADER(text), most_nodes)
    except yaml.MarkedYAMLError as error:
        _stop_at_syntax_error(error, text, report)
    except (yaml.YAMLError, ValueError, OverflowError):
        # ValueError and OverflowError come from the pure Python scanner only: it gives "\U00110000" to chr().
        report.stop(builder.last_mark(), deck_syntax.OTHERWISE)
    if not builder.top:
        report.stop(START, deck_syntax.EMPTY)
    return builder.top[0]


def _stop_at_syntax_error(error: yaml.MarkedYAMLError, text: str, report: Report) -> None:
    message = deck_syntax.in_dutch(error.problem or "", error.context or "")
    at = error.problem_mark.index if error.problem_mark is not None else len(text)
    if text[at : at + 1] == "\t":
        message = deck_syntax.TAB
    marks = [error.problem_mark, error.context_mark]
    if message in deck_syntax.BEGINS_EARLIER:
        marks.reverse()
    report.stop(next((mark for mark in marks if mark), START), message)


class _Builder:
    """Turns events into nodes."""

    def __init__(self, text: str, report: Report) -> None:
        self.top: list[Node] = []
        self._text = f"{text}\n"  # an empty value stands behind the last character
        self._report = report
        self._documents = 0
        self._children = self.top  # of the branch that is open now
        self._open: list[list[Node]] = []

    def read_all(self, parser: "yaml.CSafeLoader | yaml.SafeLoader", most_nodes: int) -> None:
        # The events are Any: PyYAML's types say that every mark may be None, which its parsers never do.
        handlers: dict[type, Any] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingStartEvent: self._mapping,
            yaml.AliasEvent: self._alias,
            yaml.SequenceEndEvent: self._close,
            yaml.MappingEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: self._skip,
            yaml.StreamStartEvent: self._skip,
            yaml.StreamEndEvent: self._skip,
        }
        events: Iterator[Any] = iter(parser.get_event, None)
        for event in self._report.patience.through(islice(events, 2 * most_nodes)):
            handlers[event.__class__](event)
        if (event := next(events, None)) is not None:
            self._report.stop(event.start_mark, deck_syntax.TOO_MUCH)

    def last_mark(self) -> Mark:
        """Where the last node begins that was read at this level."""
        return self._children[-1].start_mark if self._children else START

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        if self._text[mark.index] in "&!" and self._refuses(event):
            self._children.append(Refused(mark))
        else:
            self._children.append(Scalar(mark, event.value, not event.style))

    def _sequence(self, event: Any) -> None:
        self._descend(Sequence(event.start_mark), event)

    def _mapping(self, event: Any) -> None:
        self._descend(Mapping(event.start_mark), event)

    def _descend(self, branch: Sequence | Mapping, event: Any) -> None:
        if self._text[event.start_mark.index] in "&!":
            self._refuses(event)
        if len(self._open) >= DEEPEST:
            message = tr("te diep genest: verwacht ten hoogste {deepest} lagen in elkaar").format(
                deepest=DEEPEST
            )
            self._report.stop(event.start_mark, message)
        self._children.append(branch)
        self._open.append(self._children)
        self._children = branch.children

    def _close(self, _event: Any) -> None:
        self._children = self._open.pop()

    def _skip(self, event: Any) -> None:
        pass

    def _alias(self, event: Any) -> None:
        self._report.add(event.start_mark, deck_syntax.ALIAS)
        self._children.append(Refused(event.start_mark))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._text[event.start_mark.index] == "%":
            self._report.add(event.start_mark, deck_syntax.DIRECTIVE)
        if self._documents > 1:
            self._report.stop(event.start_mark, deck_syntax.SECOND_DOCUMENT)

    def _refuses(self, event: Any) -> bool:
        """Report the anchor and the tag that a node begins with; True when it has a tag."""
        mark = event.start_mark
        if event.anchor is not None:
            self._report.add(mark, deck_syntax.ANCHOR)
        tagged = event.tag is not None or self._text[mark.index] == "!"
        if tagged:
            self._report.add(mark, deck_syntax.TAG)
        return tagged
