"""A report as Markdown: plain to read as it is, and what people wrote stays text wherever it is shown."""

import re
from collections.abc import Iterable, Sequence

from tegenwicht.game.account import (
    Account,
    Block,
    CardEntry,
    Facts,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from tegenwicht.i18n import tr
from tegenwicht.plain.weights import weights_line
from tegenwicht.report.words import card_level, corner, most_in, top_facts

BAR = 20
"""Signs in the longest bar."""

PATTERNS = "■□▤▥"

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$#]")
_LIKE_A_BLOCK = re.compile(r"(?m)^(\s*)([+\-=]|\d+(?=[.)]))")
_LIKE_HTML = (("&(?=#?\\w+;)", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def as_markdown(account: Account) -> str:
    """The account as Markdown with tables (CommonMark and the tables of GitHub)."""
    parts = [f"# {_line(account.title)}", *_facts(top_facts(account))]
    level = 0
    for block in account.blocks:
        level = card_level(block, level)
        parts += _block(block, level)
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """The text so that no sign in it means anything to Markdown or HTML. Line breaks stay."""
    for sign, name in _LIKE_HTML:
        text = re.sub(sign, name, text)
    return _LIKE_A_BLOCK.sub(_no_list, _SPECIAL.sub(r"\\\g<0>", text))


def _no_list(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{sign}\\" if sign.isdecimal() else f"\\{sign}"


def _line(text: str) -> str:
    """The text on one line."""
    return escaped(" ".join(text.split()))


def _block(block: Block, level: int) -> list[str]:
    match block:
        case Heading(text):
            return [f"{'#' * (level + 1)} {_line(text)}"]
        case Paragraph(text):
            return [_paragraph(text)]
        case Facts():
            return _facts(block)
        case Items(items):
            return ["\n".join(f"- {_line(item)}" for item in items)]
        case Quote(text, who):
            return [_quote(text, who)]
        case Table():
            return [f"**{_line(block.caption)}**", _table(block.head, block.rows)]
        case Picture():
            return [f"**{_line(block.caption)}**", _picture(block)]
        case CardEntry():
            return _card(block, level)
        case NewPage():
            return ["---"]


def _paragraph(text: str) -> str:
    """Each line of the text a line."""
    return "\\\n".join(escaped(line.strip()) for line in text.split("\n") if line.strip())


def _facts(facts: Facts) -> list[str]:
    return ["\n".join(f"- **{_line(name)}:** {_line(value)}" for name, value in facts.pairs)]


def _quote(text: str, who: str) -> str:
    lines = [f"**{_line(who)}**\\"] if who else []
    return "\n".join(f"> {line}" for line in [*lines, *_paragraph(text).split("\n")])


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    wide = list(rows)
    numbers = [bool(wide) and all(isinstance(row[n], int) for row in wide) for n in range(len(head))]
    rule = ["---:" if is_number else "---" for is_number in numbers]
    lines = [[_line(name) for name in head], rule, *([_line(str(cell)) for cell in row] for row in wide)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _picture(picture: Picture) -> str:
    """A table of its numbers, with bars of full and empty squares."""
    signs = [PATTERNS[n % len(PATTERNS)] for n in range(len(picture.parts))]
    heads = [f"{part} {sign}" for part, sign in zip(picture.parts, signs, strict=True)]
    most = most_in(picture)
    rows: list[Sequence[str | int]] = []
    for bar in picture.bars:
        drawn = "".join(sign * _signs(value, most) for sign, value in zip(signs, bar.values, strict=True))
        rows.append((bar.label, *bar.values, drawn))
    return _table((corner(), *heads, tr("in beeld")), rows)


def _signs(value: int, most: int) -> int:
    """How many signs stand for a value; one for each when there is room, and never none for something."""
    return value if most <= BAR else max(1, round(BAR * value / most)) if value else 0


def _card(card: CardEntry, level: int) -> list[str]:
    title = f"{'#' * (level + 2)} {card.number}. {_line(card.title)}"
    parts = [title, f"*{_line(card.about)}*" if card.about else ""]
    parts.append(_paragraph(card.question))
    if card.weights:
        parts.append(_line(weights_line(card.weights)))
    if card.note:
        parts.append(_quote(card.note, tr("Notitie")))
    return parts
