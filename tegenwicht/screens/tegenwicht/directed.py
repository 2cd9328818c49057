"""The table for who leads it from another screen: the same turn, in words and buttons."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.clock import Stage
from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.directing import Counted, Directed, Line, Side, Time, first_act, line_of
from tegenwicht.screens.parts.menu import undo_acts, ways_away
from tegenwicht.screens.parts.names import card_name, cluster_name
from tegenwicht.screens.parts.table.tents import Person
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Clock, Open
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht import actions, panels, ten_stones
from tegenwicht.screens.tegenwicht.compact import strip_compact
from tegenwicht.screens.tegenwicht.now import JOIN, PARK, STRIPS, Now, now_of
from tegenwicht.screens.tegenwicht.pieces import above, jokers, seats
from tegenwicht.screens.tegenwicht.pieces.counting import counter
from tegenwicht.screens.tegenwicht.pieces.pans import side_name, total
from tegenwicht.screens.tegenwicht.todo import gone_words, what_to_do
from tegenwicht.screens.tegenwicht.weigh.weighing import weighing_of
from tegenwicht.screens.tegenwicht.words import round_line

NOWHERE = Rect(0, 0, 0, 0)


def directed(v: View) -> Directed | None:
    """The turn that is going on; None where there is none, and the usual screen leads."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    if ten_stones.shown(v) or session.phase is not Phase.PLAYING or tegenwicht.table(session).turn is None:
        return None
    now = now_of(v)
    if weighing_of(now) is not None:
        return None  # who leads counts the hands at the same table that all see
    card = now.card
    people = seats.persons(now)
    return Directed(
        round_line(session), _doing(now), _step(now), _line(now),
        next((one for one in people if one.on_turn), None),
        card.family.value if card else "", f"{card.number} · {card.title}" if card else "",
        _question(now), acts_of(now), _main(now), _sides(now), _time(now),
        _following(now), first_act(undo_acts(now.playing), "undo"), first_act(actions.more_acts(now), "finish"),
        _notes(now), _bindings(now), dialog(now),
    )  # fmt: skip


def dialog(now: Now) -> Node | None:
    """The panel that is open; a note is written by the regie itself."""
    panel = now.v.model.panel
    if panel is Panel.MORE:
        return popup.sheet(now.v, "panel:more", popup.title_of(now.playing, panel), _under_more(now))
    if joker := jokers.opened(now):
        return strip_compact.joker_panel(now, joker)
    return panels.build(now.v, now.session) if panel and panel not in STRIPS else None


def _under_more(now: Now) -> list[Act]:
    shown = {one.key for one in acts_of(now)}
    found = [one for one in actions.more_acts(now) if one.key not in (*shown, PARK, "thoughts", JOIN)]
    return [*found, *ways_away(leaving(now.v))]


def _bindings(now: Now) -> tuple[tuple[str, Command], ...]:
    """The keys of what is under *Meer*; parking the regie does itself."""
    return tuple(one for one in actions.bindings(now) if one[0] not in keys.PARK.names)


def _doing(now: Now) -> str:
    if now.cards:
        return " ".join(filter(None, above.doing(now)))
    return gone_words(now)[0] if not now.play.left else " ".join(what_to_do(now))


def _step(now: Now) -> str:
    """Which help belongs to this moment."""
    stage = now.playing.reading.stage
    if not now.cards:
        return f"draw:{now.drawing.value}" if now.play.left else "gone"
    if len(now.cards) > 1:
        return "pair"
    if stage is Stage.OVER:
        return "over"
    if now.card is not None and now.turned(now.card):
        return "turned"
    if now.card is not None and now.slips(now.card)[0]:
        return "deeper"
    return "think" if stage is Stage.THINKING else "talk"


def _line(now: Now) -> Line:
    turns = len(now.play.turns) + 1
    waiting = len(now.play.waiting)
    part = turns / (turns + waiting)
    return line_of(now.session, tegenwicht.round_number(now.session), part, waiting + 1, now.playing.spent)


def _question(now: Now) -> str:
    """What is asked now: the doorvraag that is out, else what stands on the side that lies up."""
    card = now.card
    if card is None:
        return ""
    out, _ = now.slips(card)
    if out:
        return card.deeper[out - 1]
    return card.other_side if now.turned(card) else card.question


def acts_of(now: Now) -> tuple[Act, ...]:
    """Six, in the order of the rows."""
    more = Act("more", tr("Meer"), Open(Panel.MORE), keys.MORE, "menu")
    card = now.card
    if card is None:
        found = actions.more_acts(now)
        passing = first_act(actions.rim_acts(now), "pass")
        chosen = (passing, *(first_act(found, key) for key in ("number", "people", "back")))
        return (*(one for one in chosen if one is not None), more)
    turn = tr("Terug") if now.turned(card) else tr("Andersom")
    out, seen = now.slips(card)
    following = now.draw_slip(card)
    asked = tr("Doorvraag {n}").format(n=(out or seen) + 1) if following else tr("Doorvragen geweest")
    acts = [
        Act("slip", asked, following, keys.DEEPER),
        Act("ear", turn, now.turn_round(card) if card.other_side else None, keys.OTHER_SIDE, "turn"),
    ]
    rim = [*actions.rim_acts(now), *actions.more_acts(now)]
    glyphs = {"counterweight": "scale", "weigh": "hand", "put-aside": "aside"}
    others = [(first_act(rim, key), glyph) for key, glyph in glyphs.items()]
    return (*acts, *(one._replace(glyph=glyph) for one, glyph in others if one is not None), more)


def _main(now: Now) -> Act:
    """The main button says who comes next."""
    main = next(one for one in actions.rim_acts(now) if one.primary)
    if main.key != "done":
        return main
    waiting = now.play.waiting
    if not waiting:
        return main._replace(word=tr("Klaar, ronde klaar") if not now.session.alone else main.word)
    name = next((one.name for one, _ in _following(now) if one.next), "")  # nobody is named at a table of one
    return main._replace(word=tr("Klaar, dan {name}").format(name=name)) if name else main


def _sides(now: Now) -> tuple[Side, ...]:
    return tuple(
        Side(side_name(right), total(now, right), tuple(_counted(now, c) for c in now.side(right)))
        for right in (False, True)
        if now.side(right)
    )


def _counted(now: Now, cluster: Cluster) -> Counted:
    node = counter(now, cluster, NOWHERE)._replace(drag=None, ops=())
    key = keys.MENTION[CLUSTERS.index(cluster)]
    draw = now.may(tegenwicht.DrawFrom(cluster)) if not now.cards and now.six_piles else None
    if draw is not None:  # its pile lies on the other screen; here the counter draws from it
        name = tr("Trek van {cluster}").format(cluster=cluster_name(cluster))
        node = node._replace(key=f"pile:{cluster}", role=Role.BUTTON, label=name, action=draw, enabled=True,
                             pressed=None, shortcuts=key.names)  # fmt: skip
    sign = now.sign(key) if now.cards or draw is not None else ""
    return Counted(
        node,
        cluster,
        now.counts.came_up(cluster),
        cluster in now.turn.mentions,
        sign,
    )


def _time(now: Now) -> Time | None:
    reading = now.playing.reading
    if not now.cards or reading.stage is Stage.OFF:
        return None
    over, still = reading.stage is Stage.OVER, now.playing.standing_still
    figures = f"+{above.minutes(reading.past)}" if over else above.minutes(reading.left)
    label, value = above.aloud(now, reading, figures)
    word, glyph = (tr("Verder"), "play") if still else (tr("Pauze"), "pause")
    acts = () if over else (Act("clock:toggle", word, Clock("toggle"), keys.CLOCK, glyph),)
    minute = Act("clock:minute", tr("1 min"), Clock("minute"), keys.MINUTE, told=tr("Minuut erbij"))
    of = label if now.session.alone else tr("Tijd van {name}").format(name=now.who)
    return Time(
        label, value, figures, "", 1.0 - reading.gone, reading.stage is Stage.THINKING, of, (*acts, minute)
    )


def _following(now: Now) -> tuple[tuple[Person, str], ...]:
    """Who comes next, and after that; then who had a turn in this round."""
    here = {one.id: person for one, person in zip(now.session.present, seats.persons(now), strict=False)}
    waiting = [here[one] for one in now.play.waiting if one in here]
    had = [one for one in here.values() if one.had]
    later = tr("straks")
    shown = [(one, tr("hierna") if one.next else later) for one in waiting]
    return (*shown, *((one, tr("geweest")) for one in had))


def _notes(now: Now) -> int:
    """How many there are, of the session so far."""
    return len(notes(now.session))


def notes(session: Session) -> list[tuple[str, str]]:
    """(card, note) of every card with one."""
    turn = tegenwicht.table(session).turn
    laid = [*(one for _, _, one in tegenwicht.discussed(session)), *(turn.cards if turn else ())]
    return [(card_name(session.cards[one.card]), one.note) for one in laid if one.note]
