"""The panels over the list of earlier sessions: what can be done with one, a file of it, a file brought in."""

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, switch
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.account.comparing import CHOOSING, CHOSEN, MOST_GROUPS
from tegenwicht.screens.parts.fields import choice, field
from tegenwicht.screens.parts.panels.reporting import SAVED, saved_as
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell.commands import All, BringIn, MakeSessionFile, Open, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.frame import dialog
from tegenwicht.screens.shell.model import Kept
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

CHOSEN_ROW, WITH_NAMES, PATH, NAME = (
    Entry("history:chosen"),
    Entry("file:names"),
    Entry("bring:path"),
    Entry("bring:name"),
)
LONGEST_PATH = 1000


def more_panel(v: View, one: Kept, name: str) -> Node:
    """What else can be done with the session, beside going on with it or looking back."""
    nothing_saved = ((SAVED, ""),)
    deeds = [
        button(v, "row:report", tr("Verslag"), Open(Panel.REPORT, nothing_saved), glyph="note"),
        button(v, "row:file", tr("Bestand maken"), Open(Panel.FILE, nothing_saved), glyph="draw"),
        _compare(v, one),
        button(v, "row:erase", tr("Wissen…"), Open(Panel.ERASE), enabled=not one.elsewhere, glyph="trash"),
    ]
    explained = tr("Een verslag is om te lezen. Een bestand kan een ander team openen in Tegenwicht.")
    inside = Column([Wrap(deeds, v.px(12)), widgets.muted(v, explained)], v.px(20))
    return dialog(v, "panel:more", name, inside, [close_button(v, tr("Terug"))], 1060)


def _compare(v: View, one: Kept) -> Button:
    chosen: tuple[str, ...] = v.model.form(CHOSEN, ())
    on = one.id in chosen
    action = Put(CHOSEN, tuple(other for other in chosen if other != one.id))
    more = All((Put(CHOSEN, (*chosen, one.id)), Put(CHOOSING, True)))
    label = tr("Vergelijken")
    found = switch(v, "row:compare", label, on, action if on else more)
    return found if on or len(chosen) < MOST_GROUPS else button(v, "row:compare", label, None, enabled=False)


def file_panel(v: View, one: Kept, name: str) -> Node:
    """The session as a file for another team or the trainer; without names unless that is chosen."""
    with_names, saved = bool(v.model.form(WITH_NAMES, False)), str(v.model.form(SAVED, ""))
    options: list[tuple[object, str]] = [(False, tr("Zonder namen")), (True, tr("Met alles"))]
    parts: list[Box] = [
        widgets.text(
            v, tr("Een bestand van “{name}”, dat een ander in Tegenwicht kan openen.").format(name=name), 26
        ),
        choice(v, WITH_NAMES, tr("Wat gaat er mee?"), options, with_names),
        widgets.muted(v, _explained(with_names)),
        *saved_as(v, saved),
    ]
    make = button(v, "file:make", tr("Bestand maken"), MakeSessionFile(one.id, with_names), primary=not saved)
    back = close_button(v, tr("Sluiten"), primary=bool(saved))
    return dialog(v, "panel:file", tr("Bestand maken"), Column(parts, v.px(20)), [make, back], 1000)


def _explained(with_names: bool) -> str:
    if with_names:
        return tr("Met namen, notities en wat jullie meenemen. Geef het alleen aan wie erbij was.")
    return tr(
        "Wat er gebeurde, zonder namen, titel, notities en wat jullie meenemen. Beroepsgroepen blijven erin."
    )


def bring_in_panel(v: View) -> Node:
    """How a file of another group comes in. There is no window to choose a file in."""
    typed = str(v.model.form(PATH, "")).strip()
    bring = BringIn(typed)
    parts: list[Box] = [
        widgets.text(v, tr("Sleep het bestand (.tegenwicht) op dit venster. Dat mag ook op elk ander scherm.")),
        field(v, "bring:path", tr("Of typ waar het staat"), PATH, LONGEST_PATH, action=bring if typed else None,
              first=True, hint=tr("map en naam van het bestand"), sentences=False),
        widgets.muted(v, tr("De sessie komt bij Eerdere sessies te staan. Daar kun je die bekijken en vergelijken.")),
    ]  # fmt: skip
    parts += saved_as(v, "")
    fetch = button(v, "bring:fetch", tr("Erbij halen"), bring, primary=True, enabled=bool(typed))
    buttons: list[Button] = [fetch, close_button(v, tr("Terug"))]
    return dialog(v, "panel:bring", tr("Sessie uit een bestand"), Column(parts, v.px(20)), buttons, 1000)


def apart_panel(v: View) -> Node:
    """What to do with a session that is here already and went another way."""
    name = str(v.model.form(NAME, ""))
    words = tr("De sessie “{name}” staat er al, maar ging hier anders verder dan in het bestand.").format(
        name=name
    )
    more = tr("Je kunt de andere ernaast zetten. Wat ze samen hebben, telt dan twee keer.")
    beside = button(
        v, "apart:both", tr("Ernaast zetten"), BringIn(str(v.model.form(PATH, "")), apart=True), glyph="plus"
    )
    inside = Column([widgets.text(v, words, 26), widgets.muted(v, more)], v.px(20))
    leave = close_button(v, tr("Laten zoals het is"), primary=True)
    return dialog(v, "panel:apart", tr("Twee keer dezelfde sessie"), inside, [beside, leave], 1000)
