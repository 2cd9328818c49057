"""The panel that puts cards on paper: how large, one or two sides, with a sheet to count on or not."""

from collections.abc import Sequence

from tegenwicht.game.cards import Card
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, labelled, switch
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.fields import choice
from tegenwicht.screens.parts.panels.reporting import SAVED, saved_as
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import Open, OpenFile, PrintCards, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

SIZE, SIDES, SHEET = Entry("paper:size"), Entry("paper:sides"), Entry("paper:sheet")
SIZES = ("63x88", "74x105")


def paper_button(v: View) -> Button:
    """Opens the panel."""
    return button(v, "paper", tr("Op papier"), Open(Panel.PAPER, ((SAVED, ""),)), glyph="cards")


def paper_panel(v: View, hand: Sequence[Card]) -> Node:
    """The hand when there is one, else the whole deck."""
    deck = v.model.deck
    assert deck is not None
    count = len(hand) or len(deck.cards)
    what = several("{n} kaart uit de hand", "{n} kaarten uit de hand", count) if hand else tr(
        "De hele kaartset: {n} kaarten").format(n=count)  # fmt: skip
    size, sides = str(v.model.form(SIZE, SIZES[0])), bool(v.model.form(SIDES, False))
    sheet, saved = bool(v.model.form(SHEET, True)), str(v.model.form(SAVED, ""))
    sizes: list[tuple[object, str]] = [
        (SIZES[0], tr("63 × 88 mm, speelkaart")), (SIZES[1], tr("74 × 105 mm, groter")),
    ]  # fmt: skip
    more = Wrap(
        [
            switch(v, SIDES, tr("Met achterkanten"), sides, Put(SIDES, not sides)),
            switch(v, SHEET, tr("Met een turfblad"), sheet, Put(SHEET, not sheet)),
        ],
        v.px(10),
    )
    hint = tr(
        "Met achterkanten print je dubbelzijdig over de lange kant. Op papier én scherm: typ K en het nummer."
    )
    parts: list[Box] = [
        widgets.text(v, what, 28, "semibold", key="paper:what"), choice(v, SIZE, tr("Hoe groot?"), sizes, size),
        labelled(v, "paper:more", tr("Wat hoort erbij?"), more), widgets.muted(v, hint), *saved_as(v, saved),
    ]  # fmt: skip
    numbers = tuple(card.number for card in hand)
    make = button(
        v, "paper:save", tr("PDF maken"), PrintCards(size, sides, sheet, numbers), primary=not saved
    )
    open_it = [button(v, "paper:open", tr("Openen"), OpenFile(saved), primary=True)] if saved else []
    buttons = [*open_it, make, close_button(v, tr("Sluiten"))]
    return frame.dialog(v, "panel:paper", tr("Kaarten op papier"), Column(parts, v.px(20)), buttons, 1060)
