"""The page for the wall as plain text, to paste in a mail."""

from tegenwicht.game.account import (
    Account,
    Block,
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
from tegenwicht.report.words import bar_line, safe


def front_page(account: Account) -> str:
    """What stands before the first new page of an account; all of it where there is none."""
    account = safe(account)
    lines = [" · ".join(part for part in (account.title, account.when) if part)]
    if account.subject:
        lines.append(tr("Onderwerp: {words}").format(words=account.subject))
    for block in account.blocks:
        if isinstance(block, NewPage):
            break
        lines += _lines(block)
    return "\n".join(lines).strip() + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return ["", text.upper()]
        case Paragraph(text, quiet):
            return [] if quiet else [text]
        case Facts(pairs):
            return [f"{name}: {value}" for name, value in pairs]
        case Items(items):
            return [f"- {one}" for one in items]
        case Quote(text, who):
            return [f"- {who}: {text}" if who else f"- {text}"]
        case Table(rows=rows):
            return [f"- {row[0]}: {_rest(row[1:])}" for row in rows]
        case Picture(caption=caption):
            return [caption, *(f"- {bar.label}: {bar_line(block, bar)}" for bar in block.bars)]
    return []


def _rest(cells: tuple[str | int, ...]) -> str:
    return " · ".join(" ".join(str(one).split()) for one in cells if str(one).strip())
