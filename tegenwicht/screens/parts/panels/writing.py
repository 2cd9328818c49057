"""A panel to write something down, for every mode."""

from tegenwicht.game.events import Action
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View


def writing_panel(
    v: View, form: Entry, title: str, label: str, longest: int, keep: Action, lines: int = 6
) -> Node:
    """What is typed goes to the form entry ``form``; *Bewaren* does ``keep`` and closes the panel.

    longest: in characters. lines: how high the field is,
    where there is room.
    """
    parts: list[Box] = [
        widgets.text(v, no_client_data(), widgets.SMALL, colour=v.theme.muted),
        field(v, f"{form}:text", label, form, longest, lines=min(lines, 3) if v.low else lines, first=True),
    ]
    keep_button = button(v, f"{form}:keep", tr("Bewaren"), All((Do(keep), Shut())), keys.KEEP, primary=True)
    buttons = [keep_button, close_button(v, tr("Terug"))]
    return frame.dialog(v, f"panel:{form}", title, Column(parts, v.px(16)), buttons)


def no_client_data() -> str:
    """The request that stands by every field in which people write."""
    return f"{no_client_data_short()} {tr('Ook wat je ongedaan maakt, blijft in de sessie staan.')}"


def no_client_data_short() -> str:
    """The same where there is one line for it."""
    return tr("Schrijf niets op waaraan een cliënt te herkennen is: geen naam, nummer of adres.")


def no_client_data_line() -> str:
    """The same where there is half a line for it."""
    return tr("Geen naam, nummer of adres van een cliënt.")
