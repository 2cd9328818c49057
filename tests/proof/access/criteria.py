"""The list of demands: every criterion of WCAG 2.2, levels A and AA, and of EN 301 549 what is about software.

A criterion names the checks that it rests on (``checks.CHECKS``), or says why it does not apply.
Titles of WCAG are those of its Dutch translation. Numbers of EN 301 549 are those of V3.2.1.
"""

import hashlib
from typing import NamedTuple

from tests.proof.access.criteria_en import EN

OUTSIDE_EN = {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}
"""New in WCAG 2.2, and so not in EN 301 549 V3.2.1."""
VOID_IN_EN = {"2.4.1", "2.4.2", "2.4.5", "3.1.2", "3.2.3", "3.2.4"}
"""These clauses are there for the numbering only: they ask nothing of software. WCAG does."""
NO_FILM = "Er zijn geen filmpjes en geen gesproken tekst; er zijn alleen korte geluiden, zoals een bel."
NO_LINKS = "Er zijn geen links: knoppen doen iets, en niets leidt naar een website."


class Criterion(NamedTuple):
    """A demand. level: "A", "AA" or "EN". checks: names of what it rests on.

    without: why it does not apply; its checks show that this is so. people: the trials that remain for
    people (``paper.TRIALS``). limit: what a machine cannot show here, or what is known to be missing.
    misses: what it lacks for a part of its users, so that it is never simply met.
    """

    number: str
    title: str
    level: str
    checks: tuple[str, ...] = ()
    without: str = ""
    people: tuple[str, ...] = ()
    limit: str = ""
    misses: str = ""

    @property
    def clause(self) -> str:
        """Where it is in EN 301 549; empty where it is not."""
        if self.level == "EN":
            return self.number
        return "" if self.number in OUTSIDE_EN else f"11.{self.number}"

    @property
    def name(self) -> str:
        """Number and title, with where it comes from."""
        if self.level == "EN":
            return f"EN {self.number} {self.title}"
        clause = f"EN {self.clause}" if self.clause else "nieuw in WCAG 2.2"
        empty = ", leeg voor software" if self.number in VOID_IN_EN else ""
        return f"{self.number} {self.title} ({self.level}, {clause}{empty})"


READERS = ("nvda", "verteller", "voiceover", "orca")
_C = Criterion
WCAG = (
    _C("1.1.1", "Niet-tekstuele content", "A", ("pictures", "names"), people=READERS),
    _C("1.2.1", "Louter-geluid en louter-videobeeld (vooraf opgenomen)", "A", ("media",), NO_FILM),
    _C("1.2.2", "Ondertitels voor doven en slechthorenden (vooraf opgenomen)", "A", ("media",), NO_FILM),
    _C("1.2.3", "Audiodescriptie of media-alternatief (vooraf opgenomen)", "A", ("media",), NO_FILM),
    _C("1.2.4", "Ondertitels voor doven en slechthorenden (live)", "AA", ("media",), NO_FILM),
    _C("1.2.5", "Audiodescriptie (vooraf opgenomen)", "AA", ("media",), NO_FILM),
    _C("1.3.1", "Info en relaties", "A", ("headings", "at-spi rol en naam", "at-spi tabel", "fields")),
    _C("1.3.2", "Betekenisvolle volgorde", "A", ("order", "at-spi volgorde")),
    _C("1.3.3", "Zintuiglijke eigenschappen", "A", ("senses",)),
    _C("1.3.4", "Weergavestand", "AA", ("room upright",)),
    _C("1.3.5", "Identificeer het doel van de input", "AA", ("once",),
       "Er wordt niets gevraagd over wie het gebruikt: namen zijn van de groep, mogen leeg blijven en mogen "
       "verzonnen zijn."),
    _C("1.4.1", "Gebruik van kleur", "A", ("grey",)),
    _C("1.4.2", "Geluidsbediening", "A", ("media", "bell")),
    _C("1.4.3", "Contrast (minimum)", "AA", ("contrast text", "live field"), people=("beamer",)),
    _C("1.4.4", "Herschalen van tekst", "AA", ("room 200",), people=("teams",)),
    _C("1.4.5", "Afbeeldingen van tekst", "AA", ("media",)),
    _C("1.4.10", "Reflow", "AA", ("reflow", "room 200")),
    _C("1.4.11", "Contrast van niet-tekstuele content", "AA", ("contrast shapes", "focus"), people=("beamer",)),
    _C("1.4.12", "Tekstafstand", "AA", (),
       "Geldt voor tekst in een opmaaktaal waarvan de lezer de afstanden kan veranderen; dit scherm is getekend. "
       "Regels staan 1,3 keer hun grootte uit elkaar."),
    _C("1.4.13", "Content bij hover of focus", "AA", ("on focus",),
       "Er verschijnt niets door aanwijzen of focus."),
    _C("2.1.1", "Toetsenbord", "A", ("walk", "keyboard")),
    _C("2.1.2", "Geen toetsenbordval", "A", ("no trap",)),
    _C("2.1.4", "Enkel teken sneltoetsen", "A", ("letters",), people=("stem",)),
    _C("2.2.1", "Timing aanpasbaar", "A", ("timing",)),
    _C("2.2.2", "Pauzeren, stoppen, verbergen", "A", ("short motion", "timing")),
    _C("2.3.1", "Drie flitsen of beneden drempelwaarde", "A", ("no flash",)),
    _C("2.4.1", "Blokken omzeilen", "A", ("walk",),
       "Geldt voor een verzameling pagina's; elk scherm begint met de focus op de hoofdknop, en de balk is kort."),
    _C("2.4.2", "Paginatitel", "A", ("headings", "at-spi titel")),
    _C("2.4.3", "Focus volgorde", "A", ("order", "no trap")),
    _C("2.4.4", "Linkdoel (in context)", "A", ("names",), NO_LINKS),
    _C("2.4.5", "Meerdere manieren", "AA", (),
       "Geldt voor een verzameling pagina's; de schermen zijn stappen van één gesprek."),
    _C("2.4.6", "Koppen en labels", "AA", ("headings", "names", "fields"), people=("nvda",)),
    _C("2.4.7", "Focus zichtbaar", "AA", ("focus",), people=("beamer",)),
    _C("2.4.11", "Focus niet bedekt (minimum)", "AA", ("focus uncovered",)),
    _C("2.5.1", "Aanwijzergebaren", "A", ("walk", "pointer")),
    _C("2.5.2", "Aanwijzerannulering", "A", ("pointer",)),
    _C("2.5.3", "Label in naam", "A", ("words in name",), people=("stem",)),
    _C("2.5.4", "Bewegingsactivering", "A", (), "Het apparaat schudden of kantelen doet niets."),
    _C("2.5.7", "Sleepbewegingen", "AA", ("drag",)),
    _C("2.5.8", "Grootte van het aanwijsgebied (minimum)", "AA", ("targets",)),
    _C("3.1.1", "Taal van de pagina", "A", ("language",), people=READERS,
       limit="Het venster zegt dat het Nederlands is. AccessKit geeft dat op Windows door; via AT-SPI (Linux) komt "
       "het niet aan: daar geldt de taal van het systeem."),
    _C("3.1.2", "Taal van onderdelen", "AA", ("dutch",)),
    _C("3.2.1", "Bij focus", "A", ("on focus",),
       limit="Het woord op de hoofdknop zegt wat Enter nu doet: met de focus op een stapel is dat daaruit trekken."),
    _C("3.2.2", "Bij input", "A", ("on input",)),
    _C("3.2.3", "Consistente navigatie", "AA", ("same", "help")),
    _C("3.2.4", "Consistente identificatie", "AA", ("same",)),
    _C("3.2.6", "Consistente hulp", "A", ("help",)),
    _C("3.3.1", "Foutidentificatie", "A", ("errors",)),
    _C("3.3.2", "Labels of instructies", "A", ("fields",)),
    _C("3.3.3", "Foutsuggestie", "AA", ("errors",)),
    _C("3.3.4", "Foutpreventie (wettelijk, financieel, gegevens)", "AA", ("undo",)),
    _C("3.3.7", "Overbodige invoer", "A", ("again",)),
    _C("3.3.8", "Toegankelijke authenticatie (minimum)", "AA", ("once",), "Er is niets om op in te loggen."),
    _C("4.1.2", "Naam, rol, waarde", "A", ("names", "at-spi rol en naam", "at-spi stand", "at-spi waarde"),
       people=READERS),
    _C("4.1.3", "Statusberichten", "AA", ("status", "at-spi status"), people=READERS),
)  # fmt: skip
CRITERIA = (*WCAG, *(Criterion(*row) for row in EN))


def fingerprint() -> str:
    """Another one as soon as the list is another."""
    return hashlib.sha256(repr([tuple(one) for one in CRITERIA]).encode()).hexdigest()[:16]
