"""Choosing one of the slips, to peel it together."""

from tegenwicht.game import conversation as g
from tegenwicht.game.conversation import Noted, Talk
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import button, primary_look
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation.roles import who_line
from tegenwicht.screens.conversation.words import cluster_of, talk_number, words_of
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.popup import Act
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, page
from tegenwicht.screens.parts.wall.time_disc import time_acts
from tegenwicht.screens.shell.commands import All, Do, Forget, Put
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

CHOSEN = "talk:chosen"


def build(v: View, playing: Playing, talk: Talk, finish: Command) -> Node:
    """Every slip that was laid; one of them is chosen."""
    session: Session = playing.timeline.session
    title = tr("Gesprek {n} · kiezen").format(n=talk_number(session))
    main = main_act(tr("Pel dit strookje af"), All((Do(g.Choose(_chosen(v, talk))), Forget(CHOSEN))))
    end = Act("talk:end", tr("Gesprek klaar"), Do(g.FinishTalk()), None, "check")
    around = Wall(
        v, playing, title, (main,), None, who_line(session, talk.roles), None, finish, (*time_acts(playing), end)
    )  # fmt: skip
    return page(around, _slips(v, session, talk), 1500)


def _chosen(v: View, talk: Talk) -> int:
    chosen = v.model.form(CHOSEN, 0)
    return chosen if isinstance(chosen, int) and chosen < len(talk.noted) else 0


def _slips(v: View, session: Session, talk: Talk) -> Box:
    chosen = _chosen(v, talk)
    rows = [_option(v, session, number, one, number == chosen) for number, one in enumerate(talk.noted)]
    parts: list[Box] = [
        w.heading(v, tr("Welke afweging bekijken jullie samen?"), 60),
        w.text(
            v, tr("Kies er een die je anders te snel voorbij zou gaan."), 30, "medium", v.theme.table.faint
        ),
        _group(Grid(rows, 2 if len(rows) > 6 and v.wide else 1, v.u(14))),
    ]
    return Column(parts, v.u(18))


def _group(box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("talk:choose", Role.RADIO_GROUP, rect, tr("Strookjes op tafel"), children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _option(v: View, session: Session, number: int, one: Noted, chosen: bool) -> Box:
    cluster = cluster_of(session, one)
    words = f"{number + 1}. {words_of(session, one)}"
    press = button(
        v, f"talk:choose:{number}", words, Put(CHOSEN, number), fill=True, size=32, role=Role.RADIO,
        look=primary_look(v) if chosen else None, pressed=chosen, glyph="check" if chosen else "",
        description=cluster_name(cluster) if cluster else "",
    )  # fmt: skip
    return Row([disc(v, cluster, 54), press], v.u(16)) if cluster else press
