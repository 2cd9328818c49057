"""The hand: the cards that were picked out, and beginning a session with just those."""

from collections.abc import Sequence

from tegenwicht.game.cards import Card
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, Look, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.browse.finding import hand_form, in_or_out
from tegenwicht.screens.browse.tiles import Hand, named
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import All, Back, Go, PlayAlone, Put
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.theme import WHITE
from tegenwicht.screens.shell.view import View

SMALL = 22


def hand_row(v: View, hand: Hand) -> Box:
    """A small card for each in the hand, that goes out of it when pressed; or how one comes in."""
    if not hand.cards:
        words = tr("De hand is leeg. Leg er kaarten in (+ Hand) en speel alleen met die kaarten.")
        return widgets.muted(v, words)
    head = widgets.seen(v, tr("In de hand:"), widgets.SMALL, "semibold", v.theme.muted, natural=True)
    boxes: list[Box] = [head, *(_small(v, hand, card) for card in hand.cards)]
    if len(hand.cards) > 1:
        away = Put(hand_form(hand.deck), ())
        boxes.append(button(v, "hand:none", tr("Hand leegmaken"), away).sized(SMALL, 12))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("browse:hand", Role.GROUP, rect, tr("In de hand"), children=tuple(nodes))

    return Padded(Wrap(boxes, v.px(8)), 0, 0, wrap)


def _small(v: View, hand: Hand, card: Card) -> Button:
    colours = v.theme.clusters[card.family]
    look = Look(colours.solid, WHITE, colours.edge, WHITE)
    away = in_or_out(hand.deck, hand.numbers, card)
    return (
        button(v, f"out:{card.number}", str(card.number), away, glyph="close")
        .sized(SMALL, 10)
        .painted(look)
        .heard(tr("Uit de hand: {card}").format(card=named(card)))
    )


def onward(v: View, hand: Sequence[Card]) -> list[Button]:
    """With cards in the hand a session with those comes first; *Klaar* goes back to where one came from."""
    done = tr("Klaar")
    if not hand:
        return [button(v, "primary", done, Back(), keys.PRIMARY, primary=True, first=True)]
    group = several("Sessie met deze kaart", "Sessie met deze {n} kaarten", len(hand))
    alone = several("Alleen spelen met deze kaart", "Alleen spelen met deze kaarten", len(hand))
    return [
        button(
            v, "primary", group, _begin(hand, False), keys.PRIMARY, primary=True, first=True, glyph="people"
        ),
        button(v, "browse:alone", alone, _begin(hand, True), glyph="individual"),
        button(v, "browse:done", done, Back()),
    ]


def _begin(hand: Sequence[Card], alone: bool) -> Command:
    """To the setup, or alone at once, with the cards of the hand."""
    numbers = tuple(card.number for card in hand)
    return PlayAlone(numbers) if alone else All((Put(entries.SETUP_HAND, numbers), Go(Scene.SETUP)))
