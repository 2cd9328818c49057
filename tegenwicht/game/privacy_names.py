"""What people are called, as far as a text shows it: the group's own names, and what follows a title; for ``privacy``."""

import re
import unicodedata
from collections.abc import Iterator

from tegenwicht.game.privacy_places import SAME, Span

SHORTEST_NAME = 2
SHORTEST_LAST_NAME = 4
SHORTEST_WITH_S = 4
_ALSO_WORDS = frozenset((
    "ad", "al", "an", "art", "bart", "bas", "beer", "ben", "bo", "casus", "daan", "dag", "dien",
    "dirk", "eb", "ed", "els", "eva", "fien", "floor", "gijs", "groep", "guus", "hans", "hen",
    "intervisie", "iris", "jan", "jet", "jo", "joy", "kees", "kim", "koen", "leen", "lies", "loes",
    "lot", "mees", "mei", "merel", "mia", "mo", "nel", "niek", "noor", "nova", "overleg", "puck",
    "rob", "roos", "sam", "senna", "sessie", "siem", "sien", "sil", "sofie", "sterre", "storm", "team",
    "ties", "tim", "tom", "toon", "vera", "wil", "will", "wim", "wolf", "zita", "zon",
))  # fmt: skip
"""Names that are words as well, or begin many sentences: these count only inside a sentence, as they were typed."""
_PART = (
    r"(?:van|de|der|den|het|'t|ter|ten|te|in[ ](?:'t|den)|op[ ](?:'t|den?)|el|al|la|le|da|dos|di|bin|ben|ibn|von|zu"
    r"|Van|De|Der|Den|Ter|Ten|El|Al|La|Le|Da|Dos|Di|Von)[ ]"
)
"""What may stand before a last name; bare "in" and "op" tell where someone is."""
_PARTS = rf"(?:{_PART}){{0,3}}"
_NO_LAST_NAMES = frozenset(
    ("noord", "oost", "zuid", "west", "midden", "centrum", "afdeling", "groep", "regio", "team")
)


# -- names of the group and its people


def named(text: str, name: str) -> Iterator[Span]:
    """Where a name stands: whole, only its first word, or a last name; with or without accents, dashes or an s."""
    text, words = _plain(text), _plain(name.translate(SAME)).split()
    wanted = {" ".join(words), words[0]} if words else set()
    for one in sorted(wanted, key=len, reverse=True):
        if len(one) >= SHORTEST_NAME and any(char.isalpha() for char in one):
            yield from _places(text, one, one.casefold() in _ALSO_WORDS)
    for one in words[1:]:
        is_last = len(one) >= SHORTEST_LAST_NAME and one[0].isupper() and one.casefold() not in _NO_LAST_NAMES
        if is_last and one.isalpha():
            yield from _places(text, one, True)


def _places(text: str, name: str, is_word: bool) -> Iterator[Span]:
    """is_word: it counts only inside a sentence, as it was typed."""
    shape = "[- ]?".join(map(re.escape, re.split(r"[- ]", name)))
    if not is_word and len(name) < 5:
        shape = f"(?:{shape}|{shape.upper()})" if name.isalpha() else shape
    more = r"(?:'?s)?" if len(name) >= SHORTEST_WITH_S and not is_word else ""
    how = 0 if is_word or len(name) < 5 else re.IGNORECASE
    for found in re.finditer(rf"(?<!\w)(?P<name>{shape}){more}(?!\w)", text, how):
        if not is_word or not _begins_sentence(text, found.start()):
            yield found.span("name")


def _plain(text: str) -> str:
    """Without accents; a letter for a letter, so that places stay."""
    return text if text.isascii() else "".join(map(_without_accent, text))


def _without_accent(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0]


def _begins_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" \t'\"“(")
    return not before or before[-1] in ".?!:\n"


# -- who is called by a title, or by what one is of another

_NAME = r"(?P<name>(?:[A-Z]\.[ ]?){0,4}" + _PARTS + r"(?P<last>[^\W\d_][^\W\d_'-]+(?:-[^\W\d_]+){0,2}))"
_TITLED = re.compile(
    r"(?<!\w)(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Dd]hr\.?|[Dd]e[ ]heer|[Ff]amilie|[Ff]am\.)[ ]{1,2}"
    + _NAME
)
_RELATED = re.compile(
    r"(?<!\w)(?:zoon|zoontje|dochter|dochtertje|vrouw|man|moeder|vader|broer|zus|zusje|broertje|partner|vriend|vriendin"
    r"|collega|cliënte?|client|klant|buurman|buurvrouw)[ ]" + rf"(?!van[ ](?!{_PART}))" + _NAME
)
"""Not "de collega van Jeugd": after these, "van" and a capital tell where someone belongs."""
_NO_PEOPLE = re.compile(
    r"(?:Nederl|Engel|Duits|Frans|Turk|Arab|Pool|Marok|Surin|Syri|Oekra|Spaans|Portug|Russ|Chin|Somali|Eritr|Afgh|Ira[nk]"
    r"|Bulg|Roem|Ital|Griek|Vlaam|Belg|Europ|Antill|Hindo|Fries|Berber|Koerd|Farsi|Papiam|Wajong|Participatie|Ziekte)"
    r"|(?:Werkgever|Beroep|Organisatie|Professional|Wet|God|Teams|Facebook|Google|Word|Excel)\b"
)
"""Words with a capital that tell what someone speaks, is entitled to or uses, and clusters of the deck."""


def titled(text: str) -> Iterator[Span]:
    """Where a name stands after a title, or after what someone is of another: "mevrouw De Vries", "zijn zoon Daan"."""
    for pattern in (_TITLED, _RELATED):
        for found in pattern.finditer(text):
            last = found["last"]
            if last[0].isupper() and not last.isupper() and not _NO_PEOPLE.match(last):
                yield found.span("name")
