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
from tegenwicht.ui.commands import Begin, OpenDeck, Put
from tegenwicht.ui.frame import frame
from tegenwicht.ui.layout import Box, Column, Grid, Nodes, Rect, Row, Wrap
from tegenwicht.ui.nodes import Node
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name

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
    inner = rect.inset(v.u(48 if v.wide else 24), v.u(22))
    deck = v.model.deck
    assert deck is not None
    begin = _begin(v, deck)
    begin_h = begin.height(inner.w)
    pinned = begin_h < inner.h // 3
    people = [] if _alone(v) else [_people(v)]
    left = Column([_deck(v, deck), *people], v.u(20))
    right = Column([_rounds_and_time(v), _cards(v, deck)], v.u(20))
    sheet = w.side_by_side(v, left, right, 28)
    if not pinned:
        return w.scroll(v, "setup:all", Column([sheet, begin], v.u(20)), inner)
    room = Rect(inner.x, inner.y, inner.w, inner.h - begin_h - v.u(18))
    under = Rect(inner.x, inner.bottom - begin_h, inner.w, begin_h)
    return w.scroll(v, "setup:all", sheet, room) + begin.place(under)


def _deck(v: View, deck: Deck) -> Box:
    parts: list[Box] = []
    if len(v.model.decks) > 1:
        options = [(title, OpenDeck(path), title == deck.title) for path, title in v.model.decks]
        parts.append(w.choice_of(v, "setup:deck", tr("Kaartset"), options))
    else:
        words = tr("{title}: {n} kaarten").format(title=deck.title, n=len(deck.cards))
        parts.append(w.labelled(v, "setup:deck", tr("Kaartset"), w.text(v, words)))
    label = tr("Naam van deze sessie (mag leeg)") if _alone(v) else tr("Naam van de groep (mag leeg)")
    parts.append(w.field(v, "setup:title", label, "setup:title", LONGEST_NAME))
    return w.panel(v, Column(parts, v.u(16)), "setup:sheet:deck", pad=26)


def _people(v: View) -> Box:
    count = int(v.model.form("setup:people", USUAL_PARTICIPANTS))
    fewer, more = Put("setup:people", count - 1), Put("setup:people", count + 1)
    number = w.spin(
        v, "setup:people", tr("Deelnemers"), str(count), (count, 1, MOST_PARTICIPANTS), fewer, more
    )
    fields = [_name(v, n) for n in range(1, count + 1)]
    across = 2 if v.wide or v.width / (v.scale * v.text) > 1000 else 1
    hint = w.muted(v, tr("Namen mogen leeg blijven. De volgorde is de volgorde van de beurten."))
    parts = [number, hint, Grid(fields, across, v.u(12))]
    return w.panel(v, Column(parts, v.u(14)), "setup:sheet:people", pad=26)


def _name(v: View, n: int) -> Box:
    label = tr("Deelnemer {n}").format(n=n)
    return w.field(v, f"setup:name:{n}", label, f"setup:name:{n}", LONGEST_NAME)


def _rounds_and_time(v: View) -> Box:
    rounds = _rounds(v)
    shown = str(rounds) if rounds else tr("open")
    count = w.spin(
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
    return w.panel(v, Wrap(boxes, v.u(26), v.u(16)), "setup:sheet:rounds", pad=26)


def _number(v: View, key: str, label: str, usual: int, least: int, most: int, step: int, shape: str) -> Box:
    now = int(v.model.form(key, usual))
    shown = shape.format(n=now) if now else tr("uit")
    fewer, more = Put(key, max(least, now - step)), Put(key, min(most, now + step))
    return w.spin(v, key, label, shown, (now, least, most), fewer, more)


def _cards(v: View, deck: Deck) -> Box:
    ways: list[tuple[object, str]] = [
        (Drawing.SHUFFLED, tr("Geschud")),
        (Drawing.PILE, tr("Per stapel kiezen")),
        (Drawing.COUNTERWEIGHT, tr("Met tegenwicht")),
    ]
    now = Drawing(v.model.form("setup:drawing", Drawing.SHUFFLED))
    explained = {
        Drawing.SHUFFLED: tr("De volgende kaart komt van het hele geschudde spel."),
        Drawing.PILE: tr("Wie aan de beurt is, kiest zelf een cluster."),
        Drawing.COUNTERWEIGHT: tr("De volgende kaart komt uit het cluster dat het minst langskwam."),
    }
    drawing = w.choice(v, "setup:drawing", tr("Hoe trekken we?"), ways, now)
    shuffle = w.field(
        v, "setup:shuffle", tr("Schudnummer"), "setup:shuffle", 6, digits=True, natural=v.t(300)
    )
    hint = w.muted(v, tr("Met hetzelfde schudnummer krijgt een andere groep dezelfde volgorde."))
    return w.panel(
        v,
        Column(
            [
                Column([drawing, w.muted(v, explained[now])], v.u(8)),
                _cluster_choice(v, deck),
                Row([shuffle, hint], v.u(20), 1.0) if v.wide else Column([shuffle, hint], v.u(8)),
            ],
            v.u(18),
        ),
        "setup:sheet:cards",
        pad=26,
    )


def _cluster_choice(v: View, deck: Deck) -> Box:
    chosen = _clusters(v)
    off = tuple(v.model.form("setup:off", ()))
    boxes = []
    for cluster in CLUSTERS:
        on = cluster in chosen
        changed: tuple[Any, ...] = (*off, cluster) if on else tuple(one for one in off if one != cluster)
        words = several("{n} kaart", "{n} kaarten", len(deck.of(cluster)))
        boxes.append(
            w.switch(
                v, f"setup:cluster:{cluster}", cluster_name(cluster), on, Put("setup:off", changed), words
            )
        )
    return w.labelled(v, "setup:clusters", tr("Welke clusters doen mee?"), Wrap(boxes, v.u(10)))


def _begin(v: View, deck: Deck) -> Box:
    setup = setup_of(v)
    ready = any(card.cluster in setup.clusters for card in deck.cards)
    button = w.button(
        v, "begin", tr("Beginnen"), Begin(setup, deck), keys.PRIMARY, True, ready, 36, first=True
    )
    if ready:
        words = tr("Veilige ruimte: we praten over hóe we wegen, niet over wie gelijk heeft. ") + tr(
            "Noem niets waaraan een cliënt te herkennen is."
        )
    else:
        words = tr("Kies minstens één cluster dat kaarten heeft.")
    said = w.text(v, words, 26, "medium", key="setup:safe")
    return Row([button, said], v.u(26)) if v.wide else Column([said, Wrap([button])], v.u(10))
