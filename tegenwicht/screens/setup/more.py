"""*Meer keuzes*: cards, moment, how to draw, clusters, times that can be typed, ten stones; all with a usual value."""

from typing import Any

from tegenwicht.game.cards import CLUSTERS, Cluster, Deck, Kind, Moment
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.modes import mode_named
from tegenwicht.game.rules import LONGEST_LINE
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button, choice_of, labelled, switch
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.favourites import favourites
from tegenwicht.screens.parts.fields import choice, field
from tegenwicht.screens.parts.names import cluster_name, moment_name
from tegenwicht.screens.setup import choices
from tegenwicht.screens.setup.choices import MINUTES, MORE, asks
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import All, OpenDeck, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import Choice, Part
from tegenwicht.screens.shell.view import View

FIELDS = ("setup:subject", "setup:thinking", "setup:talking", "setup:shuffle", "setup:minutes:typed")


USUAL_DECK = "tegenwicht"


def is_field(key: str) -> bool:
    """Whether a text field here has this key."""
    return key in FIELDS


def is_open(v: View) -> bool:
    """Whether more choices are shown."""
    return bool(v.model.form(MORE, False))


def boxes(v: View, deck: Deck) -> list[Box]:
    """What the game begins with, its own choices where it has no plan, the button that unfolds, and what is under it."""
    made: list[Box] = []
    if asks(v, Part.SUBJECT):
        label = choices.about(v).subject
        made.append(field(v, "setup:subject", label, entries.SETUP_SUBJECT, LONGEST_LINE))
    if asks(v, Part.HAND) and choices.hand(v, deck):
        made.append(_hand(v, deck))
    if asks(v, Part.DECK) and not is_open(v):
        made += _other_deck(v, deck)
    if not choices.has_plan(v):
        made += _options(v)
    if not _under(v):
        return made
    made.append(_unfold(v))
    return made + (_unfolded(v, deck) if is_open(v) else [])


def _options(v: View) -> list[Box]:
    return [_option(v, name, values) for name, values in mode_named(choices.mode(v)).OPTIONS.items()]


def _under(v: View) -> str:
    """What is under *Meer keuzes*, in a few words; empty where there is nothing."""
    parts = (
        (Part.DECK, tr("kaartset")), (Part.MOMENT, tr("moment")), (Part.DRAWING, tr("trekken")),
        (Part.CLUSTERS, tr("clusters")), (Part.THINKING, tr("denktijd")),
    )  # fmt: skip
    found = [word for part, word in parts if asks(v, part)]
    if asks(v, Part.TALKING) and not asks(v, Part.THINKING):
        found.append(tr("gesprekstijd"))
    return ", ".join(found)


def _unfold(v: View) -> Box:
    """The button; it says what is under it."""
    label, opened = tr("Meer keuzes"), is_open(v)
    line = _under(v)
    sign = (
        keys.MORE.shown
        if v.letter_keys and not v.model.focus.startswith(("setup:name", "setup:title"))
        else ""
    )

    def place(rect: Rect) -> Nodes:
        px = v.text_px(28)
        at = Rect(rect.x + v.text_px(26), rect.y + (rect.h - px) // 2, px, px)
        x = at.right + v.text_px(18)
        theme, m = v.theme, v.theme.table
        ops: list[Op] = [
            Fill(rect, m.wall, v.px(18), max(2, v.px(2.4 if m.rich else 3)), m.line),
            Icon(at, "down" if opened else "unfold", theme.ink),
            widgets.middle_line(
                v,
                Rect(x, rect.y + v.text_px(9), 0, v.text_px(40)),
                label,
                "bold",
                v.text_px(29),
                theme.ink,
                0.0,
            ),
        ]
        room = rect.right - x - v.text_px(80)
        shown = v.type.lines(line, "medium", v.text_px(22), max(1, room))
        below = Rect(x, rect.y + v.text_px(51), room, 0)
        ops += widgets.line_ops(v, below, shown[:2], "medium", v.text_px(22), m.faint)
        if sign:
            key = Rect(
                rect.right - v.text_px(56),
                rect.y + (rect.h - v.text_px(32)) // 2,
                v.text_px(34),
                v.text_px(32),
            )
            ops += [
                Fill(key, m.wall, v.px(8), max(1, v.px(2)), theme.ink),
                widgets.middle_line(v, key, sign, "semibold", v.text_px(20), theme.ink),
            ]
        return [Node(
            "setup:more", Role.TOGGLE, rect, label, description=line, action=Put(MORE, not opened),
            shortcuts=keys.MORE.names, pressed=opened, corner=v.px(18), ops=tuple(ops),
        )]  # fmt: skip

    def high(width: int) -> int:
        lines = v.type.lines(line, "medium", v.text_px(22), max(1, width - v.text_px(152)))
        return v.text_px(64) + min(2, len(lines)) * v.type.line_height(v.text_px(22))

    return Leaf(high, place)


def _unfolded(v: View, deck: Deck) -> list[Box]:
    made: list[Box] = []
    if asks(v, Part.DECK):
        made.append(_deck(v, deck))
    if asks(v, Part.HAND) and not choices.hand(v, deck):
        made += _favourites(v, deck)
    if choices.kinds_offered(v):
        made.append(_kinds(v))
    if asks(v, Part.MOMENT):
        moments: list[tuple[object, str]] = [(str(one), moment_name(one)) for one in Moment]
        now = str(choices.moment(v) or "")
        label = tr("Over welk moment in de klantreis?")
        made.append(choice(v, entries.SETUP_MOMENT, label, [("", tr("Maakt niet uit")), *moments], now))
    if asks(v, Part.DRAWING):
        made.append(_drawing(v))
    if asks(v, Part.CLUSTERS) and not choices.hand(v, deck):
        made.append(_clusters(v, deck))
    made += _times(v)
    if choices.has_plan(v):
        made += _options(v)
    if asks(v, Part.SHUFFLE):
        made.append(_shuffle(v))
    return made


# -- which cards


def _deck(v: View, deck: Deck) -> Box:
    if len(v.model.decks) > 1:
        options = [
            (title, All((Put(entries.SETUP_HAND, ()), OpenDeck(path))), v.model.plays_with(path, title))
            for path, title in v.model.decks
        ]  # a number may be another card in another deck
        box = choice_of(v, "setup:deck", tr("Kaartset"), options, full_names=True)
    else:
        words = f"{deck.title}: {several('{n} kaart', '{n} kaarten', len(deck.cards))}"
        box = labelled(v, "setup:deck", tr("Kaartset"), widgets.text(v, words))
    if not deck.instruction:
        return box
    return Column([box, widgets.text(v, deck.instruction, 24, key="setup:instruction", live=True)], v.px(8))


def _favourites(v: View, deck: Deck) -> list[Box]:
    """To play with only the favourites, where there are some."""
    liked = favourites(v.model, deck)
    if not liked:
        return []
    words = several("Alleen met mijn favoriet", "Alleen met mijn {n} favorieten", len(liked))
    put = Put(entries.SETUP_HAND, tuple(card.number for card in liked))
    return [Row([button(v, "setup:favourites", words, put, glyph="favourite").sized(24)])]


def _other_deck(v: View, deck: Deck) -> list[Box]:
    """Which deck is chosen, where it is not the usual one, and what its author says of playing with it."""
    if deck.id == USUAL_DECK and not deck.instruction:
        return []
    title = widgets.text(
        v, tr("Kaartset: {title}").format(title=deck.title), 28, "semibold", key="setup:deck:title"
    )
    told = (
        [widgets.text(v, deck.instruction, 24, key="setup:instruction", live=True)]
        if deck.instruction
        else []
    )
    return [Column([title, *told], v.px(4))]


def kind_words(kind: Kind) -> str:
    """Cards of a kind, more than one."""
    return {
        Kind.FACTOR: tr("factoren"), Kind.SITUATION: tr("situaties"), Kind.STATEMENT: tr("stellingen"),
        Kind.TASK: tr("opdrachten"), Kind.JOKER: tr("jokers"),
    }[kind]  # fmt: skip


def _kinds(v: View) -> Box:
    """Other kinds of card, shuffled in."""
    chosen = choices.kinds(v)
    made = []
    for kind in choices.kinds_offered(v):
        on = kind in chosen
        after = tuple(one.value for one in choices.kinds_offered(v) if (one in chosen) != (one is kind))
        made.append(switch(v, f"setup:kind:{kind}", kind_words(kind), on, Put(entries.SETUP_KINDS, after)))
    return labelled(v, "setup:kinds", tr("Welke andere kaarten schudden jullie erbij?"), Wrap(made, v.px(10)))


def _hand(v: View, deck: Deck) -> Box:
    count = len(choices.hand(v, deck))
    words = several(
        "Jullie spelen met de {n} kaart die in de hand ligt.",
        "Jullie spelen met de {n} kaarten die in de hand liggen.", count,
    )  # fmt: skip
    whole = button(v, "setup:hand:none", tr("Toch met de hele kaartset"), Put(entries.SETUP_HAND, ())).sized(
        24
    )
    return labelled(v, "setup:hand", tr("De hand"), Column([widgets.text(v, words), whole], v.px(10)))


def _drawing(v: View) -> Box:
    now = choices.drawing(v)
    ways: list[tuple[object, str]] = [
        (Drawing.OPEN, tr("Kiezen of loten")), (Drawing.SHUFFLED, tr("Eén gemengde stapel")),
        (Drawing.PILE, tr("Per stapel kiezen")), (Drawing.COUNTERWEIGHT, tr("Lichtste cluster eerst")),
    ]  # fmt: skip
    explained = {
        Drawing.OPEN: tr("Wie aan de beurt is, kiest een stapel of laat het lot kiezen."),
        Drawing.SHUFFLED: tr("De volgende kaart komt van het hele geschudde spel."),
        Drawing.PILE: tr("Wie aan de beurt is, kiest zelf een cluster."),
        Drawing.COUNTERWEIGHT: tr("De volgende kaart komt uit het cluster dat het minst langskwam."),
    }
    drawing = choice(v, entries.SETUP_DRAWING, tr("Hoe trekken jullie kaarten?"), ways, now)
    return Column([drawing, widgets.muted(v, explained[now])], v.px(8))


def _clusters(v: View, deck: Deck) -> Box:
    chosen = choices.clusters(v)
    off = tuple(v.model.form(entries.SETUP_OFF, ()))
    made = [_cluster(v, deck, cluster, cluster in chosen, off) for cluster in CLUSTERS]
    return labelled(v, "setup:clusters", tr("Welke clusters doen mee?"), Wrap(made, v.px(10)))


def _cluster(v: View, deck: Deck, cluster: Cluster, on: bool, off: tuple[Any, ...]) -> Box:
    changed = (*off, cluster) if on else tuple(one for one in off if one != cluster)
    words = several("{n} kaart", "{n} kaarten", len(deck.of(cluster)))
    return switch(
        v, f"setup:cluster:{cluster}", cluster_name(cluster), on, Put(entries.SETUP_OFF, changed), words
    )


def _shuffle(v: View) -> Box:
    number = field(v, "setup:shuffle", tr("Schudnummer"), entries.SETUP_SHUFFLE, 6, digits=True)
    hint = widgets.muted(v, tr("Met hetzelfde schudnummer krijgt een andere groep dezelfde volgorde."))
    return Column([number, hint], v.px(8))


# -- how long


def _times(v: View) -> list[Box]:
    made: list[Box] = []
    if asks(v, Part.THINKING):
        made.append(_number(v, entries.SETUP_THINKING, tr("Denktijd in seconden"), choices.thinking(v), 15))
    if asks(v, Part.TALKING):
        made.append(_number(v, entries.SETUP_TALKING, tr("Gesprekstijd in seconden"), choices.talking(v), 30))
    boxes: list[Box] = (
        [Wrap(made, v.px(24), v.px(16)), widgets.muted(v, tr("0 is zonder tijd."))] if made else []
    )
    if choices.has_plan(v):
        boxes.append(_other_minutes(v))
    return [Column(boxes, v.px(8))] if boxes else []


def _number(v: View, form: Entry, label: str, now: int, step: int) -> Box:
    """A number to step or to type."""
    fewer, more = Put(form, max(0, now - step)), Put(form, now + step)
    typed = field(v, form, label, form, 4, digits=True, otherwise=str(now))
    line = Row([_step(v, f"{form}:fewer", "−", tr("{label}: minder").format(label=label), fewer),
                _Natural(typed.bare, v.text_px(120)),
                _step(v, f"{form}:more", "+", tr("{label}: meer").format(label=label), more)], v.px(8))  # fmt: skip
    name = widgets.seen(v, label, widgets.SMALL, "semibold", v.theme.muted, natural=True)
    return Column([name, line], v.px(6), natural=max(line.natural, name.natural))


class _Natural(Column):
    """A box that would like to be so wide."""

    def __init__(self, box: Box, natural: int) -> None:
        super().__init__([box], 0, natural)


def _step(v: View, key: str, sign: str, name: str, action: Command) -> Box:
    return button(v, key, sign, action).sized(pad=20).heard(name)


def _other_minutes(v: View) -> Box:
    """Another time than the usual three."""
    label = tr("Andere tijd voor de hele sessie, in minuten")
    now = str(choices.minutes(v))
    typed = field(v, "setup:minutes:typed", label, MINUTES, 3, digits=True, otherwise=now)
    name = widgets.seen(v, label, widgets.SMALL, "semibold", v.theme.muted)
    return Column([name, Row([_Natural(typed.bare, v.text_px(120)), widgets.NOTHING], 0)], v.px(6))


# -- the game's own


def _option(v: View, name: str, values: tuple[str, ...]) -> Box:
    one = choices.explained(v).get(name) or _usual_words(name, values)
    now = choices.option(v, name, values)
    options: list[tuple[object, str]] = [(value, words) for value, words, _ in one.values]
    explained = next((hint for value, _, hint in one.values if value == now), "")
    box = choice(v, choices.option_form(v, name), one.label, options, now)
    return Column([box, widgets.muted(v, explained)], v.px(8)) if explained else box


def _usual_words(name: str, values: tuple[str, ...]) -> Choice:
    """The words of choices that several games share."""
    known = {
        "turns": Choice("turns", tr("In welke volgorde?"), (
            ("seated", tr("Zoals jullie zitten"), ""),
            ("lot", tr("Elke ronde door het lot"), tr("Aan het begin van een ronde wijst het lot de volgorde aan.")),
        )),
        "stones": Choice("stones", tr("Tien stenen, voor en na"), (
            ("no", tr("Zonder"), ""),
            ("yes", tr("Voor en na het gesprek"),
             tr("Jullie verdelen tien stenen over de clusters, en na het gesprek nog eens: wat is er verschoven?")),
        )),
    }  # fmt: skip
    return known.get(name) or Choice(name, name, tuple((value, value, "") for value in values))
