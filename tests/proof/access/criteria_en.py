"""EN 301 549 V3.2.1, clauses 5, 11 and 12, beside what is in WCAG: the fields of ``criteria.Criterion``."""

READERS = ("nvda", "verteller", "voiceover", "orca")
OPEN = "Er is geen gesloten functie: hulpmiddelen mogen overal bij."
NO_KEYS = "Het programma levert zelf geen toetsenbord of andere bediening."
NO_PLATFORM = "Het programma is geen platform: andere programma's draaien er niet op."
NO_HELPDESK = "Er hoort geen helpdesk bij dit programma."
Row = tuple[str, str, str, tuple[str, ...], str, tuple[str, ...], str, str]


def _row(
    number: str,
    title: str,
    *checks: str,
    without: str = "",
    people: tuple[str, ...] = (),
    limit: str = "",
    misses: str = "",
) -> Row:
    return number, title, "EN", checks, without, people, limit, misses


EN: tuple[Row, ...] = (
    _row("5.1.1", "Gesloten functies: inleiding", without=OPEN),
    _row("5.1.2", "Gesloten functies: algemeen", without=OPEN),
    _row("5.1.3", "Gesloten functies: niet-visuele toegang", without=OPEN),
    _row("5.1.4", "Gesloten functies: vergroten van tekst", without=OPEN),
    _row("5.1.5", "Gesloten functies: visuele uitvoer van geluid", without=OPEN),
    _row("5.1.6", "Gesloten functies: bediening zonder toetsenbord", without=OPEN),
    _row("5.1.7", "Gesloten functies: toegang zonder spraak", without=OPEN),
    _row("5.2", "Aanzetten van hulp", "activation"),
    _row("5.3", "Biometrie", "once", without="Er is geen herkenning van personen."),
    _row("5.4", "Toegankelijkheid blijft bij omzetten", "conversion"),
    _row("5.5.1", "Bedienbare delen: manier van bedienen", without=NO_KEYS),
    _row("5.5.2", "Bedienbare delen: te onderscheiden", without=NO_KEYS),
    _row("5.6.1", "Vergrendeling voelbaar of hoorbaar", without=NO_KEYS),
    _row("5.6.2", "Vergrendeling zichtbaar", without=NO_KEYS),
    _row("5.7", "Toetsherhaling", "held keys"),
    _row("5.8", "Dubbele aanslag", without=NO_KEYS + " Plakkende en langzame toetsen van het systeem werken."),
    _row("5.9", "Handelingen tegelijk", "keys"),
    _row("11.4.1.1", "Ontleden", without="Er is geen opmaaktaal; in WCAG 2.2 is dit criterium vervallen."),
    _row("11.5.1", "Gesloten functies", without=OPEN),
    _row("11.5.2.1", "Toegankelijkheidsdienst van het platform", "at-spi rol en naam", people=READERS),
    _row("11.5.2.2", "Dienst voor hulpmiddelen", without=NO_PLATFORM),
    _row("11.5.2.3", "Gebruik van de dienst", "at-spi volgorde", people=READERS),
    _row("11.5.2.4", "Hulpmiddelen", without="Het programma is zelf geen hulpmiddel."),
    _row("11.5.2.5", "Informatie over objecten", "at-spi rol en naam", "at-spi beschrijving", "at-spi stand",
         "at-spi plaats"),
    _row("11.5.2.6", "Rij, kolom en koppen", "at-spi tabel",
         misses="Op Linux geeft AccessKit 0.7 geen tabel door aan AT-SPI: een schermlezer heeft daar geen opdrachten voor "
         "tabellen. Rijen, cellen en koppen zijn er wel: Tab gaat naar de tabel, pijltjes van cel naar cel, en elke cel "
         "zegt van welke rij en kolom hij is."),
    _row("11.5.2.7", "Waarden", "at-spi waarde"),
    _row("11.5.2.8", "Relaties van opschriften", "fields", "at-spi rol en naam"),
    _row("11.5.2.9", "Relaties van boven en onder", "at-spi volgorde"),
    _row("11.5.2.10", "Tekst", "at-spi tekst", "reader text"),
    _row("11.5.2.11", "Lijst van handelingen", "at-spi acties"),
    _row("11.5.2.12", "Uitvoeren van handelingen", "requests"),
    _row("11.5.2.13", "Volgen van focus en selectie", "at-spi focus", "reader text"),
    _row("11.5.2.14", "Veranderen van focus en selectie", "requests"),
    _row("11.5.2.15", "Melden van veranderingen", "at-spi status"),
    _row("11.5.2.16", "Veranderen van stand en eigenschappen", "requests"),
    _row("11.5.2.17", "Veranderen van waarden en tekst", "requests"),
    _row("11.6.1", "Zelf hulp aan- en uitzetten", without=NO_PLATFORM),
    _row("11.6.2", "Hulp van het systeem wordt niet gestoord", "free keys", people=("verteller", "voiceover")),
    _row("11.7", "Voorkeuren van de gebruiker", "wishes", people=("verteller", "voiceover"),
         limit="Gevolgd worden: donker of hoog contrast, grootte van tekst, minder beweging; op Linux wat via "
         "gsettings is ingesteld. Kleuren, letter en "
         "focusring zijn die van het programma zelf: in elk thema is hun contrast gemeten."),
    _row("11.8.1", "Maken van content: techniek", "conversion"),
    _row("11.8.2", "Maken van toegankelijke content", "authoring",
         limit="Het plaatje op een kaart is versiering: wat een kaart zegt, staat er in woorden."),
    _row("11.8.3", "Behoud bij omzetten", "conversion"),
    _row("11.8.4", "Hulp bij herstel", "authoring"),
    _row("11.8.5", "Sjablonen", "authoring"),
    _row("12.1.1", "Documentatie noemt de hulp die er is", "documented"),
    _row("12.1.2", "Toegankelijke documentatie", "readable"),
    _row("12.2.1", "Ondersteuning: algemeen", without=NO_HELPDESK),
    _row("12.2.2", "Ondersteuning: informatie", without=NO_HELPDESK),
    _row("12.2.3", "Ondersteuning: communicatie", without=NO_HELPDESK),
    _row("12.2.4", "Ondersteuning: documentatie", without=NO_HELPDESK),
)  # fmt: skip
