"""The panel that makes a report: in which form, for whom, and where it went."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.fields import choice
from tegenwicht.screens.parts.session_parts import SMALL_BUTTON, close_button
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Open, OpenFile, SaveReport
from tegenwicht.screens.shell.entries import BUSY, REPORT_SAVED, Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

FORM, WHOM, SAVED = Entry("report:form"), Entry("report:whom"), REPORT_SAVED
USUAL = ".pdf"


def report_button(v: View) -> Button:
    """Opens the panel."""
    opens = Open(Panel.REPORT, ((SAVED, ""),))
    return button(v, "report", tr("Verslag"), opens, glyph="note").sized(SMALL_BUTTON, 14)


def report_panel(v: View, session: str) -> Node:
    """A report of the session with that id, to the user's folder for documents."""
    whom = str(v.model.form(WHOM, "team"))
    parts: list[Box] = [
        choice(v, WHOM, tr("Voor wie?"),
               [("team", tr("Voor het team")), ("person-free", tr("Zonder namen"))], whom),
        widgets.muted(v, _explained(whom)),
    ]  # fmt: skip

    def save(suffix: str) -> Command:
        return SaveReport(session, suffix, whom != "team")

    return saving_panel(v, tr("Verslag van deze sessie"), save, parts)


def saving_panel(v: View, title: str, save: Callable[[str], Command], more: Sequence[Box]) -> Node:
    """In which form, what else there is to choose, and when it was saved: where.

    save: the command that writes it, from the ending of the file.
    """
    suffix, saved = str(v.model.form(FORM, USUAL)), str(v.model.form(SAVED, ""))
    forms: list[tuple[object, str]] = [
        (".pdf", "PDF"), (".docx", "Word"), (".csv", "Excel (CSV)"), (".md", tr("Platte tekst")),
    ]  # fmt: skip
    parts = [choice(v, FORM, tr("In welke vorm?"), forms, suffix), *more, *saved_as(v, saved)]
    write = button(v, "report:save", tr("Verslag bewaren"), save(suffix), primary=not saved)
    open_it = [button(v, "report:open", tr("Openen"), OpenFile(saved), primary=True)] if saved else []
    buttons = [*open_it, write, close_button(v, tr("Sluiten"))]
    return frame.dialog(v, "panel:report", title, Column(parts, v.px(20)), buttons, 1060)


def saved_as(v: View, saved: str) -> list[Box]:
    """Where a file went, once it was written; while it is being made, that."""
    if v.model.form(BUSY, ""):
        return [widgets.text(v, str(v.model.form(BUSY, "")), 28, "medium", key="report:busy")]
    if not saved:
        return []
    place = Path(saved)
    words = tr("Bewaard: {name}, in de map {folder}").format(name=place.name, folder=place.parent.name)
    return [widgets.text(v, words, 28, "semibold", key="report:saved")]


def _explained(whom: str) -> str:
    if whom == "team":
        return tr("Met namen, notities en wat jullie meenemen. Deel het alleen met wie erbij was.")
    return tr("Zonder namen en zonder wat iemand opschreef: voor een opleidingsmap of een leidinggevende.")
