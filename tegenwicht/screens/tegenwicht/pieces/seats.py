"""Who sits at the table: a name tent each, on the rim."""

from tegenwicht.game.state import Phase
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table.tents import Person, badge_letters, tent_ops, tent_rects
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.commands import Tell
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import joining, jokers


def persons(now: Now) -> list[Person]:
    """Everyone at the table, in order."""
    here = now.session.present
    if now.session.alone:
        return []
    names = [one.name for one in here]
    had = {turn.participant for turn in now.play.turns}
    following = now.play.waiting[0] if now.play.waiting else None
    return [
        Person(
            names_apart(now.session)[one.id], number, letters, one.id == now.turn.participant,
            one.id in had and one.id != now.turn.participant, one.id == following,
        )
        for number, (one, letters) in enumerate(zip(here, badge_letters(names), strict=True))
    ]  # fmt: skip


def seats(now: Now, rects: list[Rect] | None = None, jokers_each: int = 12, joins: bool = True) -> list[Node]:
    """The tents in a list; pressing one asks whether that person gets the turn, and says why not where that may not be.

    rects: where they stand. jokers_each: how many jokers may be seen at one. joins: whether who
    comes later gets a tent here while the name is written.
    """
    people = persons(now)
    if not people:
        return []
    rects = rects or tent_rects(now.g, people)
    made = []
    for one, person, rect in zip(now.session.present, people, rects, strict=True):
        asks = now.asks_turn(one.id)
        value = tr("aan de beurt") if person.on_turn else tr("hierna") if person.next else ""
        value = tr("geweest") if person.had else value
        role = Role.BUTTON if asks else Role.LIST_ITEM
        told = tr("Geef {name} de beurt").format(name=person.name) if asks else ""
        key, why = f"tent:{one.id}", "" if asks else _why_not(now, one.id, person)
        made.append(Node(
            key, role, rect, person.name, value, told, action=asks or (Tell(why) if why else None),
            presses=key if why else "", corner=now.g.px(12), ops=tent_ops(now.g, rect, person),
        ))  # fmt: skip
    whole = rects[0]
    for rect in rects:
        whole = whole.around(rect)
    label = tr("Deelnemers, {n}").format(n=len(people))
    later = joining.tent(now, rects) if joins and now.v.model.panel is Panel.JOIN else []
    places = {one.id: rect for one, rect in zip(now.session.present, rects, strict=True)}
    return [
        Node("order", Role.LIST, whole, label, children=tuple(made)),
        *jokers.at_seats(now, places, jokers_each),
        *later,
    ]


def _why_not(now: Now, participant: int, person: Person) -> str:
    """Why somebody does not get the turn now; nothing where nobody gives turns."""
    if now.v.model.bare or now.session.phase is not Phase.PLAYING:
        return ""
    if person.on_turn:
        words = tr("{name} is nu aan de beurt.")
    elif person.had:
        words = tr("{name} is deze ronde al geweest.")
    elif participant not in now.play.waiting:
        words = tr("{name} doet mee vanaf de volgende ronde.")
    else:
        words = tr("{name} kan de beurt krijgen als deze kaart klaar is of opzij ligt.")
    return words.format(name=person.name)


def width(now: Now) -> int:
    """How far the tents reach from the left, in pixels."""
    people = persons(now)
    return tent_rects(now.g, people)[-1].right if people else 0
