"""The card on the table, or what stands in its place until one is drawn."""

from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import Card
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Logo
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import card_box, card_height, rank_words
from tegenwicht.screens.parts.names import moment_name
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.tegenwicht.words import moment_line

PAD, LOGO = 40, 160


def card(v: View, session: Session, rect: Rect) -> Nodes:
    """The card filling ``rect``."""
    drawn = t.card_on_table(session)
    if drawn is not None:
        return card_box(v, drawn, corner(session, drawn), rect)
    edge = Fill(rect, v.theme.quiet, v.u(26), max(v.u(2), w.outline(v)), v.theme.edge)
    inner = rect.inset(v.u(PAD))
    box = _no_card(v, session, inner.w, inner.h)
    high = min(inner.h, box.height(inner.w))
    nodes = w.scroll(v, "card:none", box, Rect(inner.x, inner.y + (inner.h - high) // 2, inner.w, high))
    return [Node("card", Role.GROUP, rect, tr("Nog geen kaart"), ops=(edge,), children=tuple(nodes))]


def least_height(v: View, session: Session, width: int) -> int:
    """How high it must be to show everything without scrolling."""
    drawn = t.card_on_table(session)
    if drawn is not None:
        return card_height(v, drawn, corner(session, drawn), width)
    room = width - 2 * v.u(PAD)
    return _no_card(v, session, room, 0).height(room) + 2 * v.u(PAD)


def corner(session: Session, drawn: Card) -> str:
    """What the card's head says beside its number; first the moment that the talk is about.

    The published place only after the group weighed: seen before, it would become the right answer.
    """
    turn = t.table(session).turn
    assert turn is not None
    parts = [moment_name(session.setup.moment)] if session.setup.moment else []
    if len(turn.cards) > 1:
        parts.append(tr("tegenwicht bij kaart {n}").format(n=turn.cards[0].card))
    if drawn.rank is not None:
        weighed = turn.cards[-1].weights
        parts.append(rank_words(drawn) if weighed else tr("In het onderzoek: plaats na het wegen"))
    return " · ".join(parts)


def _no_card(v: View, session: Session, width: int, high: int) -> Box:
    """Whose turn it is and what to do, with the logo where that fits too in a room of that size in pixels."""
    head, line = _what_to_do(session)
    parts: list[Box] = [
        w.text(v, head, 48, "bold", role=Role.HEADING, level=2, align=0.5, key="card:title"),
        w.text(v, line, 32, align=0.5, colour=v.theme.muted, key="card:question"),
        *_moment(v, session),
        w.text(v, _safe(session), 26, align=0.5, colour=v.theme.muted, key="card:safe"),
    ]
    words = Column(parts, v.u(18))
    if words.height(width) + v.u(18) + v.t(LOGO) <= high:
        return Column([Leaf(v.t(LOGO), _logo), words], v.u(18))
    return words


def _what_to_do(session: Session) -> tuple[str, str]:
    play = t.table(session)
    assert play.turn is not None
    if not play.left:
        return tr("Alle kaarten zijn geweest"), tr("Schud de kaarten opnieuw, of rond de sessie af.")
    if session.alone:
        think = "" if session.setup.moment else tr("Denk terug aan een gesprek van de laatste weken.")
        return tr("Trek een kaart"), f"{tr('Neem de tijd.')} {think}".strip()
    name = names_apart(session)[play.turn.participant]
    by_pile = t.drawing_now(session) is Drawing.PILE
    line = tr("Kies een stapel en trek een kaart.") if by_pile else tr("Trek een kaart.")
    return tr("{name} is aan de beurt").format(name=name), line


def _moment(v: View, session: Session) -> list[Box]:
    """What to think of, where a moment was chosen: it holds for every card."""
    words = moment_line(session.setup.moment)
    return [w.text(v, words, 30, "semibold", align=0.5, key="card:moment")] if words else []


def _safe(session: Session) -> str:
    who = tr("Het gaat om hóe je weegt, niet om wie gelijk heeft.")
    return who if session.alone else tr("Het gaat om hóe we wegen, niet om wie gelijk heeft.")


def _logo(rect: Rect) -> Nodes:
    side = rect.h
    at = Rect(rect.x + (rect.w - side) // 2, rect.y, side, side)
    return [Node("card:logo", Role.GROUP, at, ops=(Logo(at),))]
