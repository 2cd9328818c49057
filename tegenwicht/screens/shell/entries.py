"""The names under which the model remembers what is filled in on a screen and not done yet: form entries.

A name of its own for one screen stands with that screen; here are those that several know. ``Put``, ``Forget``,
``Open`` and ``Model.form`` take such names and no loose text, so that mypy finds a typo.
"""

from typing import NewType

Entry = NewType("Entry", str)
"""The name of a form entry: ``ROUNDS = Entry("setup:rounds")``."""

ALONE_KEPT = Entry("alone:kept")
BROWSE_OPEN = Entry("browse:open")
BUSY = Entry("busy")
DECKS_TITLE = Entry("decks:title")
DESK_SHOWN = Entry("desk:shown")
JOIN = Entry("join")
LOOK = Entry("look")
NOTE = Entry("note")
NUMBER = Entry("number")
PATH_CARD = Entry("path:card")
PATH_CONSIDERATION = Entry("path:consideration")
PATH_STEP = Entry("path:step")
REPORT_SAVED = Entry("report:saved")
SETUP_DRAWING = Entry("setup:drawing")
SETUP_HAND = Entry("setup:hand")
SETUP_KINDS = Entry("setup:kinds")
SETUP_MODE = Entry("setup:mode")
SETUP_MOMENT = Entry("setup:moment")
SETUP_NOW = Entry("setup:now")
SETUP_OFF = Entry("setup:off")
SETUP_PEOPLE = Entry("setup:people")
SETUP_SHUFFLE = Entry("setup:shuffle")
SETUP_MINUTES = Entry("setup:minutes")
SETUP_MORE = Entry("setup:more")
SETUP_TALKING = Entry("setup:talking")
SETUP_THINKING = Entry("setup:thinking")
SETUP_STEP = Entry("setup:step")
SETUP_SUBJECT = Entry("setup:subject")
SETUP_TITLE = Entry("setup:title")
