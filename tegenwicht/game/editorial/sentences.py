"""What an editor would frown at in one text by itself: closed, long, judging, or asking for a client's data.

Difficult words are not looked for here: no kept list of plain Dutch words was found (wordfreq is closed and weighs
50 MB, dutch-words is of 2019 and has ten thousand words of the web), and in a language that makes words by joining
them a list would mostly be wrong. ``counting`` knows the few that our own cards had.
"""

import re
from collections.abc import Iterator

from tegenwicht.game.editorial.findings import SPEAKER, WORD, Finding, Kind, Text, listed

MOST_WORDS = 20
"""Words in a sentence that is read aloud."""

COUNTED_AS_A_WHOLE = ("question", "other_side")
"""What has a stricter limit of its own."""

LONGEST_WORD = 20
"""Letters in a word that is read from metres away; parts around a dash count apart."""

_QUESTION_WORDS = listed(
    "wat hoe waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waartoe waaruit "
    "waarvan waarvoor wanneer welk welke wie hoeveel hoelang als toen terwijl nu dan zodra stel "
    "voordat nadat omdat sinds"
)
_VERBS = listed(
    "ben bent is zijn was waren heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden mag "
    "mogen mocht moet moeten moest wil wilt willen wilde wou zal zul zult zullen zou zouden ga gaat "
    "gaan ging doe doet deed denk denkt dacht vind vindt vond vinden weet wist weten geef geeft gaf "
    "zie ziet zag merk merkt merkte voel voelt voelde durf durft durfde ken kent kende luister "
    "luistert vraag vraagt vroeg zeg zegt zei neem neemt nam klopt past paste helpt hielp werkt "
    "werkte telt telde speelt speelde komt kwam maak maakt maakte"
)
_SUBJECTS = listed(
    "je jij u jullie we wij er het dit dat deze die de een hij zij ze men iemand jouw ooit wel"
)
_CLIENT_DATA = re.compile(
    r"\b(bsn|burgerservicenummer|geboortedat(?:um|a)|achternaam|voornaam|(?:huis)?adres|postcode|telefoonnummer|"
    r"(?:e-?)?mailadres|(?:dossier|cliënt|klant)nummer|diagnoses?|hoe heet(?:te)? (?:de|die|deze|je|jouw|een) "
    r"(?:cliënt|klant|persoon)|naam van (?:de|die|deze|je|jouw|een) (?:cliënt|klant|persoon|werknemer))\b",
    re.IGNORECASE,
)
_JUDGING = re.compile(
    r"\b(fouten|foute?|verkeerde?|onterecht|terecht|de juiste|had(?:den)? (?:je|jij|jullie)\b.{0,60}\bmoeten|"
    r"goed of|(?:goede|slechte) (?:keuze|beslissing|afweging|reden)|goed (?:besluit|antwoord|gedaan|genoeg)|"
    r"gelijk (?:had|heeft|hebben|kreeg)|de beste (?:keuze|beslissing|afweging))\b",
    re.IGNORECASE,
)
_ENDING_UP = re.compile(r"\bk(?:om|wam)\w*\b.*\bterecht", re.IGNORECASE)
_ASKING = ("noem", "vertel", "schrijf", "geef", "zeg", "beschrijf")


def of_text(text: Text) -> Iterator[Finding]:
    """What there is to say of one text by itself."""
    for sentence in re.split(r"(?<=[.?!])\s+", SPEAKER.sub("", text.text)):
        words = len(WORD.findall(sentence))
        if words > MOST_WORDS and text.field not in COUNTED_AS_A_WHOLE:
            yield Finding(Kind.LONG_SENTENCE, *text[:2], sentence, amount=words)
        yield from (Finding(kind, *text[:2], found) for kind, found in _of_sentence(sentence))
    for word in re.findall(r"[^\W\d_]+", text.text):
        if len(word) > LONGEST_WORD:
            yield Finding(Kind.LONG_WORD, *text[:2], word, amount=len(word))


def _of_sentence(sentence: str) -> Iterator[tuple[Kind, str]]:
    words = WORD.findall(sentence)
    first = words[0].lower() if words else ""
    asks = sentence.endswith("?")
    if first == "waarom":
        yield Kind.WHY, words[0]
    elif asks and _is_closed(*[word.lower() for word in words[:2]]):
        yield Kind.CLOSED, " ".join(words[:2])
    if (asks or first in _ASKING) and (found := _CLIENT_DATA.search(sentence)):
        yield Kind.CLIENT_DATA, found[0]
    if (found := _JUDGING.search(sentence)) and not _ENDING_UP.search(sentence):
        yield Kind.JUDGING, found[0]


def _is_closed(first: str = "", second: str = "") -> bool:
    """Whether a question begins as one that yes or no answers: with a verb and then who or what."""
    if first in _QUESTION_WORDS:
        return False
    return (first in _VERBS and second in _SUBJECTS) or second in ("je", "jij", "jullie")
