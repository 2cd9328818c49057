"""All checks by name, what each does in words, and how a set of them is carried out."""

import sys
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_context

from tegenwicht.gallery import states as screens
from tegenwicht.kit.nodes import Role, walk
from tests.proof.access import documents, looks
from tests.proof.access.base import Finding, Look, Plan, shots
from tests.proof.access.child import SIZE as HEARD_SIZE
from tests.proof.access.focus import Focus
from tests.proof.access.grey import Grey
from tests.proof.access.held import HELD, Tests
from tests.proof.access.motion import moved
from tests.proof.access.pixels import ShapeContrast, TextContrast
from tests.proof.access.reader import heard
from tests.proof.access.walk import walked
from tests.proof.twice import twice

LOOKS: Mapping[str, tuple[str, Callable[[], Look]]] = {
    "contrast text": ("elke tekstregel in de pixels: inkt tegen wat eronder ligt", TextContrast),
    "contrast shapes": ("tekens, ringen, balken en randen van knoppen in de pixels", ShapeContrast),
    "grey": ("aan en uit, en clusters, zonder kleur te onderscheiden", Grey),
    "room": ("niets afgekapt, over elkaar of buiten bereik", looks.Room),
    "room 200": ("hetzelfde bij tekst van 200 %", lambda: looks.Room(text=200)),
    "room upright": ("hetzelfde op een staand venster", lambda: looks.Room(upright=True)),
    "reflow": ("niets hoeft opzij te schuiven, ook op 640 bij 480 met tekst van 200 %", looks.Reflow),
    "targets": ("grootte van wat je aanwijst", looks.Targets),
    "names": ("alles heeft een eigen naam, en zegt of het aan is", looks.Names),
    "fields": ("elk veld heeft een zichtbaar opschrift", looks.Fields),
    "words in name": ("het woord op een knop is zijn naam", looks.WordsInName),
    "pictures": ("elk teken heeft woorden", looks.PicturesNamed),
    "headings": ("titel, en koppen op volgorde", looks.Headings),
    "order": ("volgorde van knop naar knop, van boven naar beneden of zoals je het doet", looks.Order),
    "senses": ("geen zin leunt op kleur, vorm of plaats", lambda: looks.Wording(looks.PLACE_WORDS)),
    "dutch": ("geen Engels in wat er te lezen en te horen is", lambda: looks.Wording(looks.ENGLISH)),
    "same": ("wat hetzelfde doet heet overal hetzelfde", looks.SameEverywhere),
    "help": ("F1 op elk scherm met knoppen, en een knop voor hulp", looks.Help),
    "keys": ("geen toets vraagt meer dan Ctrl of Shift erbij", looks.ByKeyToo),
    "once": ("nergens gevraagd om wachtwoord, adres of geboortedag", looks.Once),
    "language": ("de boom voor de schermlezer is Nederlands", documents.Language),
}
FOCUS = {
    "focus": "de ring om elke knop in de pixels, met en zonder focus",
    "focus uncovered": "wat de focus heeft is helemaal te zien",
    "on focus": "door focus verandert niets dan het woord voor wat Enter doet",
}
WALK = {
    "walk": "met alleen het toetsenbord naar elke knop en elk veld, en die gebruiken",
    "no trap": "Tab gaat op elk scherm rond, en van elk scherm is er een weg terug",
    "on input": "invullen of aanzetten leidt nooit naar een ander scherm",
}
MOTION = {
    "no flash": "alle beelden van elke beweging",
    "short motion": "hoe lang iets beweegt",
    "no motion": "met Minder beweging beweegt er niets",
}
HEARD = {
    "at-spi volgorde": "de boom die AT-SPI in een echt venster geeft, in volgorde",
    "at-spi rol en naam": "rol en naam via AT-SPI",
    "at-spi beschrijving": "beschrijving via AT-SPI",
    "at-spi acties": "wat te drukken is, via AT-SPI",
    "at-spi plaats": "plaats en grootte via AT-SPI",
    "at-spi focus": "focus via AT-SPI",
    "at-spi status": "wat wordt omgeroepen, via AT-SPI",
    "at-spi titel": "titel van het venster via AT-SPI",
    "at-spi tabel": "rijen, cellen en koppen van tabellen via AT-SPI",
    "at-spi tekst": "tekst in velden via AT-SPI",
    "at-spi waarde": "getallen via AT-SPI",
    "at-spi stand": "aan of uit via AT-SPI",
}
DOCUMENTS: Mapping[str, tuple[str, Callable[[], Finding]]] = {
    "media": ("alle bestanden: geen film, geen lang geluid, geen tekst als beeld", documents.media),
    "documented": ("alle hulp staat in README, Hulp en deze verklaring", documents.documented),
    "readable": ("koppen, beelden, links en tabellen van de documentatie", documents.readable),
    "free keys": ("toetsen van het systeem blijven van het systeem", documents.free_keys),
    "activation": ("na de eerste start is alle hulp aan te zetten met het toetsenbord", documents.activation),
    "wishes": ("wat op de computer is ingesteld geldt hier ook", documents.wishes),
}
TESTED = {
    "live field": "het veld waarin je typt ziet eruit als de rest, ook geselecteerd",
    "keyboard": "elke toets doet wat de hulp zegt",
    "letters": "letters in een veld zijn tekst; losse toetsen kunnen uit",
    "timing": "de klok neemt niets af; stilzetten en een minuut erbij",
    "bell": "zonder geluid wordt het eind van de tijd ook gemeld",
    "pointer": "een knop doet iets bij loslaten; ernaast loslaten breekt af",
    "drag": "wat met slepen kan, kan ook zonder",
    "held keys": "een toets die ingedrukt blijft doet het één keer",
    "errors": "elke fout zegt wat, waar en wat te doen",
    "status": "wat er gebeurt wordt gezegd",
    "undo": "herstel, en vragen voor iets voorgoed weg is",
    "again": "wat al was ingevuld hoeft niet weer",
    "requests": "wat een schermlezer vraagt gebeurt",
    "reader text": "tekst per letter, woord en regel, met de cursor",
    "conversion": "kaartset en verslag houden hun structuur in elke vorm",
    "authoring": "controle van een kaartset noemt elk probleem en wat te doen",
}
CHECKS: Mapping[str, str] = {
    **{name: what for name, (what, _) in chain(LOOKS.items(), DOCUMENTS.items())},
    **FOCUS, **WALK, **MOTION, **HEARD, **TESTED,
}  # fmt: skip
LEAST = ((640, 480), 200)
"""The least window with the largest text: as narrow as 320 pixels at the usual size."""
SIZES, TEXTS, THEMES = screens.SIZES, screens.TEXT_SIZES, ("light", "dark", "contrast")


def full_plan() -> Plan:
    """Every screen in every size and text size; painted in four of them, by turns in each theme."""
    names = tuple(screens.all_screens())
    shapes = (*((size, text) for size in SIZES for text in TEXTS), LEAST)
    rings = (((1024, 640), 200), ((1920, 1080), 100))
    pixels = (*rings, ((1024, 640), 100), ((1080, 1920), 150))
    return Plan(names, shapes, pixels, THEMES, names, rings, names, 4000, in_turns=True)


def short_plan() -> Plan:
    """Every screen on the least window and upright, painted in one of the themes; of the rest a sample."""
    names = tuple(screens.all_screens())
    shapes = (LEAST, ((1080, 1920), 100))
    small = (((1024, 640), 100),)
    return Plan(
        names, shapes, small, THEMES, names[::9], small, of_every_role(names[::12]), 250, in_turns=True
    )


def of_every_role(sample: tuple[str, ...]) -> tuple[str, ...]:
    """A sample of the screens, and after it the first screen with each role that none of them has."""
    seen, more = set[Role](), list[str]()
    for name in dict.fromkeys((*sample, *screens.all_screens())):
        _, tree = screens.built(screens.all_screens()[name], HEARD_SIZE)
        roles = {node.role for node in walk(tree)}
        if name not in sample and not roles <= seen:
            more.append(name)
        seen |= roles
    return (*sample, *more)


def small_plan() -> Plan:
    """Next to nothing: whether the command works."""
    small = (((1024, 640), 200),)
    return Plan(
        ("start", "settings"), (((1024, 640), 200),), small, ("light",), ("settings",), small, ("start",), 90
    )


def found(names: Iterable[str], plan: Plan, whole: bool, jobs: int = 1) -> dict[str, Finding]:
    """The findings of the checks with these names. whole: nothing may be left out of the walk.

    jobs: in how many processes the screens are looked at.
    """
    wanted = set(names)
    if unknown := wanted - set(CHECKS):
        raise ValueError(f"no such checks: {sorted(unknown)}")
    came: dict[str, Finding] = {}
    tests = Tests(wanted & set(HELD)) if wanted & set(HELD) else None
    for what, group, carry_out in _groups(plan, whole, jobs):
        if chosen := wanted & set(group):
            began = time.monotonic()
            made, broke = twice(what, partial(carry_out, chosen))
            came |= {name: one.told(broke) for name, one in made.items() if name in wanted}
            print(f"{what}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    if tests is not None:
        came |= tests.findings()
    nothing = Finding(0, "", "niet nagegaan: dit kan hier niet")
    return {name: came.get(name, nothing) for name in wanted}


Carry = Callable[[set[str]], dict[str, Finding]]


def _groups(plan: Plan, whole: bool, jobs: int) -> list[tuple[str, Iterable[str], Carry]]:
    return [
        ("schermbeelden", {**LOOKS, **FOCUS}, lambda chosen: looked(chosen, plan, jobs)),
        ("met het toetsenbord", WALK, lambda _: walked(plan.steps, whole)),
        ("bewegingen", MOTION, lambda _: moved()),
        ("schermlezer", HEARD, lambda _: heard(plan.heard)),
        ("documenten", DOCUMENTS, lambda chosen: {name: DOCUMENTS[name][1]() for name in chosen}),
    ]


def looked(names: set[str], plan: Plan, jobs: int) -> dict[str, Finding]:
    """Go along all shots of the plan with the looks of these names."""
    if jobs == 1:
        chosen = looks_along(names, plan)
    else:
        parts = [plan._replace(names=plan.names[part::jobs]) for part in range(jobs)]
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            first, *others = pool.map(looks_along, [names] * jobs, parts)
        for other in others:
            for name, look in first.items():
                look.join(other[name])
        chosen = first
    if isinstance(focus := chosen.get("focus"), Focus):
        chosen |= {"focus uncovered": focus.uncovered, "on focus": focus.unmoved}
    return {name: look.finding() for name, look in chosen.items()}


def looks_along(names: set[str], plan: Plan) -> dict[str, Look]:
    """The looks of these names, after they saw every shot of the plan."""
    chosen = {name: make() for name, (_, make) in LOOKS.items() if name in names}
    if names & set(FOCUS):
        chosen["focus"] = Focus(plan.moved, plan.rings)
    if not any(look.pixels for look in chosen.values()):  # a tree is the same in every theme
        plan = plan._replace(shapes=(*plan.shapes, *plan.pixels), pixels=())
    for shot in shots(plan):
        for look in chosen.values():
            if shot.painted or not look.pixels:
                look.look(shot)
    return chosen
