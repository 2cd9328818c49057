"""The panel that makes a report: in which form, for whom, and where it went."""

from collections.abc import Sequence

from tegenwicht.i18n import tr
from tegenwicht.ui import frame
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import Button, button, choice
from tegenwicht.ui.commands import Open, OpenFile, SaveReport
from tegenwicht.ui.layout import Box, Column
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.session_parts import SMALL_BUTTON, close_button, saving
from tegenwicht.ui.view import View

FORM, WHOM, SAVED = "report:form", "report:whom", "report:saved"
USUAL = ".pdf"


def report_button(v: View, unsaved: Sequence[object] = ()) -> Button:
    """Opens the panel, after what was typed and not kept yet was kept."""
    opens = saving(unsaved, Open("report", ((SAVED, ""),)))
    return button(v, "report", tr("Verslag"), opens, size=SMALL_BUTTON, glyph="note", pad=14)


def report_panel(v: View, session: str) -> Node:
    """A report of the session with that id, to the user's folder for documents."""
    suffix, whom = str(v.model.form(FORM, USUAL)), str(v.model.form(WHOM, "team"))
    forms: list[tuple[object, str]] = [
        (".pdf", "PDF"), (".docx", "Word"), (".csv", "Excel (CSV)"), (".md", tr("Platte tekst")),
    ]  # fmt: skip
    parts: list[Box] = [
        choice(v, FORM, tr("In welke vorm?"), forms, suffix),
        choice(v, WHOM, tr("Voor wie?"),
               [("team", tr("Voor het team")), ("person-free", tr("Zonder personen"))], whom),
        w.muted(v, _explained(whom)),
    ]  # fmt: skip
    saved = str(v.model.form(SAVED, ""))
    if saved:
        parts.append(
            w.text(v, tr("Bewaard als {file}").format(file=saved), 28, "semibold", key="report:saved")
        )
    save = button(
        v,
        "report:save",
        tr("Verslag bewaren"),
        SaveReport(session, suffix, whom != "team"),
        primary=not saved,
    )
    open_it = [button(v, "report:open", tr("Openen"), OpenFile(saved), primary=True)] if saved else []
    buttons = [*open_it, save, close_button(v, tr("Sluiten"))]
    return frame.dialog(
        v, "panel:report", tr("Verslag van deze sessie"), Column(parts, v.u(20)), buttons, 1060
    )


def _explained(whom: str) -> str:
    if whom == "team":
        return tr("Met namen, notities en leerpunten. Deel het alleen met wie erbij was.")
    return tr("Zonder namen en zonder wat iemand opschreef: voor een opleidingsmap of een leidinggevende.")
