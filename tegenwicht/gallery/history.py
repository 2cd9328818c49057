"""The screen of earlier sessions, and groups beside each other."""

from dataclasses import replace
from typing import Any

from tegenwicht.gallery.played import (
    LONGEST,
    LONGEST_NAME,
    NAMES,
    ONE_WORD,
    TODAY,
    USUAL,
    Table,
)
from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Deck
from tegenwicht.game.tally import Counts
from tegenwicht.preferences import Settings
from tegenwicht.screens.parts.account.comparing import Comparison, group_of
from tegenwicht.screens.shell.model import Backup, CameUp, History, Kept, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene

OWN_KEYS = Settings(keys={"w": "x", "o": "f7", "+": "ctrl+p"})
SESSIONS = (
    Kept(
        "a",
        "tegenwicht",
        "Team Zuid",
        "10 nov 2026, 9:05",
        "Ronde 2 van 3 · 5 deelnemers",
        False,
        ago="vanmorgen",
    ),
    Kept("b", "tegenwicht", "", "9 nov 2026, 9.30", "Ronde 1 · alleen", False),
    Kept(
        "c", "tegenwicht", LONGEST_NAME, "3 nov 2026, 16.45", "Ronde 20 van 20 · 12 deelnemers", False, True
    ),
    Kept("d", "tegenwicht", "Team Zuid", "2 nov 2026, 11.00", "Ronde 3 van 3 · 4 deelnemers", False),
    Kept("e", "tegenwicht", ONE_WORD, "1 nov 2026, 11.00", "Ronde 3 van 3 · 4 deelnemers", True),
    Kept("f", "tegenwicht", "", "31 okt 2026, 11.00", "Ronde 3 van 3 · 4 deelnemers", True),
)
COUNTED = tuple(
    one._replace(came_up=(n, 2, 0, 12, 3 * n, 0, 1, 0, n, 4, 0, 0) if n != 5 else None)
    for n, one in enumerate(SESSIONS)
)
CAME_UP = CameUp(5, Counts((14, 10, 9, 60, 30, 3), (5, 0, 10, 20, 0, 1)), (0, 0, 3, 0, 1, 4), 1)
COPIES = (
    Backup("1", "21 nov 2026, 9.30", True, True, 6, f"“{LONGEST_NAME}”, 20 nov 2026, 16.02", ("Team Zuid",)),
    Backup("2", "20 nov 2026", False, True, 4, "“Team Zuid”, 19 nov 2026, 11.00", (LONGEST_NAME,),
           ("Team Zuid", ONE_WORD, "", "Team Noord", "Team Oost")),
    Backup("3", "19 nov 2026", False, False),
    *(Backup(str(n), f"{22 - n} nov 2026", False, True, n, "“Team Zuid”, 2 nov 2026, 11.00") for n in range(4, 9)),
)  # fmt: skip
BAD_FILE = f"{ONE_WORD}.tegenwicht:1:1: verwacht een sessie van Tegenwicht, gevonden: niets; kijk of het het goede is"


def screens() -> dict[str, Model]:
    """Earlier sessions, groups beside each other, and what is asked before something goes."""
    model = Model(
        Settings(), deck=USUAL, sessions=SESSIONS, today=TODAY, scene=Scene.SESSIONS, back=(Scene.START,)
    )
    few = replace(model, history=History("", 0, COUNTED, False, 6, CAME_UP))
    many = tuple(one._replace(id=f"{one.id}{n}") for n in range(4) for one in COUNTED)
    page = replace(
        model, history=History("", 24, many, True, 10_000, CAME_UP), forms={"history:totals": True}
    )
    sought = replace(
        model,
        history=History("zzz", 0, (), False, 0, CameUp(0, Counts(), (0,) * 6, 0)),
        forms={"history:sought": "zzz"},
    )
    row = {"history:chosen": "e", "report:saved": f"/home/{ONE_WORD}/{ONE_WORD}.pdf"}

    def over(panel: Panel, **forms: Any) -> Model:
        return replace(
            few, panel=panel, forms=row | {key.replace("_", ":", 1): one for key, one in forms.items()}
        )

    return {
        "sessions": few,
        "sessions, none": replace(model, sessions=(), history=History("", 0, (), False)),
        "sessions, a page of many": page,
        "sessions, not found": sought,
        "sessions to compare": replace(few, forms={"compare:choosing": True, "compare:chosen": ("a", "e")}),
        "sessions, more of one": over(Panel.MORE),
        "sessions, a report": over(Panel.REPORT),
        "sessions, a file": over(Panel.FILE, file_names=True),
        "sessions, a file to bring in": over(
            Panel.BRING_IN, bring_path=f"/home/{ONE_WORD}/{ONE_WORD}.tegenwicht"
        ),
        "sessions, a file that is none": replace(over(Panel.BRING_IN, bring_path="x"), message=BAD_FILE),
        "sessions, erase": over(Panel.ERASE),
        "sessions, copies": replace(over(Panel.COPIES), copies=COPIES),
        "sessions, no copies": over(Panel.COPIES),
        "sessions, put back": replace(over(Panel.PUT_BACK, copies_chosen=COPIES[1].name), copies=COPIES),
        "settings, erase all": replace(model, scene=Scene.SETTINGS, panel=Panel.ERASE_ALL),
        "settings, keys": replace(model, scene=Scene.SETTINGS, settings=OWN_KEYS, panel=Panel.KEYS),
        "settings, another key": replace(
            model, scene=Scene.SETTINGS, settings=OWN_KEYS, panel=Panel.KEY, forms={"keys:which": "w"}
        ),
        "settings, sessions for a year": replace(
            model, scene=Scene.SETTINGS, settings=Settings(months_kept=12), old=SESSIONS
        ),
        "settings, old sessions go": replace(
            model,
            scene=Scene.SETTINGS,
            settings=Settings(months_kept=6),
            old=SESSIONS * 20,
            panel=Panel.OLD_SESSIONS,
        ),
        **_compared(),
    }


def _compared() -> dict[str, Model]:
    model = Model(
        Settings(), deck=USUAL, today=TODAY, scene=Scene.COMPARE, back=(Scene.START, Scene.SESSIONS)
    )

    def weighed(deck: Deck, turns: int, hands: tuple[int, int, int, int], title: str = "Team Zuid") -> Any:
        table = Table(deck, NAMES[: 2 + turns % 3], rounds=None, title=title)
        table.draw(9).do(tegenwicht.Weigh(hands), tegenwicht.FinishTurn()).draw(17).do(
            tegenwicht.Weigh(hands[::-1]), tegenwicht.FinishTurn()
        )
        return group_of(table.turns(turns).timeline.session)

    two = Comparison(
        ("a", "b"), (weighed(USUAL, 3, (0, 2, 1, 2)), weighed(USUAL, 9, (3, 0, 0, 0), "Team Noord"))
    )
    eight = Comparison(
        tuple("abcdefgh"),
        tuple(weighed(LONGEST, n, (n, 99, 1, 2), LONGEST_NAME if n % 2 else ONE_WORD) for n in range(8)),
        (f"De sessie “{ONE_WORD}” klopt niet vanaf stap 3.",),
    )
    named = {"compare:named": True}
    return {
        "compare": replace(model, comparison=two),
        "compare, named": replace(model, comparison=two, forms=named),
        "compare eight": replace(model, comparison=eight),
        "compare eight, named": replace(model, comparison=eight, forms=named),
        "compare, a report": replace(model, comparison=two, panel=Panel.REPORT),
        "compare nothing": replace(model, comparison=Comparison((), ())),
    }
