"""While no factor is in front: who weighs next, or everything is weighed. Nothing of what was given is here."""

from tegenwicht.game import weighing
from tegenwicht.game.events import Participant
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.layout import Box, Column, Nodes, Padded
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table.ground import from_near, is_near
from tegenwicht.screens.parts.wall.game_wall import main_act, scene
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.parts.words import names_apart, participant_name
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import sheets
from tegenwicht.screens.weighing.around import around
from tegenwicht.screens.weighing.factors import SIDE, factor_list
from tegenwicht.screens.weighing.words import cover_heading


def build(v: View) -> Node:
    """Between two people, after one's own last factor, or before the result."""
    v = from_near(v)
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    between = play.covered and play.at_keys is None

    def body(room: Rect, left: list[Button]) -> Nodes:
        margin = v.px(32)
        inner = Rect(room.x + margin, room.y + v.px(14), room.w - 2 * margin, room.h - v.px(30))
        icon = "lock" if between and weighing.waiting(session) else "scale"
        words = sheets.Plain(v, cover_heading(session), _lines(session), icon)
        side = (
            _who(v, playing) if between else factor_list(v, playing, lambda card: Do(weighing.TurnTo(card)))
        )
        wide = v.wide or (is_near(v) and v.halves)
        rest = [toolbar(v, left)] if left else []
        return sheets.beside(v, inner, words, side, SIDE, wide=wide, more=lambda: rest)

    return scene(around(v, playing, tr("Wegen"), _acts(playing)), body)


def _lines(session: Session) -> list[str]:
    play = weighing.scales(session)
    if play.at_keys is not None:
        last = tr("Klopt het? In de lijst kun je een factor opnieuw wegen.")
        if session.alone:
            return [last]
        return [last, tr("Dek daarna je gewichten af, en geef de toetsen door.")]
    if not weighing.waiting(session):
        return [tr("Iedereen mag weer kijken. Zijn jullie er klaar voor?")]
    away = tr("De anderen kijken even weg van het scherm.")
    covered = tr("Wat er al is gewogen, blijft afgedekt tot jullie de uitkomst tonen.")
    return [away] if session.alone else [away, covered]


def _acts(playing: Playing) -> tuple[Act, ...]:
    session: Session = playing.timeline.session
    waiting, able = weighing.waiting(session), weighing.ShowResult() in playing.legal
    if weighing.CoverUp() in playing.legal:
        return (main_act(tr("Klaar, afdekken"), Do(weighing.CoverUp())),)
    if weighing.scales(session).at_keys is None and waiting:
        name = names_apart(session)[waiting[0]]
        start = main_act(tr("Ik ben {name}, beginnen").format(name=name), Do(weighing.TakeKeys(waiting[0])))
        show = Act("show", tr("Uitkomst nu tonen"), Do(weighing.ShowResult()))
        return (show, start) if able else (start,)
    return (main_act(tr("Toon de uitkomst"), Do(weighing.ShowResult()) if able else None),)


# -- who weighed


def _who(v: View, playing: Playing) -> Box:
    """Everyone at the table; pressing a name lets someone weigh first, or weigh again."""
    session: Session = playing.timeline.session

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("who", Role.LIST, rect, tr("Wie weegt er?"), children=tuple(nodes))

    rows = [_person(v, playing, one) for one in session.present]
    hint = widgets.muted(v, tr("Kies een naam om iemand eerst te laten wegen, of opnieuw."), 22)
    listed = Padded(Column(rows, v.px(8)), 0, 0, wrap)
    return sheet(
        v, Column([widgets.name(v, tr("Wie weegt er?")), listed, hint], v.px(12)), "who:panel", pad=22
    )


def _person(v: View, playing: Playing, one: Participant) -> Box:
    done = one.id in weighing.scales(playing.timeline.session).done
    state, name, sit = (
        tr("klaar") if done else tr("nog niet"),
        participant_name(one),
        weighing.TakeKeys(one.id),
    )
    glyph, able = "check" if done else "people", sit in playing.legal
    return (
        button(v, f"who:{one.id}", name, Do(sit), glyph=glyph, enabled=able)
        .sized(24, 14)
        .filling()
        .beside(state)
        .heard(f"{name}, {state}")
    )
