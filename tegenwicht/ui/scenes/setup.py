"""Setting up a session on one screen: deck, participants, rounds, clusters, drawing, time, shuffle."""

from typing import Any

from tegenwicht.game import events as e
from tegenwicht.game.cards import CLUSTERS, Cluster, Deck
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.rules import (
    HIGHEST_SHUFFLE_NUMBER,
    LONGEST_NAME,
    LONGEST_TIME,
    MOST_CARDS_PER_ROUND,
    MOST_PARTICIPANTS,
    MOST_ROUNDS,
)
from tegenwicht.game.text import clean
from tegenwicht.i18n import several, tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import Button, button, choice, choice_of, labelled, switch
from tegenwicht.ui.commands import Begin, OpenDeck, Put
from tegenwicht.ui.fields import field, spin
from tegenwicht.ui.flow import Grid, Wrap
from tegenwicht.ui.frame import footed, frame, margin_of
from tegenwicht.ui.layout import Box, Column, Nodes, Padded, Rect, Row
from tegenwicht.ui.names import cluster_name
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View

USUAL_PARTICIPANTS = 5


def build(v: View) -> Node:
    """The setup, for a group or for one."""
    title = tr("Alleen spelen") if _alone(v) else tr("Nieuwe sessie")
    return frame(v, title, lambda rect: _body(v, rect))


def setup_of(v: View) -> e.Setup:
    """The choices on the screen as a setup; what is outside its range is brought inside."""
    form = v.model.form
    alone = _alone(v)
    names = [""] if alone else _names(v)
    people = tuple(e.Participant(n, clean(str(name))[:LONGEST_NAME]) for n, name in enumerate(names, 1))
    typed = str(form("setup:shuffle", ""))
    number = int(typed) if typed.isdigit() else 0
    return e.Setup(
        mode="tegenwicht",
        title=clean(str(form("setup:title", "")))[:LONGEST_NAME],
        participants=people,
        rounds=_rounds(v),
        cards_per_round=int(form("setup:cards", 4)),
        clusters=tuple(_clusters(v)),
        drawing=Drawing(form("setup:drawing", Drawing.SHUFFLED)),
        thinking_seconds=int(form("setup:thinking", 30)),
        talking_seconds=int(form("setup:talking", 180)),
        shuffle_number=min(HIGHEST_SHUFFLE_NUMBER, max(1, number)),
    )


def _alone(v: View) -> bool:
    return bool(v.model.form("setup:alone", False))


def _rounds(v: View) -> int | None:
    rounds = v.model.form("setup:rounds", 3)
    return int(rounds) if rounds else None


def _names(v: View) -> list[str]:
    count = int(v.model.form("setup:people", USUAL_PARTICIPANTS))
    return [str(v.model.form(f"setup:name:{n}", "")) for n in range(1, count + 1)]


def _clusters(v: View) -> list[Cluster]:
    """The chosen clusters; all but those switched off."""
    off = set(v.model.form("setup:off", ()))
    return [cluster for cluster in CLUSTERS if cluster not in off]


def _body(v: View, rect: Rect) -> Nodes:
    deck = v.model.deck
    assert deck is not None
    margin, safe = margin_of(v), _safe(v, deck)
    people = [] if _alone(v) else [_people(v)]
    left = Column([_deck(v, deck), *people], v.u(20))
    right = Column([_rounds_and_time(v), _cards(v, deck)], v.u(20))
    sheet = w.side_by_side(v, left, right, 28)

    def body(room: Rect, _left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(20), rect.w - 2 * margin, room.h - v.u(20))
        end = Padded(sheet, 0, v.u(6)) if v.wide else Column([safe, sheet, w.NOTHING], v.u(18))
        return w.scroll(v, "setup:all", end, inner)

    return footed(v, rect, [_begin(v, deck)], body, margin, safe if v.wide else None)


# -- who


def _deck(v: View, deck: Deck) -> Box:
    """Which cards, and what the group is called."""
    if len(v.model.decks) > 1:
        options = [(title, OpenDeck(path), title == deck.title) for path, title in v.model.decks]
        which = choice_of(v, "setup:deck", tr("Kaartset"), options)
    else:
        words = tr("{title}: {n} kaarten").format(title=deck.title, n=len(deck.cards))
        which = labelled(v, "setup:deck", tr("Kaartset"), w.text(v, words))
    label = tr("Naam van deze sessie (mag leeg)") if _alone(v) else tr("Naam van de groep (mag leeg)")
    title = field(v, "setup:title", label, "setup:title", LONGEST_NAME)
    beside = v.wide and len(v.model.decks) < 2
    both: Box = Row([which, title], v.u(24), 0.0) if beside else Column([which, title], v.u(16))
    return w.panel(v, both, "setup:sheet:deck", pad=26)


def _people(v: View) -> Box:
    count = int(v.model.form("setup:people", USUAL_PARTICIPANTS))
    fewer, more = Put("setup:people", count - 1), Put("setup:people", count + 1)
    number = spin(v, "setup:people", tr("Deelnemers"), str(count), (count, 1, MOST_PARTICIPANTS), fewer, more)
    hint = w.muted(v, tr("Namen mogen leeg blijven. De volgorde is de volgorde van de beurten."))
    head: Box = Row([number, hint], v.u(24), 1.0) if v.pair else Column([number, hint], v.u(12))
    names = Grid([_name(v, n) for n in range(1, count + 1)], 2 if v.pair else 1, v.u(12))
    return w.panel(v, Column([head, names], v.u(18)), "setup:sheet:people", pad=26)


def _name(v: View, n: int) -> Box:
    """A name; left empty, the participant is called as the field says."""
    label, key = tr("Deelnemer {n}").format(n=n), f"setup:name:{n}"
    return field(v, key, label, key, LONGEST_NAME, hint=label, beside=str(n))


# -- how long, and which cards


def _rounds_and_time(v: View) -> Box:
    rounds = _rounds(v)
    shown = str(rounds) if rounds else tr("open")
    count = spin(
        v, "setup:rounds", tr("Rondes"), shown, (rounds or MOST_ROUNDS + 1, 1, MOST_ROUNDS + 1),
        Put("setup:rounds", rounds - 1 if rounds else MOST_ROUNDS),
        Put("setup:rounds", rounds + 1 if rounds and rounds < MOST_ROUNDS else None),
    )  # fmt: skip
    boxes = [count]
    if _alone(v):
        boxes.append(_number(v, "setup:cards", tr("Kaarten per ronde"), 4, 1, MOST_CARDS_PER_ROUND, 1, "{n}"))
    seconds = tr("{n} sec")
    boxes.append(_number(v, "setup:thinking", tr("Denktijd"), 30, 0, LONGEST_TIME, 15, seconds))
    boxes.append(_number(v, "setup:talking", tr("Gesprekstijd"), 180, 0, LONGEST_TIME, 30, seconds))
    return w.panel(v, Wrap(boxes, v.u(20), v.u(16), even=True), "setup:sheet:rounds", pad=26)


def _number(v: View, key: str, label: str, usual: int, least: int, most: int, step: int, shape: str) -> Box:
    now = int(v.model.form(key, usual))
    shown = shape.format(n=now) if now else tr("uit")
    fewer, more = Put(key, max(least, now - step)), Put(key, min(most, now + step))
    return spin(v, key, label, shown, (now, least, most), fewer, more)


def _cards(v: View, deck: Deck) -> Box:
    now = Drawing(v.model.form("setup:drawing", Drawing.SHUFFLED))
    ways: list[tuple[object, str]] = [
        (Drawing.SHUFFLED, tr("Geschud")),
        (Drawing.PILE, tr("Per stapel kiezen")),
        (Drawing.COUNTERWEIGHT, tr("Met tegenwicht")),
    ]
    explained = {
        Drawing.SHUFFLED: tr("De volgende kaart komt van het hele geschudde spel."),
        Drawing.PILE: tr("Wie aan de beurt is, kiest zelf een cluster."),
        Drawing.COUNTERWEIGHT: tr("De volgende kaart komt uit het cluster dat het minst langskwam."),
    }
    drawing = choice(v, "setup:drawing", tr("Hoe trekken we?"), ways, now)
    parts = [
        Column([drawing, w.muted(v, explained[now])], v.u(8)),
        _cluster_choice(v, deck),
        _shuffle(v),
    ]
    return w.panel(v, Column(parts, v.u(18)), "setup:sheet:cards", pad=26)


def _shuffle(v: View) -> Box:
    number = field(v, "setup:shuffle", tr("Schudnummer"), "setup:shuffle", 6, digits=True, natural=v.t(240))
    hint = w.muted(v, tr("Met hetzelfde schudnummer krijgt een andere groep dezelfde volgorde."))
    return Row([number, hint], v.u(20), 1.0) if v.pair else Column([number, hint], v.u(8))


def _cluster_choice(v: View, deck: Deck) -> Box:
    chosen = _clusters(v)
    off = tuple(v.model.form("setup:off", ()))
    boxes = []
    for cluster in CLUSTERS:
        on = cluster in chosen
        changed: tuple[Any, ...] = (*off, cluster) if on else tuple(one for one in off if one != cluster)
        words = several("{n} kaart", "{n} kaarten", len(deck.of(cluster)))
        name = cluster_name(cluster)
        boxes.append(switch(v, f"setup:cluster:{cluster}", name, on, Put("setup:off", changed), words))
    return labelled(v, "setup:clusters", tr("Welke clusters doen mee?"), Wrap(boxes, v.u(10)))


# -- on with it


def _ready(v: View, deck: Deck) -> bool:
    chosen = _clusters(v)
    return any(card.cluster in chosen for card in deck.cards)


def _begin(v: View, deck: Deck) -> Button:
    begin = Begin(setup_of(v), deck)
    return button(v, "begin", tr("Beginnen"), begin, keys.PRIMARY, True, _ready(v, deck), 36, first=True)


def _safe(v: View, deck: Deck) -> Box:
    if not _ready(v, deck):
        return w.text(v, tr("Kies minstens één cluster dat kaarten heeft."), 26, "medium", key="setup:safe")
    words = tr("Veilige ruimte: we praten over hóe we wegen, niet over wie gelijk heeft. ") + tr(
        "Noem niets waaraan een cliënt te herkennen is."
    )
    return w.text(v, words, 26, "medium", key="setup:safe")
