"""What is filled in at the desk: the texts of a card or of the deck, each with what is wrong beside it."""

from tegenwicht.game.cards import CLUSTERS, Kind, Source
from tegenwicht.game.deck_editing import LONGEST, MOST_SOURCES, CardDraft, DeckDraft
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, choice_of, toolbar
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.deck_edit import pictures
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.names import cluster_name, source_name
from tegenwicht.screens.shell.commands import ChangeDeck, FocusOn
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Editing, Fault
from tegenwicht.screens.shell.view import View

ROOM = 1000
"""Characters that fit in a field: more than a card takes, so that nothing pasted is lost unseen."""
ORDER = ("title", "question", "deeper 1", "deeper 2", "deeper 3", "other_side", "explanation")
LINES = {
    "title": 1,
    "question": 3,
    "deeper 1": 2,
    "deeper 2": 2,
    "deeper 3": 2,
    "other_side": 2,
    "explanation": 2,
    "source": 2,
    "instruction": 2,
}


def form(v: View, desk: Editing) -> Box:
    """The fields of the card that is shown, or of the deck itself."""
    card = desk.history.now.card(desk.card)
    if card is None:
        return _deck_form(v, desk)
    name = tr("Kaart {number}").format(number=card.number) if card.number else tr("Kaart zonder nummer")
    heading = widgets.text(v, name, 36, "bold", role=Role.HEADING, level=2, natural=True, key="desk:name")
    parts: list[Box] = [widgets.ends(v, heading, _card_buttons(v, desk, card))]
    parts += [_field(v, desk, card, one) for one in ORDER]
    parts += [
        pictures.chosen(v, card),
        _kinds(v, card),
        _clusters(v, card),
        _number(v, desk, card),
        _source(v, card),
    ]
    return Column(parts, v.px(18))


def _card_buttons(v: View, desk: Editing, card: CardDraft) -> Box:
    mates = desk.history.now.of(card.family)
    at = mates.index(card)

    def small(key: str, label: str, what: str, glyph: str, able: bool = True) -> Button:
        return button(v, key, label, ChangeDeck(what, card.key), enabled=able, glyph=glyph).sized(22, 12)

    return toolbar(
        v,
        [
            small("desk:up", tr("Eerder"), "up", "up", at > 0),
            small("desk:down", tr("Later"), "down", "down", at < len(mates) - 1),
            small("desk:copy", tr("Kopie"), "duplicate", "cards"),
            small("desk:remove", tr("Weg"), "remove", "trash"),
        ],
    )


def label_of(name: str) -> str:
    """What a field of a card is called."""
    return {
        "number": tr("Nummer"), "title": tr("Titel"), "question": tr("Vraag"),
        "deeper 1": tr("Doorvraag 1 (mag leeg)"), "deeper 2": tr("Doorvraag 2 (mag leeg)"),
        "deeper 3": tr("Doorvraag 3 (mag leeg)"), "other_side": tr("Andersom (mag leeg)"),
        "explanation": tr("Uitleg (mag leeg)"),
    }[name]  # fmt: skip


def _field(v: View, desk: Editing, card: CardDraft, name: str) -> Box:
    """Enter leads to the next field; behind the last to a new card."""
    at = ORDER.index(name)
    onward = f"draft:{card.key}:{ORDER[at + 1]}" if at + 1 < len(ORDER) else "desk:new"
    key = Entry(f"draft:{card.key}:{name}")
    text = str(v.model.form(key, card.text(name)))
    box = field(v, key, label_of(name), key, ROOM, LINES[name], action=FocusOn(onward), otherwise=card.text(name),
                first=name == "title")  # fmt: skip
    faults = [one for one in desk.faults if one.card == card.key and one.field == name]
    return _told(v, key, box, text, LONGEST[name], faults)


def _told(v: View, key: str, box: Box, text: str, most: int, faults: list[Fault]) -> Box:
    """A field with what is wrong below it, or how much more fits; a screen reader hears that with the field."""
    said = " ".join(_sentence(one.words) for one in faults) or _room_left(text, most)

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        known = tuple(_with(node, said) for node in nodes)
        return Node(f"{key}:group", Role.GROUP, rect, children=known)

    if not faults:
        below: Box = widgets.seen(v, said, 22, "regular", v.theme.muted)
    elif not text.strip():
        below = widgets.seen(v, said, 22, "medium", v.theme.muted)
    else:
        below = _warning(v, key, said)
    return Padded(Column([box, below], v.px(4)), 0, 0, wrap)


def _with(node: Node, said: str) -> Node:
    """The field itself: one line of text on several rows, described by what is wrong with it."""
    if node.edit is None:
        return node
    return node._replace(edit=node.edit._replace(unbroken=True), description=said)


def _warning(v: View, key: str, said: str) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(
            f"{key}:fault", Role.GROUP, rect, ops=(Fill(rect, v.theme.warn, v.px(8)),), children=tuple(nodes)
        )

    words = widgets.seen(v, said, 22, "medium", v.theme.on_warn)
    return Padded(
        Row([widgets.icon(v, "warning", 24, v.theme.on_warn), words], v.px(10)), v.px(12), v.px(6), wrap
    )


def _sentence(words: str) -> str:
    """What the reader of decks says, as a sentence."""
    return f"{words[:1].upper()}{words[1:]}."


def _room_left(text: str, most: int) -> str:
    return several("nog {n} teken", "nog {n} tekens", max(0, most - len(text.strip())))


# -- the rest of a card


def _clusters(v: View, card: CardDraft) -> Box:
    options = [
        (cluster_name(one), ChangeDeck("cluster", card.key, str(one)), one is card.cluster)
        for one in CLUSTERS
    ]
    if card.kind is not Kind.FACTOR:
        options.append((tr("Geen cluster"), ChangeDeck("cluster", card.key, ""), card.cluster is None))
    return choice_of(v, "desk:clusters", tr("Cluster"), options)


def _kinds(v: View, card: CardDraft) -> Box:
    options = [(cluster_name(one), ChangeDeck("kind", card.key, str(one)), one is card.kind) for one in Kind]
    return choice_of(v, "desk:kinds", tr("Soort kaart"), options)


def _number(v: View, desk: Editing, card: CardDraft) -> Box:
    key = Entry(f"draft:{card.key}:number")
    box = field(
        v, key, label_of("number"), key, 4, digits=True, otherwise=card.number, action=FocusOn("desk:new")
    )
    faults = [one for one in desk.faults if one.card == card.key and one.field == "number"]
    text = str(v.model.form(key, card.number))
    hint = widgets.seen(v, tr("Het nummer staat ook op de papieren kaart."), 22, "regular", v.theme.muted)
    return _told(v, key, box, text, 4, faults) if faults else Column([box, hint], v.px(4))


def _source(v: View, card: CardDraft) -> Box:
    """A place in the study belongs to its factor: only a card that has one can be of the study's tables."""
    offered = [one for one in Source if one is not Source.TABLE or card.rank is not None]
    options = [
        (source_name(one), ChangeDeck("source", card.key, str(one)), one is card.source) for one in offered
    ]
    parts: list[Box] = [choice_of(v, "desk:source", tr("Bron"), options)]
    if card.factor:
        said = tr("In het onderzoek heet deze factor: {name}").format(name=card.factor)
        parts.append(widgets.text(v, said, 22, colour=v.theme.muted))
    if card.source is Source.TABLE:
        words = tr(
            "De plaats uit het onderzoek hoort bij deze factor. Gaat de kaart over iets anders? Kies dan: praktijk."
        )
        parts.append(widgets.text(v, words, 22, colour=v.theme.muted))
    return Column(parts, v.px(8))


# -- the deck itself


def _deck_form(v: View, desk: Editing) -> Box:
    draft: DeckDraft = desk.history.now
    places = range(min(MOST_SOURCES, len(draft.sources) + 1))
    names = ["title", "instruction", *(f"source {place + 1}" for place in places)]
    parts: list[Box] = [widgets.heading(v, tr("Over de kaartset"), 36)]
    parts += [_deck_field(v, desk, name, after) for name, after in zip(names, [*names[1:], ""], strict=True)]
    other = [one for one in desk.faults if one.card == 0 and one.field not in names]
    parts += [_warning(v, f"desk:fault:{one.field}", _sentence(one.words)) for one in other]
    return Column(parts, v.px(18))


def _deck_field(v: View, desk: Editing, name: str, after: str) -> Box:
    draft, key = desk.history.now, Entry(f"draft:0:{name}")
    value = draft.about(name)
    text = str(v.model.form(key, value))
    label = {
        "title": tr("Naam van de kaartset"),
        "instruction": tr("Hoe speel je met deze kaarten? (mag leeg)"),
    }.get(name, tr("Bron {n}: waar komen de kaarten vandaan?").format(n=name.removeprefix("source ")))
    most, lines = LONGEST[name.split()[0]], LINES[name.split()[0]]
    action = FocusOn(f"draft:0:{after}" if after else "desk:new")
    box = field(v, key, label, key, ROOM, lines, action=action, otherwise=value, first=name == "title")
    faults = [one for one in desk.faults if one.card == 0 and one.field == name]
    return _told(v, key, box, text, most, faults)
