"""Panels over the table: a note, a card by number, cards put aside, participants, finishing."""

from collections.abc import Sequence

from tegenwicht.game import events, parking, tegenwicht
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.panels.people import people_panel
from tegenwicht.screens.parts.panels.unsaved import unsaved_newcomer, unsaved_text
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.small_views import page_view
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import entries, frame
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Shut
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.now import PARK, TURN
from tegenwicht.screens.tegenwicht.pieces import listed, looking, sought

LARGE_TEXT = 1.5
"""From here a card that is looked at again is told in words alone."""


def build(v: View, session: Session) -> Node | None:
    """The open panel; None when it no longer fits (the card under it is gone)."""
    panels = {
        Panel.NUMBER: _number, Panel.ASIDE: _aside, Panel.PEOPLE: _people, Panel.DISCUSSED: _discussed,
        Panel.LOOK: _look, Panel.FINISH: _finish, Panel.TURN: _turn,
    }  # fmt: skip
    needs_card = v.model.panel is Panel.FINISH
    if needs_card and tegenwicht.card_on_table(session) is None:
        return None
    made = panels.get(v.model.panel)
    large_anyway = v.model.panel is Panel.LOOK
    return made(v if large_anyway else page_view(v), session) if made else None


# -- a note, a number, a card put aside


def open_note(session: Session) -> Open:
    """Open the note, with what was written before."""
    turn = tegenwicht.table(session).turn
    return Open(Panel.NOTE, ((entries.NOTE, turn.cards[-1].note if turn and turn.cards else ""),))


def unsaved(v: View, session: Session) -> tuple[Command, ...]:
    """What keeps the note, or who joins, when their panel is open."""
    turn = tegenwicht.table(session).turn
    match v.model.panel:
        case Panel.NOTE if turn and turn.cards:
            return unsaved_text(v, entries.NOTE, turn.cards[-1].note, tegenwicht.WriteNote)
        case Panel.PEOPLE:
            return unsaved_newcomer(v)
        case Panel.JOIN:
            typed = str(v.model.form(entries.JOIN, "")).strip()
            return (Do(events.AddParticipant(typed)), Put(entries.JOIN, "")) if typed else ()
        case Panel.PARK:
            return unsaved_text(v, PARK, "", parking.ParkThought)
    return ()


def open_number() -> Open:
    """Open the search for a card by its number."""
    return Open(Panel.NUMBER, ((entries.NUMBER, ""),))


def _number(v: View, session: Session) -> Node:
    """A number that is typed, and beside it the card as it is."""
    typed = str(v.model.form(entries.NUMBER, ""))
    number = int(typed) if typed.isdecimal() else 0
    bring = All((Do(tegenwicht.BringUp(number)), Shut()))
    card = session.cards.get(number)
    hint = tr("Het nummer staat op elke papieren kaart.")
    if typed and card is None:
        hint = tr("Kaart {number} zit niet in deze kaartset.").format(number=typed)
    typing = field(
        v, "number:text", tr("Nummer op de kaart"), entries.NUMBER, 4, digits=True, action=bring, first=True
    )
    if v.text < LARGE_TEXT:
        box: Box = Column([sought.beside_its_name(v, typing), sought.place_of(v, card, hint)], v.px(20))
    else:
        box = Column(
            [typing, widgets.text(v, card.title if card else hint, widgets.BODY, colour=v.theme.muted)],
            v.px(16),
        )
    buttons = [button(v, "number:show", tr("Op tafel"), bring, primary=True), close_button(v, tr("Terug"))]
    return frame.dialog(v, "panel:number", tr("Kaart opzoeken"), box, buttons, sought.PANEL)


def _aside(v: View, session: Session) -> Node:
    cards = [
        (f"aside:{one.card}", session.cards[one.card], All((Do(tegenwicht.TakeBack(one.card)), Shut())))
        for one in reversed(tegenwicht.table(session).aside)
    ]
    title, none = tr("Kaarten die opzij liggen"), tr("Er liggen geen kaarten opzij.")
    return _chosen_from(v, "panel:aside", title, cards, none)


def _discussed(v: View, session: Session) -> Node:
    """Every card that was discussed, the latest first; each can be looked at again."""
    cards = [
        (f"discussed:{one.card}", session.cards[one.card], Open(Panel.LOOK, ((entries.LOOK, one.card),)))
        for _, _, one in reversed(list(tegenwicht.discussed(session)))
    ]
    none = tr("Er is nog geen kaart besproken.")
    return _chosen_from(v, "panel:discussed", tr("Besproken kaarten"), cards, none)


def _chosen_from(
    v: View, key: str, title: str, cards: Sequence[tuple[str, Card, Command]], none: str
) -> Node:
    """Small cards to press, or that there are ``none``."""
    box = listed.small_cards(v, cards) if cards else widgets.text(v, none, colour=v.theme.muted)
    wide = listed.PANEL if cards else 900
    return frame.dialog(v, key, title, box, [close_button(v, tr("Terug"))], wide)


def _look(v: View, session: Session) -> Node:
    """One of them, to be read again: both its sides and what was asked with it."""
    card = session.cards.get(int(v.model.form(entries.LOOK, 0)))
    if card is None:
        return _discussed(v, session)
    if not is_compact(v):
        return looking.at_card(v, card)
    parts = looking.boxes(v, card) if v.text < LARGE_TEXT else _in_words(v, card)
    buttons = [
        button(v, "look:back", tr("Andere kaart"), Open(Panel.DISCUSSED)),
        close_button(v, tr("Terug"), primary=True),
    ]
    return frame.dialog(v, "panel:look", card.title, Column(parts, v.px(18)), buttons, 1220)


def _in_words(v: View, card: Card) -> list[Box]:
    """The card where its words are so large that they take all of the panel."""
    parts: list[Box] = [
        widgets.text(v, card_name(card), 26, "semibold", v.theme.clusters[card.family].line),
        widgets.text(v, card.question, 48, "bold"),
        *(widgets.text(v, words, 28) for words in card.deeper),
    ]
    if card.other_side:
        parts.append(widgets.text(v, tr("Andersom: {words}").format(words=card.other_side), 28, "medium"))
    return parts


def _people(v: View, session: Session) -> Node:
    turn = tegenwicht.table(session).turn
    return people_panel(v, session, turn.participant if turn else 0, tegenwicht.GiveTurnTo)


def _turn(v: View, session: Session) -> Node | None:
    """Whether somebody gets the turn now; None when that cannot be."""
    turn, who, playing = tegenwicht.table(session).turn, int(v.model.form(TURN, 0)), v.model.playing
    if turn is None or playing is None or tegenwicht.GiveTurnTo(who) not in playing.legal:
        return None
    names = names_apart(session)
    words = tr("{name} komt in deze ronde nog aan de beurt.").format(name=names[turn.participant])
    give = All((Do(tegenwicht.GiveTurnTo(who)), Shut()))
    word = tr("Geef {name} de beurt").format(name=names[who])
    buttons = [button(v, "turn:give", word, give, primary=True), close_button(v, tr("Terug"))]
    title = tr("{name} nu aan de beurt?").format(name=names[who])
    return frame.dialog(v, "panel:turn", title, widgets.text(v, words), buttons)


# -- finishing


def finish(session: Session) -> Command:
    """What *Afronden* does: at once, or first asking about the card on the table."""
    return Open(Panel.FINISH) if tegenwicht.card_on_table(session) else Do(events.Finish(False))


def _finish(v: View, _session: Session) -> Node:
    box = widgets.text(v, tr("Er ligt nog een kaart op tafel. Telt die mee als besproken?"))
    buttons = [
        button(v, "finish:count", tr("Telt mee, afronden"), Do(events.Finish(True)), primary=True),
        button(v, "finish:skip", tr("Telt niet mee, afronden"), Do(events.Finish(False))),
        close_button(v, tr("Nog niet afronden")),
    ]
    return frame.dialog(v, "panel:finish", tr("Sessie afronden"), box, buttons, 1340)
