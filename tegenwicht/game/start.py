"""The start of a session: which setups may begin, with which cards, in which order. Pure."""

from dataclasses import replace

from tegenwicht.game import drawing, events
from tegenwicht.game.cards import Deck, Kind
from tegenwicht.game.day import is_day
from tegenwicht.game.editions import EDITION
from tegenwicht.game.kinds import plays_along
from tegenwicht.game.modes import is_mode, mode_named, no_such_mode
from tegenwicht.game.text import clean

MOST_PARTICIPANTS = 12
MOST_ROUNDS = 20
MOST_CARDS_PER_ROUND = 20
LONGEST_NAME = 60
LONGEST_LINE = 200
LONGEST_LEARNING_POINT = 500
LONGEST_TIME = 3600
LEAST_MINUTES, MOST_MINUTES = 10, 240
HIGHEST_SHUFFLE_NUMBER = 999_999


def start(setup: events.Setup, deck: Deck) -> events.SessionStarted:
    """The first event of a session. ValueError for a setup outside the ranges of ``Setup``."""
    setup = cleaned(setup)
    problem = problem_with(setup, deck)
    if problem:
        raise ValueError(problem)
    chosen = chosen_cards(setup, deck)
    order = tuple(n for n in drawing.shuffled_deck(deck, setup.shuffle_number) if n in chosen)
    if not setup.cards and mode_named(setup.mode).ONE_OF_EACH:
        clusters = {card.number: card.cluster for card in deck.cards}
        order = drawing.one_of_each(order, clusters.__getitem__)
    return events.SessionStarted(setup, deck, order, EDITION)


def cleaned(setup: events.Setup) -> events.Setup:
    """The same setup with its texts as they are kept."""
    people = tuple(replace(one, name=clean(one.name)) for one in setup.participants)
    brought = tuple(replace(one, who=clean(one.who), text=clean(one.text)) for one in setup.brought)
    return replace(
        setup, title=clean(setup.title), subject=clean(setup.subject), participants=people, brought=brought
    )


def chosen_cards(setup: events.Setup, deck: Deck) -> set[int]:
    """The numbers of the hand, or else of the cards of the clusters and other kinds that were chosen."""
    if setup.cards:
        return {card.number for card in deck.cards if card.number in setup.cards}
    has_factors = any(card.kind is Kind.FACTOR for card in deck.cards)
    along = (card for card in deck.cards if plays_along(card, setup.kinds, has_factors))
    return {card.number for card in along if card.cluster is None or card.cluster in setup.clusters}


def problem_with(setup: events.Setup, deck: Deck) -> str:
    """Why a session cannot start so, for the maintainer's eyes; empty when it can."""
    ranges = (
        ("participants", len(setup.participants), 1, MOST_PARTICIPANTS),
        ("rounds", 1 if setup.rounds is None else setup.rounds, 1, MOST_ROUNDS),
        ("cards_per_round", setup.cards_per_round, 1, MOST_CARDS_PER_ROUND),
        ("thinking_seconds", setup.thinking_seconds, 0, LONGEST_TIME),
        ("talking_seconds", setup.talking_seconds, 0, LONGEST_TIME),
        ("shuffle_number", setup.shuffle_number, 1, HIGHEST_SHUFFLE_NUMBER),
    )
    for name, value, least, most in ranges:
        if not least <= value <= most:
            return f"{name} must be {least} to {most}, not {value}"
    if [one.id for one in setup.participants] != list(range(1, len(setup.participants) + 1)):
        return "participants must be numbered 1 and up"
    if not all(one.present and len(one.name) <= LONGEST_NAME for one in setup.participants):
        return f"participants must be present, with names up to {LONGEST_NAME} characters"
    if len({card.number for card in deck.cards}) < len(deck.cards):
        return "two cards have the same number"
    if max(len(setup.title), len(setup.subject)) > LONGEST_LINE:
        return f"title and subject may be {LONGEST_LINE} characters long"
    if len(chosen_cards(setup, deck)) < max(1, len(setup.cards)):
        return "the chosen clusters have no cards, or the deck has not all cards of the hand"
    if all(card.kind is Kind.JOKER for card in deck.cards if card.number in chosen_cards(setup, deck)):
        return "with jokers alone there is nothing to talk about"
    return _problem_with_time(setup) or _problem_for_mode(setup)


def _problem_with_time(setup: events.Setup) -> str:
    if setup.minutes is not None and not LEAST_MINUTES <= setup.minutes <= MOST_MINUTES:
        return f"minutes must be {LEAST_MINUTES} to {MOST_MINUTES}, not {setup.minutes}"
    long = any(len(one.text) > LONGEST_LEARNING_POINT or len(one.who) > LONGEST_NAME for one in setup.brought)
    if not all(one.by == "" or is_day(one.by) for one in setup.brought):
        return "what was brought has a day that there is not"
    if long or len(setup.brought) > events.MOST_BROUGHT:
        return f"at most {events.MOST_BROUGHT} things may be brought, in at most {LONGEST_LEARNING_POINT} characters each"
    return ""


def _problem_for_mode(setup: events.Setup) -> str:
    if not is_mode(setup.mode):
        return no_such_mode(setup.mode)
    mode = mode_named(setup.mode)
    if len(setup.participants) not in mode.PEOPLE:
        return f"{setup.mode} is for {mode.PEOPLE.start} to {mode.PEOPLE.stop - 1} participants"
    if not set(setup.kinds) <= set(mode.KINDS):
        return f"{setup.mode} is not played with {', '.join(setup.kinds)}"
    for name, value in setup.options:
        if value not in mode.OPTIONS.get(name, ()):
            return f"{setup.mode} knows no option {name} = {value}"
    return ""
