"""The published places: only there when they are asked for with their own key, and never a norm."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.layout import Box, Column
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.clusters import published_name, rank_words
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Put, Say
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing.words import no_place, source_line

SHOWN = Entry("weighing:published")


def are_shown(v: View) -> bool:
    """Whether they were asked for."""
    return bool(v.model.form(SHOWN, False))


def act(v: View, card: Card | None = None) -> tuple[Act, ...]:
    """The button that shows them, or puts them away; without one where there is no place to show."""
    if card is not None and card.rank is None:
        return ()
    if are_shown(v):
        return (Act("published:show", tr("Onderzoek weg"), Put(SHOWN, False), keys.DEEPER),)
    said = (
        tr("{place}. Geen norm.").format(place=rank_words(card))
        if card
        else tr("Onderzoek ernaast. Geen norm.")
    )
    return (
        Act(
            "published:show",
            tr("Wat vond het onderzoek?"),
            All((Put(SHOWN, True), Say(said))),
            keys.DEEPER,
        ),
    )


def box(v: View, card: Card) -> list[Box]:
    """The place of one factor, with its source and what it is not."""
    if not are_shown(v):
        return []
    parts: list[Box] = [
        widgets.text(v, rank_words(card) or no_place(), 30, "bold", key="published:place"),
        widgets.text(v, tr("geen norm"), 28, "bold", key="published:norm"),
        widgets.muted(v, source_line(), 22),
    ]
    if name := published_name(card):
        parts.append(widgets.text(v, name, 22, "medium", key="published:name"))
    return [sheet(v, Column(parts, v.px(6)), "published", pad=24)]
