"""The statement of accessibility, ``assets/toegankelijkheid.md``: what was found, and what people must try."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.proof.access.criteria import CRITERIA, Criterion, fingerprint

PAPER = Path(__file__).parents[3] / "assets" / "toegankelijkheid.md"


class Trial(NamedTuple):
    """What only people can tell: with what, and how in five lines."""

    name: str
    how: tuple[str, str, str, str, str]


TRIALS = {
    "nvda": Trial("NVDA op Windows", (
        "Zet NVDA aan (Ctrl Alt N) en start Tegenwicht; je hoort de titel en \"Spelen, knop\".",
        "Ga met Tab over het eerste scherm; elke knop zegt wat hij is en of hij aan is.",
        "Druk op Enter tot er een kaart ligt; je hoort nummer, cluster, titel en vraag, in het Nederlands.",
        "Druk op 2, dan op Ctrl Z; je hoort \"genoemd\" en \"Ongedaan gemaakt\". Typ met N een notitie; lees per letter.",
        "Speel de ronde uit en lees de tabel met de pijltjes; noteer wat je twee keer moest horen.",
    )),
    "verteller": Trial("Verteller op Windows", (
        "Zet Verteller aan (Ctrl Windows Enter) en start Tegenwicht.",
        "Ga in Instellingen met Tab naar Kleuren, kies Hoog contrast met de pijltjes, en hoor dat het gekozen is.",
        "Speel drie beurten met alleen het toetsenbord; elke kaart wordt voorgelezen zonder dat je zoekt.",
        "Zet het hoge contrast en de tekstgrootte van Windows aan en start opnieuw: Tegenwicht doet mee.",
        "Noteer wat er te snel, dubbel of niet gezegd werd.",
    )),
    "voiceover": Trial("VoiceOver op macOS", (
        "Zet VoiceOver aan (Cmd F5) en start Tegenwicht.",
        "Ga met Tab en met Ctrl Option pijl-rechts over het scherm; de volgorde is dezelfde.",
        "Trek een kaart, noem twee clusters en rond af; hoor elke melding één keer.",
        "Lees de tussenstand als tabel (Ctrl Option C leest de kop van een kolom).",
        "Zet Verminder beweging aan in macOS en start opnieuw: de kaart keert niet meer om.",
    )),
    "orca": Trial("Orca op Linux", (
        "Zet Orca aan (Super Alt S) en start Tegenwicht.",
        "Ga met Tab over de knoppen; namen en standen zijn die op het scherm.",
        "Trek een kaart en laat de tijd lopen; aan het eind hoor je dat de tijd om is.",
        "Typ een notitie met een é en een regeleinde; lees per letter, woord en regel.",
        "Zeg of de stem Nederlands spreekt zonder dat je iets instelde.",
    )),
    "beamer": Trial("Een beamer in een zaal", (
        "Sluit de beamer aan, kies Hele scherm (F11) en laat de lampen aan.",
        "Ga op de achterste stoel zitten, op zes tot tien meter.",
        "Lees titel en vraag van drie kaarten hardop voor; kies zo nodig 120 of 150 % (Ctrl +).",
        "Laat iemand met Tab naar een knop gaan; wijs vanaf achteren aan waar de focus is.",
        "Doe hetzelfde met Donker en Hoog contrast, en noteer welke het best te lezen was.",
    )),
    "teams": Trial("Een gesprek in Teams", (
        "Deel alleen het venster van Tegenwicht, niet het hele scherm.",
        "Laat een deelnemer op een telefoon meekijken.",
        "Zet de tekst op 150 % en dan op 200 %; vraag wat op de telefoon te lezen is.",
        "Trek een kaart en laat de tijd aflopen; vraag of beeld en bel bij de ander aankwamen.",
        "Laat een deelnemer met een schermlezer zeggen wat er van gedeeld beeld overblijft: lees de kaart altijd voor.",
    )),
    "stem": Trial("Bedienen met de stem", (
        "Zet Spraaktoegang aan in Windows, of Stembediening in macOS.",
        "Zeg \"klik Spelen\", \"klik Verder: tafel en tijd\" en \"klik Aan tafel\"; wat op de knop staat is wat je zegt.",
        "Zeg \"klik Laat het lot kiezen\", \"klik Cliënt\" en \"klik Klaar\".",
        "Praat een minuut over de kaart terwijl de microfoon luistert; er mag niets vanzelf gebeuren.",
        "Gebeurt dat wel: zet Losse lettertoetsen uit (F2) en probeer het weer.",
    )),
}  # fmt: skip
INTRODUCTION = """\
# Toegankelijkheid van Tegenwicht

Dit is de stand tegenover WCAG 2.2 (A en AA) en EN 301 549 (hoofdstuk 5, 11 en 12). De tabel is gemaakt door
`uv run --group dev python -m tests.proof.access --write`: dat opent elk scherm en meet; op welke groottes staat
boven de tabel. Wat een machine niet kan weten staat eronder, met hoe je het zelf probeert. Geen mens
met een beperking heeft dit al uitgeprobeerd.

## Wat er is

- Alles werkt met alleen het toetsenbord, met een schermlezer, met de muis en met aanraken.
- Tekst tot 200 % (Ctrl + en Ctrl −), licht, donker en hoog contrast, minder beweging: Instellingen (F2).
- Geluid uit, losse lettertoetsen uit, andere toetsen, meer ruimte tussen regels: ook in Instellingen.
- De tijd dwingt niets: stilzetten, een minuut erbij, of helemaal uit.
- Wat op je computer is ingesteld (donker of hoog contrast, grote tekst, minder beweging) geldt tot je hier iets
  anders kiest.
- Hulp (F1) noemt elke toets. F3 zegt nog eens wat er is: de kaart, de beurt, de tijd, de tussenstand; elders eerst
  wat er gevraagd wordt.
- Een toets die elders iets doet en nu niet, zegt dat: W zonder kaart zegt "Wegen kan nu niet."

## Gehoord

`uv run --group dev python -m tests.proof.ears` speelt sessies met alleen toetsen, met een echte schermlezer ernaast, en
houdt bij wat tot het eind gezegd werd en wat werd afgebroken. Gehoord op 27 november 2026 met Orca 48.1 (Debian 13) en
AccessKit 0.7, op een drukke computer:

- Kaartgesprek (trekken, doorvraag, Andersom, noemen, tijd, notitie, tegenwicht, opzij, pas, hulp): elke kaart, beurt en
  melding tot het eind en één keer.
- De oefenronde: op elk moment wat je nu moet drukken.
- De ronde uit, met raden en de tabel: elke vraag, wat jullie raadden en hoe dat uitkwam, en van elke cel van welke rij
  en kolom hij is.
- Wegen (kiezen met pijltjes, handen tellen, de volgende factor): elke hand, en wat bewaard is.
- Afpellen (de afweging, de eerste drie lagen, ongedaan maken): elke laag en wat daar te doen is.
- Instellingen en terug: naam en stand. Van een groep keuzes één keer de naam, en bij de pijltjes alleen de keuze.
- Gewogen in gesprek (vertellen, een strookje leggen, pellen), Triple feedback (de afweging en de vragen) en Tien stenen
  (leggen, terugpakken, meer dan tien): elke vraag, elke steen en elke weigering.
- Alleen (de hand, een kaart, een regel voor jezelf), eigen kaarten (een nieuwe set, wat ontbreekt, bewaren) en Eerdere
  sessies (terugvinden en verdergaan).
- De oogst en het verslag: wie gevraagd wordt, welke kaart blijft, een regel erbij, en waar het verslag staat. De regie
  (F6) en het gordijn.

Ook gespeeld zoals iemand die het niet kent: van het begin tot het verslag, met alleen Tab, Enter en pijltjes.

Niet met Orca gespeeld: Kaarten bekijken, groepen vergelijken en afdrukken. Daarvan is alleen vergeleken wat de
schermlezer via AT-SPI krijgt: namen, rollen, volgorde en standen.

Wat niet zo is:

- Op een drukke computer kan het na het starten een tijd stil blijven, terwijl toetsen wel werken. Dat was op 27 november
  's middags bij drie van de negen keer starten zo, 's avonds bij geen van de achttien.
- Orca 43 (Debian 12) zegt geen meldingen: daar hoor je alleen wat de focus heeft. Gebruik Orca 48 of nieuwer.
- Op Linux heeft een schermlezer geen opdrachten voor tabellen (11.5.2.6). Met Tab kom je in de tabel, met de pijltjes ga
  je van cel naar cel, en elke cel zegt van welke rij en kolom hij is.
- Op Linux heet een groep keuzes voor de schermlezer "keuzemenu" (een lijst), niet "keuzegroep": van een groep zegt Orca
  de naam anders twee keer, en bij elk pijltje nog eens.
- Komt er een nieuw scherm, dan begint Orca soms aan de titel van het venster en breekt die af voor wat de focus heeft.
  Wat in de titel staat, wordt daarna gezegd.
- Start je Tegenwicht met Python, dan heet het in de lijst van programma's van Orca "python3.11" of zo: AccessKit neemt
  de naam van het bestand dat draait, en laat een programma die niet zelf kiezen. Als pakket heet het "tegenwicht". Het
  venster heet altijd Tegenwicht, en dat is wat Orca zegt.
- Pijltjes aan de rand, losse letters op een scherm waar je ook kunt typen, en toetsen waar nergens iets naar luistert,
  blijven stil.
- Op Windows en macOS is nog niet geluisterd: NVDA, Verteller en VoiceOver staan onderaan, om te proberen.

## Per eis
"""
HEAD = ("| Eis | Oordeel | Waarop dat rust |", "| --- | --- | --- |")
MEASURED = "Gemeten op "


def written(rows: Iterable[tuple[Criterion, str, str]], how: str, path: Path = PAPER) -> None:
    """Write the statement; a row is a criterion, its verdict, and what was found.

    When only some criteria were gone along, the others keep the row and the sentence they had.
    """
    new = {one.name: f"| {one.name} | {verdict} | {_cell(why)} |" for one, verdict, why in rows}
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    before = {line.split(" | ")[0].removeprefix("| "): line for line in old if line.startswith("| ")}
    lines = [found for one in CRITERIA if (found := new.get(one.name) or before.get(one.name))]
    if len(new) < len(CRITERIA):
        how = next((line for line in old if line.startswith(MEASURED)), how)
    text = "\n".join([INTRODUCTION, how, "", *HEAD, *lines, _trials(), f"<!-- lijst {fingerprint()} -->\n"])
    path.write_text(text, encoding="utf-8")


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _trials() -> str:
    parts = [
        "\n## Wat mensen nog moeten proberen\n\nDit is nog niet door mensen gedaan. Steeds vijf regels.\n"
    ]
    for key, trial in TRIALS.items():
        about = ", ".join(one.number for one in CRITERIA if key in one.people)
        lines = "".join(f"{number}. {line}\n" for number, line in enumerate(trial.how, 1))
        parts.append(f"\n### {trial.name}\n\nVoor {about}.\n\n{lines}")
    return "".join(parts)


def out_of_date(path: Path = PAPER) -> str:
    """Why the statement is no longer that of the list of criteria; empty when it is."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    missing = [one.number for one in CRITERIA if f"| {one.name} |" not in text]
    if missing:
        return f"these are not in it: {', '.join(missing)}"
    return "" if f"lijst {fingerprint()} " in text else "it was made from another list"
