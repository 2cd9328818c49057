"""What people type, made safe to keep and show: no control or direction-changing characters."""

import unicodedata

_KEEP = {"\n", "\u200d"}  # line breaks, and the joiner inside emoji
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str, lines: bool = False) -> str:
    """The text without hidden characters and outer white space; one line unless ``lines``."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    for line_end in ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    if not lines:
        text = text.replace("\n", " ")
    kept = (char for char in text if char in _KEEP or unicodedata.category(char) not in _HIDDEN)
    return "".join(kept).strip()


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
