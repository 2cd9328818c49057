"""The screen of the stones that fits where the session is: laying, the talk, and what moved."""

from typing import NamedTuple

from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS
from tegenwicht.game.stones import LayAgain, LayStone, LeaveStones, SettleStones, Stage
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, back_to, column, large, stacked
from tegenwicht.screens.parts.menu import ways_away
from tegenwicht.screens.parts.stones import laying, rows, shift
from tegenwicht.screens.parts.stones.now import Now, now_of
from tegenwicht.screens.parts.stones.places import places_of, spot
from tegenwicht.screens.parts.stones.words import hop, stage_name, still_to_lay, to_talk_about
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground, from_near, ground_of, is_large
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Leave, Moving, Say
from tegenwicht.screens.shell.modes import leaving, screens_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View


class Round(NamedTuple):
    """What is around the stones. place: the words before the stage in the corner. onward: after what moved is seen.

    frame: whether they are around a Kaartgesprek, which can also be played without.
    """

    place: str
    onward: Act
    frame: bool = False


def build(v: View, round_: Round) -> Node:
    """The tree for the stones of the session in ``v.model.playing``."""
    v = from_near(v)
    now = now_of(v)
    around = _around(now, round_)
    if not (v.near or is_large(v)):
        boxes = {Stage.TALK: rows.talk_boxes, Stage.DONE: rows.shift_boxes}.get(
            now.stones.stage, rows.laying_boxes
        )
        return stacked(v, around, column(v, f"stones:{now.stones.stage}", boxes(now)))
    g = ground_of(v, frame.news_height(v))
    if now.stones.stage is Stage.DONE:
        return large(g._replace(up=0.0), around, shift.nodes(g._replace(up=0.0), now))
    more = talk_sheet(g, now) if now.stones.stage is Stage.TALK else []
    return large(g, around, [*laying.nodes(g, now)[:2], *more, *laying.nodes(g, now)[2:]])


def _around(now: Now, round_: Round) -> Around:
    v = now.v
    place = " · ".join(filter(None, (now.session.setup.title, round_.place, stage_name(now.stones.stage))))
    acts = {Stage.TALK: _talk_acts, Stage.DONE: _done_acts}.get(now.stones.stage, _laying_acts)
    line = ""
    if now.stones.is_laying:
        line = (
            tr("Een cijfer legt een steen, Shift met cijfer pakt hem terug.")
            if v.letter_keys
            else tr("Enter legt een steen, pijl omlaag pakt hem terug.")
        )
    elif now.stones.moved is not None and now.playing.began and now.playing.changed:
        times = {"begin": now.playing.began, "end": now.playing.changed}
        line = tr("Begin {begin} · eind {end}").format(**times)
    return Around(place, acts(now, round_), back_to(leaving(v)), line, _menu(now), _bindings(now))


def _bindings(now: Now) -> tuple[tuple[str, Command], ...]:
    """Opnieuw; and a digit when all ten lie, which then says so."""
    redo = events.Redo() in now.playing.legal
    pairs: list[tuple[str, Command]] = [(name, Do(events.Redo())) for name in keys.REDO.names if redo]
    if now.stones.is_laying and not now.stones.left:
        for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True):
            pairs += [(name, Do(LayStone(cluster))) for name in key.names]
    return tuple(pairs)


def _undo(now: Now) -> list[Act]:
    done = now.playing.timeline.done
    able = done is not None and events.Undo() in now.playing.legal
    what = screens_of(now.session.setup.mode).undo_name(done.event) if done is not None and able else ""
    return [Act("undo", tr("Ongedaan maken"), Do(events.Undo()) if able else None, keys.UNDO, told=what)]


def _laying_acts(now: Now, round_: Round) -> tuple[Act, ...]:
    acts = _undo(now)
    if round_.frame and LeaveStones() in now.playing.legal:
        acts.insert(0, Act("stones:none", tr("Zonder stenen"), Do(LeaveStones())))
    word = tr("Zo ligt het bij ons")
    if now.stones.left:
        told = still_to_lay(now.stones.left)
        early = All((Say(told), Moving(hop())))
        settle = Act("settle", word, early, keys.PRIMARY, primary=True, dashed=True, told=told)
    else:
        settle = Act("settle", word, Do(SettleStones()), keys.PRIMARY, primary=True)
    return (*acts, settle)


def _talk_acts(now: Now, _round: Round) -> tuple[Act, ...]:
    again = Do(LayAgain()) if LayAgain() in now.playing.legal else None
    finish = Act("finish", tr("Zo laten, afronden"), Do(events.Finish(False)), keys.FINISH)
    return (*_undo(now), finish, Act("again", tr("Leg opnieuw"), again, keys.PRIMARY, primary=True))


def _done_acts(now: Now, round_: Round) -> tuple[Act, ...]:
    again = Act("again", tr("Leg opnieuw"), Do(LayAgain())) if LayAgain() in now.playing.legal else None
    return (*((again,) if again else tuple(_undo(now))), round_.onward)


def _menu(now: Now) -> Node | None:
    """The menu in the corner, when it is open."""
    if now.v.model.panel is not Panel.MENU:
        return None
    acts = [
        *(Act(f"menu:{one.key}", one.word, one.command, one.shortcut, "undo", told=one.told)
          for one in _undo(now) if one.command is not None),
        *ways_away(Leave()),
    ]  # fmt: skip
    title = popup.title_of(now.playing, "menu")
    if not (now.v.near or is_large(now.v)):
        return popup.sheet(now.v, "panel:menu", title, acts)
    return popup.popup(ground_of(now.v), "panel:menu", title, acts, True)


def talk_sheet(g: Ground, now: Now) -> list[Node]:
    """What to ask each other, on a sheet at the right above."""
    m, ink = g.v.theme.table, g.v.theme.ink
    x, y, wide, size = places_of(g).talk
    at, step, side = spot(g, x, y, wide, 200), g.px(size * 1.18), g.px(size * 1.33)
    made: list[Op] = [
        Fill(at, m.paper, g.px(16), g.px(2.4 if m.rich else 3), m.line, g.px(10) if m.rich else 0)
    ]
    low = at.y + g.px(size * 1.41)
    px = letters.size(g, size)
    said = to_talk_about(now.stones)
    for one in said:
        for line in balanced(g, one, "semibold", px, at.w - 2 * side)[:2]:
            made.append(
                letters.line(g, (at.x + side, low), line, size, "semibold", ink, 0.0, at.w - 2 * side)
            )
            low += step
        low += g.px(8)
    made[0] = Fill(at._replace(h=low - at.y), *made[0][1:])
    return [Node("stones:talk", Role.TEXT, at._replace(h=low - at.y), " ".join(said), ops=tuple(made))]
