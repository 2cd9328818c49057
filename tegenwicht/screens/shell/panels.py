"""The panels that open over a screen, by name: what ``Open`` opens and what the model shows."""

from enum import StrEnum


class Panel(StrEnum):
    """Each belongs to the screens that show it; NONE is false: no panel is open.

    The values stand in what was kept of a text half typed, so they keep their meaning.
    """

    NONE = ""

    # of every game
    FINISH = "finish"
    MENU = "menu"
    MORE = "more"
    PEOPLE = "people"

    # over the table of the Kaartgesprek
    ASIDE = "aside"
    DISCUSSED = "discussed"
    JOIN = "join"
    JOKER = "joker"
    LOOK = "look"
    NOTE = "note"
    NUMBER = "number"
    PARK = "park"
    THOUGHTS = "thoughts"
    TURN = "turn"

    # of the other games
    ANSWER = "answer"
    CHOOSE = "choose"
    CONSIDERATION = "consideration"
    FACTORS = "factors"
    LAID = "laid"
    LEFT_OUT = "left out"
    LISTENERS = "listeners"
    PICK = "pick"
    PLACE = "place"
    ROLES = "roles"
    RULES = "rules"
    SLIP = "slip"
    WEIGHED = "weighed"

    # of whoever leads, apart from the table
    PARKED = "parked"

    # of the harvest
    ACCOUNT = "account"
    CLOSE = "close"
    CLOSE_WITHOUT_KEEPING = "close without keeping"
    ERASE = "erase"
    LINE = "line"
    REPORT = "report"

    # of the earlier sessions and the settings
    APART = "apart"
    BRING_IN = "bring in"
    COPIES = "copies"
    ERASE_ALL = "erase all"
    FILE = "file"
    KEY = "key"
    KEYS = "keys"
    OLD_SESSIONS = "old sessions"
    PUT_BACK = "put back"

    # of the cards and decks
    COMMENTS = "comments"
    EXPORT = "export"
    LEAVE = "leave"
    PAPER = "paper"
    PICTURES = "pictures"
    RENAME = "rename"


def panel_named(name: str) -> Panel:
    """The panel that was written down somewhere; NONE where there is none of that name (any more)."""
    try:
        return Panel(name)
    except ValueError:
        return Panel.NONE
