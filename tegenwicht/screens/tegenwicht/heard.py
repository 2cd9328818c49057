"""What one key says again at the table: the card, whose turn it is, the time, the tally of this round, what can be done."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Card, moment_for
from tegenwicht.game.clock import Reading
from tegenwicht.game.state import Phase
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.words import names_apart, time_aloud
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import actions
from tegenwicht.screens.tegenwicht.directed import acts_of
from tegenwicht.screens.tegenwicht.now import STRIPS, Now, now_of
from tegenwicht.screens.tegenwicht.weigh.weighing import weighing_of
from tegenwicht.screens.tegenwicht.words import moment_line, round_line

MARKS, DRAWS = (tegenwicht.Mention, tegenwicht.TakeBackMention), (tegenwicht.DrawFrom,)
"""What a digit does with its cluster, whichever may be done: with a card on the table, and before one is drawn."""


def heard(v: View) -> tuple[str, ...]:
    """The parts, the card first; empty where there is no turn, and where something else is done than to talk."""
    assert v.model.playing is not None
    if v.model.panel not in (Panel.NONE, *STRIPS):
        return ()
    session = v.model.playing.timeline.session
    if session.phase is not Phase.PLAYING or tegenwicht.table(session).turn is None:
        return ()
    now = now_of(v)
    if weighing_of(now) is not None:
        return ()
    return (*(_card(now, card) for card in now.cards), _turn(now), _time(now), _tally(now), _can(now))


def _card(now: Now, card: Card) -> str:
    """All that can be read on the card as it lies."""
    turned, (out, _) = now.turned(card), now.slips(card)
    question = tr("Andersom: {words}").format(words=card.other_side) if turned else card.question
    slip = tr("Doorvraag {n} van {m}: {words}").format(
        n=out, m=len(card.deeper), words=card.deeper[out - 1]
    ) if out else ""  # fmt: skip
    parts = (f"{card_name(card)}.", question, slip, moment_line(moment_for(card, now.session.setup.moment)))
    return " ".join(filter(None, parts))


def _turn(now: Now) -> str:
    """Who, what is to be done, who comes then, and which round it is."""
    if now.session.alone:
        return f"{round_line(now.session)}."
    said = tr("{name} is aan de beurt.") if now.cards else tr("{name} trekt een kaart.")
    names, waiting = names_apart(now.session), now.play.waiting
    then = tr("Daarna: {name}.").format(name=names[waiting[0]]) if waiting else ""
    return " ".join(filter(None, (said.format(name=now.who), then, f"{round_line(now.session)}.")))


def _time(now: Now) -> str:
    reading: Reading = now.playing.reading
    return time_aloud(reading, now.playing.standing_still) if now.cards else ""


def _can(now: Now) -> str:
    """What can be done now, the main thing first, each with its key; while one writes only what has a key then."""
    rim = actions.rim_acts(now)
    beside = [one for one in rim if not one.primary]
    acts = [one for one in rim if one.primary]
    if now.writing:
        acts += beside
    else:
        led = acts_of(now)
        acts += [*(one for one in beside if one.key not in {other.key for other in led}), *led]
    told = [_with_key(now, one) for one in acts if one.command is not None]
    if digits := _digits(now):
        words = (
            tr("een cluster dat genoemd werd, {keys}") if now.cards else tr("van een stapel trekken, {keys}")
        )
        told.append(words.format(keys=digits))
    return tr("Nu kan: {what}.").format(what="; ".join(told))


def _digits(now: Now) -> str:
    """The digits that do something now: "1 tot 6", "1, 2 of 3", or "" where none does."""
    if now.writing or not now.v.letter_keys:
        return ""
    found = [
        key.shown
        for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True)
        if cluster in now.clusters
        and any(act(cluster) in now.legal for act in (MARKS if now.cards else DRAWS))
    ]
    if len(found) == len(keys.MENTION):
        return tr("{first} tot {last}").format(first=found[0], last=found[-1])
    if len(found) < 2:
        return "".join(found)
    return tr("{some} of {last}").format(some=", ".join(found[:-1]), last=found[-1])


def _with_key(now: Now, act: Act) -> str:
    sign = act.shortcut.shown if act.shortcut is not None else ""
    works = sign and (len(sign) > 1 or now.v.letter_keys)
    return f"{act.word}, {sign}" if works else act.word


def _tally(now: Now) -> str:
    """What came up in this round, by cluster, and what did not."""
    counts = now.counts
    came = [
        tr("{cluster} {n}, waarvan {mentions} genoemd").format(
            cluster=cluster_name(one), n=counts.came_up(one), mentions=counts.by_mention(one)
        )
        if counts.by_mention(one)
        else tr("{cluster} {n}").format(cluster=cluster_name(one), n=counts.came_up(one))
        for one in now.clusters
        if counts.came_up(one)
    ]
    if not came:
        return tr("Tussenstand: deze ronde kwam nog niets langs.")
    away = ", ".join(cluster_name(one) for one in now.clusters if not counts.came_up(one))
    told = tr("Tussenstand van deze ronde: {came}.").format(came="; ".join(came))
    return f"{told} {tr('Nog niet: {away}.').format(away=away)}" if away else told
