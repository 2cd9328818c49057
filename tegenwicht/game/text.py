"""What people type, made safe to keep and show: no control or direction-changing characters."""

import re
import unicodedata

_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, but for the line break
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"  # what changes how others look; not the joiner (200d) inside emoji
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # halves, and what every font has its own sign for
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Named one by one, and not by the tables of Python, of which every version knows more signs than the one before:
a text must be the same on every machine. What no table has yet (an emoji of next year) is kept."""


def clean(text: str, lines: bool = False) -> str:
    """The text without hidden characters and outer white space; one line unless ``lines``."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    for line_end in ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    if not lines:
        text = text.replace("\n", " ")
    return _HIDDEN.sub("", text).strip()


def presentable(text: str) -> str:
    """The text as any screen can show it: no halves of characters and no controls but line breaks and tabs.

    For what comes from a file that something else may have written; most text is given back as it is.
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if _cannot_be_shown(char) else char for char in text)


def _cannot_be_shown(char: str) -> bool:
    return (char < " " and char not in "\n\t\r") or "\ud800" <= char <= "\udfff" or char == "\x7f"


def folded(text: str) -> str:
    """The text as it is compared when words are looked for: no capitals, no accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
