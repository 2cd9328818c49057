"""Setting up a session on one screen: mode, deck, participants, and what the mode asks for beside them."""

from typing import Any

from tegenwicht.game import events as e
from tegenwicht.game.cards import CLUSTERS, Cluster, Deck, Moment
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.modes import MODES, mode_named
from tegenwicht.game.rules import (
    HIGHEST_SHUFFLE_NUMBER,
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_TIME,
    MOST_CARDS_PER_ROUND,
    MOST_ROUNDS,
)
from tegenwicht.game.text import clean
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, choice_of, labelled, switch
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import choice, field, spin
from tegenwicht.screens.parts.names import cluster_name, moment_name
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Begin, OpenDeck, Put
from tegenwicht.screens.shell.frame import footed, frame, margin_of
from tegenwicht.screens.shell.modes import About, Choice, Part, screens_of
from tegenwicht.screens.shell.view import View


def build(v: View) -> Node:
    """The setup, for a group or for one."""
    title = tr("Alleen spelen") if _alone(v) else tr("Nieuwe sessie")
    return frame(v, title, lambda rect: _body(v, rect))


def setup_of(v: View, deck: Deck) -> e.Setup:
    """The choices on the screen as a setup; what is outside its range is brought inside."""
    form, mode, about = v.model.form, _mode(v), _about(v)
    names = [""] if _alone(v) else _names(v)
    people = tuple(e.Participant(n, clean(str(name))[:LONGEST_NAME]) for n, name in enumerate(names, 1))
    typed = v.model.today.replace("-", "")[2:] if about.daily else str(form("setup:shuffle", ""))
    number = int(typed) if typed.isdigit() else 0
    return e.Setup(
        mode=mode,
        title=clean(str(form("setup:title", "")))[:LONGEST_NAME],
        participants=people,
        rounds=_rounds(v),
        cards_per_round=int(form("setup:cards", 4)),
        clusters=tuple(_clusters(v)) if Part.CLUSTERS in about.parts else CLUSTERS,
        drawing=Drawing(form("setup:drawing", Drawing.OPEN)),
        thinking_seconds=int(form("setup:thinking", 30)) if Part.THINKING in about.parts else 0,
        talking_seconds=int(form("setup:talking", 180)) if Part.TALKING in about.parts else 0,
        shuffle_number=min(HIGHEST_SHUFFLE_NUMBER, max(1, number)),
        moment=_moment(v) if Part.MOMENT in about.parts else None,
        cards=_hand(v, deck) if Part.HAND in about.parts else (),
        subject=clean(str(form("setup:subject", "")))[:LONGEST_LINE] if Part.SUBJECT in about.parts else "",
        options=tuple((one.name, _chosen(v, mode, one)) for one in about.choices),
    )


def _alone(v: View) -> bool:
    return bool(v.model.form("setup:alone", False))


def _modes(v: View) -> list[str]:
    """The modes for a group, or for one."""
    least = 1 if _alone(v) else 2
    return [
        mode
        for mode in MODES
        if any(n in mode_named(mode).PEOPLE for n in range(least, 3 if least > 1 else 2))
    ]


def _mode(v: View) -> str:
    """The chosen mode; the first where what was chosen is not for so many."""
    modes = _modes(v)
    usual = "alone" if _alone(v) else modes[0]
    wanted = str(v.model.form("setup:solo" if _alone(v) else "setup:mode", usual))
    return wanted if wanted in modes else modes[0]


def _about(v: View) -> About:
    return screens_of(_mode(v)).about()


def _rounds(v: View) -> int | None:
    rounds = v.model.form("setup:rounds", 3)
    return int(rounds) if rounds else None


def _people_count(v: View) -> int:
    """How many there are, as many as the mode is for."""
    people = mode_named(_mode(v)).PEOPLE
    count = int(v.model.form("setup:people", _about(v).people))
    return max(people.start, min(people.stop - 1, count))


def _names(v: View) -> list[str]:
    return [str(v.model.form(f"setup:name:{n}", "")) for n in range(1, _people_count(v) + 1)]


def _clusters(v: View) -> list[Cluster]:
    """The chosen clusters; all but those switched off."""
    off = set(v.model.form("setup:off", ()))
    return [cluster for cluster in CLUSTERS if cluster not in off]


def _hand(v: View, deck: Deck) -> tuple[int, ...]:
    """The cards that were put in the hand, as far as this deck has them."""
    there = {card.number for card in deck.cards}
    return tuple(number for number in v.model.form("setup:hand", ()) if number in there)


def _moment(v: View) -> Moment | None:
    chosen = v.model.form("setup:moment", "")
    return Moment(chosen) if chosen in tuple(Moment) else None


def _chosen(v: View, mode: str, one: Choice) -> str:
    """The value of one of the mode's own choices; the first one at first."""
    values = [value for value, _, _ in one.values]
    chosen = str(v.model.form(f"setup:option:{mode}:{one.name}", values[0]))
    return chosen if chosen in values else values[0]


def _body(v: View, rect: Rect) -> Nodes:
    deck = v.model.deck
    assert deck is not None
    margin, safe = margin_of(v), _safe(v, deck)
    sheet = w.side_by_side(v, *_columns(v, deck, (rect.w - 2 * margin) // 2), 28)

    def body(room: Rect, _left: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(20), rect.w - 2 * margin, room.h - v.u(20))
        end = Padded(sheet, 0, v.u(6)) if v.wide else Column([safe, sheet, w.NOTHING], v.u(18))
        return w.scroll(v, "setup:all", end, inner)

    return footed(v, rect, [_begin(v, deck)], body, margin, safe if v.wide else None)


def _columns(v: View, deck: Deck, width: int) -> tuple[Box, Box]:
    """Who and what at the left, how at the right; what the mode asks for goes where there is room."""
    left = [_which(v, deck)]
    if Part.PEOPLE in _about(v).parts and not _alone(v):
        left.append(_people(v))
    own, how = _own_choices(v, deck), [*_rounds_and_time(v), *_cards(v, deck)]
    if own and v.wide and _high(left, width) <= _high(how, width):
        left.append(_sheet(v, "setup:sheet:mode", own))
        own = []
    right = [_sheet(v, "setup:sheet:how", [*own, *how])] if own or how else []
    return Column(left, v.u(20)), Column(right, v.u(20))


def _sheet(v: View, key: str, boxes: list[Box]) -> Box:
    return w.panel(v, Column(boxes, v.u(22)), key, pad=26)


def _high(boxes: list[Box], width: int) -> int:
    return sum(box.height(width) for box in boxes)


# -- what, and who


def _which(v: View, deck: Deck) -> Box:
    """Which mode, which cards, and what the group is called."""
    parts: list[Box] = []
    modes = _modes(v)
    if len(modes) > 1:
        form = "setup:solo" if _alone(v) else "setup:mode"
        options: list[tuple[object, str]] = [(mode, screens_of(mode).about().name) for mode in modes]
        pick = choice(v, form, tr("Spelvorm"), options, _mode(v))
        parts.append(Column([pick, w.muted(v, _about(v).line)], v.u(8)))
    label = tr("Naam van deze sessie (mag leeg)") if _alone(v) else tr("Naam van de groep (mag leeg)")
    title = field(v, "setup:title", label, "setup:title", LONGEST_NAME)
    if Part.DECK not in _about(v).parts:
        parts.append(title)
    elif v.wide and len(v.model.decks) < 2:
        parts.append(Row([_deck(v, deck), title], v.u(24), 0.0))
    else:
        parts += [_deck(v, deck), title]
    return w.panel(v, Column(parts, v.u(16)), "setup:sheet:deck", pad=26)


def _deck(v: View, deck: Deck) -> Box:
    if len(v.model.decks) > 1:
        options = [
            (title, All((Put("setup:hand", ()), OpenDeck(path))), v.model.plays_with(path, title))
            for path, title in v.model.decks
        ]  # a number may be another card in another deck
        return _told(v, deck, choice_of(v, "setup:deck", tr("Kaartset"), options, full_names=True))
    words = f"{deck.title}: {several('{n} kaart', '{n} kaarten', len(deck.cards))}"
    return _told(v, deck, labelled(v, "setup:deck", tr("Kaartset"), w.text(v, words)))


def _told(v: View, deck: Deck, box: Box) -> Box:
    """The choice of a deck, and below it what its author says of playing with it."""
    if not deck.instruction:
        return box
    return Column([box, w.text(v, deck.instruction, 24, key="setup:instruction", live=True)], v.u(8))


def _people(v: View) -> Box:
    count, people = _people_count(v), mode_named(_mode(v)).PEOPLE
    fewer, more = Put("setup:people", count - 1), Put("setup:people", count + 1)
    least, most = people.start, people.stop - 1
    number = spin(v, "setup:people", tr("Deelnemers"), str(count), (count, least, most), fewer, more)
    hint = w.muted(v, tr("Namen mogen leeg blijven. De volgorde is de volgorde van de beurten."))
    head: Box = Row([number, hint], v.u(24), 1.0) if v.pair else Column([number, hint], v.u(12))
    names = Grid([_name(v, n) for n in range(1, count + 1)], 2 if v.pair else 1, v.u(12))
    return w.panel(v, Column([head, names], v.u(18)), "setup:sheet:people", pad=26)


def _name(v: View, n: int) -> Box:
    """A name; left empty, the participant is called as the field says."""
    label, key = tr("Deelnemer {n}").format(n=n), f"setup:name:{n}"
    return field(v, key, label, key, LONGEST_NAME, hint=label, beside=str(n))


# -- what the mode asks for


def _own_choices(v: View, deck: Deck) -> list[Box]:
    """The line it begins with, its own choices, the moment and the hand, as far as it asks for them."""
    about, mode = _about(v), _mode(v)
    boxes: list[Box] = []
    if Part.SUBJECT in about.parts:
        boxes.append(field(v, "setup:subject", about.subject, "setup:subject", LONGEST_LINE))
    boxes += [_choice(v, mode, one) for one in about.choices]
    if Part.MOMENT in about.parts:
        moments: list[tuple[object, str]] = [(str(one), moment_name(one)) for one in Moment]
        now = str(_moment(v) or "")
        label = tr("Over welk moment in de klantreis?")
        boxes.append(choice(v, "setup:moment", label, [("", tr("Maakt niet uit")), *moments], now))
    if Part.HAND in about.parts and _hand(v, deck):
        boxes.append(_hand_box(v, deck))
    return boxes


def _choice(v: View, mode: str, one: Choice) -> Box:
    now = _chosen(v, mode, one)
    options: list[tuple[object, str]] = [(value, words) for value, words, _ in one.values]
    explained = next(hint for value, _, hint in one.values if value == now)
    box = choice(v, f"setup:option:{mode}:{one.name}", one.label, options, now)
    return Column([box, w.muted(v, explained)], v.u(8)) if explained else box


def _hand_box(v: View, deck: Deck) -> Box:
    count = len(_hand(v, deck))
    words = several(
        "Jullie spelen met de {n} kaart die in de hand ligt.",
        "Jullie spelen met de {n} kaarten die in de hand liggen.", count,
    )  # fmt: skip
    whole = button(v, "setup:hand:none", tr("Toch de hele kaartset"), Put("setup:hand", ()), size=24)
    return labelled(v, "setup:hand", tr("De hand"), Column([w.text(v, words), whole], v.u(10)))


# -- how long, and which cards


def _rounds_and_time(v: View) -> list[Box]:
    parts, seconds = _about(v).parts, tr("{n} sec")
    boxes: list[Box] = []
    if Part.ROUNDS in parts:
        boxes.append(_rounds_spin(v))
    if Part.CARDS_PER_ROUND in parts and _alone(v):
        boxes.append(_number(v, "setup:cards", tr("Kaarten per ronde"), 4, 1, MOST_CARDS_PER_ROUND, 1, "{n}"))
    if Part.THINKING in parts:
        boxes.append(_number(v, "setup:thinking", tr("Denktijd"), 30, 0, LONGEST_TIME, 15, seconds))
    if Part.TALKING in parts:
        boxes.append(_number(v, "setup:talking", tr("Gesprekstijd"), 180, 0, LONGEST_TIME, 30, seconds))
    return [Wrap(boxes, v.u(20), v.u(16), even=True)] if boxes else []


def _rounds_spin(v: View) -> Box:
    rounds = _rounds(v)
    shown = str(rounds) if rounds else tr("open")
    return spin(
        v, "setup:rounds", tr("Rondes"), shown, (rounds or MOST_ROUNDS + 1, 1, MOST_ROUNDS + 1),
        Put("setup:rounds", rounds - 1 if rounds else MOST_ROUNDS),
        Put("setup:rounds", rounds + 1 if rounds and rounds < MOST_ROUNDS else None),
    )  # fmt: skip


def _number(v: View, key: str, label: str, usual: int, least: int, most: int, step: int, shape: str) -> Box:
    now = int(v.model.form(key, usual))
    shown = shape.format(n=now) if now else tr("uit")
    fewer, more = Put(key, max(least, now - step)), Put(key, min(most, now + step))
    return spin(v, key, label, shown, (now, least, most), fewer, more)


def _cards(v: View, deck: Deck) -> list[Box]:
    parts = _about(v).parts
    return [
        *([_drawing(v)] if Part.DRAWING in parts else []),
        *([_cluster_choice(v, deck)] if Part.CLUSTERS in parts and not _hand(v, deck) else []),
        *([_shuffle(v)] if Part.SHUFFLE in parts else []),
    ]


def _drawing(v: View) -> Box:
    now = Drawing(v.model.form("setup:drawing", Drawing.OPEN))
    ways: list[tuple[object, str]] = [
        (Drawing.OPEN, tr("Kiezen of loten")),
        (Drawing.SHUFFLED, tr("Geschud")),
        (Drawing.PILE, tr("Per stapel kiezen")),
        (Drawing.COUNTERWEIGHT, tr("Met tegenwicht")),
    ]
    explained = {
        Drawing.OPEN: tr("Wie aan de beurt is, kiest een stapel of laat het lot kiezen."),
        Drawing.SHUFFLED: tr("De volgende kaart komt van het hele geschudde spel."),
        Drawing.PILE: tr("Wie aan de beurt is, kiest zelf een cluster."),
        Drawing.COUNTERWEIGHT: tr("De volgende kaart komt uit het cluster dat het minst langskwam."),
    }
    drawing = choice(v, "setup:drawing", tr("Hoe trekken we?"), ways, now)
    return Column([drawing, w.muted(v, explained[now])], v.u(8))


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
    if Part.CLUSTERS not in _about(v).parts:
        return True
    chosen = _clusters(v)
    return any(card.cluster in chosen for card in deck.cards)


def _begin(v: View, deck: Deck) -> Button:
    begin = Begin(setup_of(v, deck), deck)
    return button(v, "begin", tr("Beginnen"), begin, keys.PRIMARY, primary=True, enabled=_ready(v, deck), size=36,
                  first=True)  # fmt: skip


def _safe(v: View, deck: Deck) -> Box:
    if not _ready(v, deck):
        return w.text(v, tr("Kies minstens één cluster dat kaarten heeft."), 26, "medium", key="setup:safe")
    words = tr("Veilige ruimte: we praten over hóe we wegen, niet over wie gelijk heeft. ") + tr(
        "Noem niets waaraan een cliënt te herkennen is."
    )
    return w.text(v, words, 26, "medium", key="setup:safe")
