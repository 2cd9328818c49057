"""Weighing: a factor stands large with its four weights, at its side all factors and what is done."""

from tegenwicht.game import weighing as g
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.game_wall import main_act, scene
from tegenwicht.screens.parts.popup import Act
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Put
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import sheets, tiles
from tegenwicht.screens.weighing.parts import SIDE, around, factor_list
from tegenwicht.screens.weighing.words import factor_line


def build(v: View) -> Node:
    """The factor in front."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    now = g.scales(session).now
    assert now is not None

    def body(room: Rect, left: list[Button]) -> Nodes:
        margin = v.u(32)
        inner = Rect(room.x + margin, room.y + v.u(14), room.w - 2 * margin, room.h - v.u(30))
        front = sheets.Sheet(
            v, session.cards[now], _corner(session), lambda large: _weights(v, session, now, large)
        )
        more = [toolbar(v, left)] if left else []
        listed = factor_list(v, playing, lambda card: _going_to(v, session, card))
        return sheets.beside(v, inner, front, listed, SIDE, more=lambda: more)

    title = factor_line(session, now)
    return scene(around(v, playing, title, _acts(v, playing, now), unsaved(v, session), wood=True), body)


def _corner(session: Session) -> str:
    """Who weighs, where others wait for their turn."""
    play = g.scales(session)
    if play.at_keys is None or session.alone:
        return ""
    return tr("{name} weegt").format(name=names_apart(session)[play.at_keys])


def _weights(v: View, session: Session, now: int, large: bool) -> Box:
    play = g.scales(session)
    if play.covered:
        assert play.at_keys is not None
        asked = w.text(v, tr("Hoeveel invloed heeft dit op jouw afwegingen? Kies 1, 2, 3 of 4."), 30)
        kept = g.own_of(play, play.at_keys).weight(now)
        return Column([asked, tiles.own_weights(v, kept, large)], v.u(18))
    counts = counted(v, session, now)
    asked = w.text(v, tr(
        "Tel af: 3, 2, 1. Iedereen steekt tegelijk 1 tot 4 vingers op. Typ voor elke hand het cijfer."
    ), 28)  # fmt: skip
    several_hands = several("{n} hand geteld", "{n} handen geteld", sum(counts))
    line = tr("{hands}; jullie zijn met {n}").format(hands=several_hands, n=len(session.present))
    told = w.text(v, line, 26, "semibold", key="hands:line", live=True)
    return Column([asked, tiles.hand_counts(v, form(now), counts, not any(counts), large), told], v.u(14))


# -- what was counted and not kept yet


def form(card: int) -> str:
    """Where the counts of a factor are until they are kept."""
    return f"hands {card}"


def counted(v: View, session: Session, card: int) -> g.Hands:
    """What is filled in for a factor; else what was kept, or nothing."""
    filled: g.Hands | None = v.model.form(form(card), None)
    return filled or g.hands_for(g.scales(session), card) or (0, 0, 0, 0)


def unsaved(v: View, session: Session) -> tuple[Command, ...]:
    """The commands that keep what was counted for the factor in front, when it is not kept yet."""
    play = g.scales(session)
    if play.covered or play.now is None:
        return ()
    counts = counted(v, session, play.now)
    if not any(counts) or counts == g.hands_for(play, play.now):
        return ()
    return Do(g.CountHands(counts)), Put(form(play.now), None)


def _going_to(v: View, session: Session, card: int) -> Command:
    """To another factor; what was counted is kept first, which may bring that factor in front by itself."""
    play, keep = g.scales(session), unsaved(v, session)
    if keep and g.next_open(play, play.now) == card:
        return All(keep)
    return All((*keep, Do(g.TurnTo(card))))


# -- the buttons


def _acts(v: View, playing: Playing, now: int) -> tuple[Act, ...]:
    session: Session = playing.timeline.session
    play = g.scales(session)
    found: list[Act] = []
    factors = play.factors
    at = factors.index(now)
    if at:
        found.append(Act("earlier", tr("Vorige"), _going_to(v, session, factors[at - 1])))
    after = g.next_open(play, now)
    if after is not None and not unsaved(v, session):
        able = g.TurnTo(after) in playing.legal
        found.append(Act("pass", tr("Later wegen"), Do(g.TurnTo(after)) if able else None, keys.PASS))
    if g.ShowResult() in playing.legal:
        found.append(Act("show", tr("Uitkomst nu tonen"), All((*unsaved(v, session), Do(g.ShowResult())))))
    if g.CoverUp() in playing.legal:
        found.append(Act("cover", tr("Stoppen en afdekken"), Do(g.CoverUp())))
    return (*found, *([] if play.covered else [_keep(v, playing, now)]))


def _keep(v: View, playing: Playing, now: int) -> Act:
    """*Bewaren, volgende*; for a factor that was kept as it is, the next one."""
    session: Session = playing.timeline.session
    keep = unsaved(v, session)
    after = g.next_open(g.scales(session), now)
    if keep or after is None or not any(counted(v, session, now)):
        words = tr("Bewaren, volgende") if after is not None else tr("Bewaren")
        return main_act(words, All(keep) if keep else None)
    return main_act(tr("Volgende"), Do(g.TurnTo(after)))
