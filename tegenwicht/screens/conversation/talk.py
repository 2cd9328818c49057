"""One talk: noting the considerations that are heard, and choosing one of them."""

from tegenwicht.game import conversation as g
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.conversation import Noted, Part, Talk
from tegenwicht.game.events import Action
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, primary_look, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation.roles import roles_sheet
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.fields import choice, field
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.path_screens import TwoThirds
from tegenwicht.screens.parts.picking import open_pick, pick_panel
from tegenwicht.screens.parts.session_parts import SMALL_BUTTON, main_button, small_button, undo_boxes
from tegenwicht.screens.parts.writing import no_client_data
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Forget, Put
from tegenwicht.screens.shell.frame import footed, margin_of
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

LINE, CLUSTER, CHOSEN = "talk:line", "talk:cluster", "talk:chosen"
PAD, GAP = 30, 24


def unsaved_line(v: View) -> list[Command]:
    """What keeps the line that was typed and not noted yet."""
    typed = str(v.model.form(LINE, "")).strip()
    return [Do(g.Note(typed, _cluster(v))), Forget(LINE), Forget(CLUSTER)] if typed else []


def _cluster(v: View) -> Cluster | None:
    chosen = v.model.form(CLUSTER, "")
    return Cluster(chosen) if chosen in CLUSTERS else None


def body(v: View, playing: Playing, talk: Talk, rect: Rect) -> Nodes:
    """Noting, or choosing."""
    telling = talk.part is Part.TELLING
    left = _noting(v, playing) if telling else _choosing(v, playing.timeline.session, talk)
    right = [roles_sheet(v, playing, talk.roles)]
    if telling:
        right.append(_noted(v, playing.timeline.session, talk))
    margin = margin_of(v)

    def inside(room: Rect, more: list[Button]) -> Nodes:
        inner = Rect(rect.x + margin, room.y + v.u(18), rect.w - 2 * margin, room.h - v.u(18))
        both: Box = (
            TwoThirds(left, Column(right, v.u(18)), v.u(GAP)) if v.wide else Column([left, *right], v.u(18))
        )
        parts = [both, *([toolbar(v, more)] if more else []), w.NOTHING]
        return w.scroll(v, "talk:all", Column(parts, v.u(GAP)), inner)

    return footed(v, rect, _buttons(v, playing, talk), inside, margin)


def _buttons(v: View, playing: Playing, talk: Talk) -> list[Button]:
    end = small_button(v, playing, "talk:end", tr("Gesprek stoppen"), g.FinishTalk())
    if talk.part is Part.TELLING:
        typed = bool(str(v.model.form(LINE, "")).strip())
        done = All((*unsaved_line(v), Do(g.FinishTelling())))
        main = main_button(v, tr("Klaar met vertellen"), done, enabled=bool(talk.noted) or typed)
        return [main, end, *undo_boxes(v, playing)]
    chosen = _chosen(v, talk)
    main = main_button(v, tr("Deze afpellen"), All((Do(g.Choose(chosen)), Forget(CHOSEN))))
    return [main, end, *undo_boxes(v, playing)]


# -- noting


def _noting(v: View, playing: Playing) -> Box:
    full = g.Note not in playing.legal
    note = All(tuple(unsaved_line(v)))
    can = not full and bool(str(v.model.form(LINE, "")).strip())
    options: list[tuple[object, str]] = [
        ("", tr("Weet ik niet")),
        *((str(c), cluster_name(c)) for c in CLUSTERS),
    ]
    card = button(v, "talk:card", tr("Met een kaart"), open_pick(), keys.NUMBER, size=SMALL_BUTTON, glyph="cards",
                  enabled=not full, pad=14)  # fmt: skip
    keep = button(v, "talk:note", tr("Noteren"), note, enabled=can, glyph="note")
    parts: list[Box] = [
        w.heading(v, tr("Welke afwegingen hoor je?"), 48),
        w.text(
            v, tr("Een afweging is elk moment waarop het ook anders had gekund."), 28, colour=v.theme.muted
        ),
        field(v, "talk:line", tr("Een afweging in één regel"), LINE, g.LONGEST_LINE, action=note, first=True),
        choice(v, CLUSTER, tr("Welk cluster speelde het meest mee?"), options, v.model.form(CLUSTER, "")),
        Wrap([keep, card], v.u(12)),
        w.muted(v, no_client_data(), 22),
    ]
    if full:
        words = tr("Er staan al {n} afwegingen. Kies er nu een uit.").format(n=g.MOST_NOTED)
        parts.append(w.text(v, words, 26, "semibold"))
    return w.panel(v, Column(parts, v.u(18)), "talk:noting", pad=PAD)


def _noted(v: View, session: Session, talk: Talk) -> Box:
    rows: list[Box] = [_one(v, session, number, one) for number, one in enumerate(talk.noted)]
    if not rows:
        rows.append(w.muted(v, tr("Nog niets genoteerd.")))
    return w.panel(v, Column([w.name(v, tr("Genoteerd")), *rows], v.u(12)), "talk:noted", pad=24)


def words_of(session: Session, one: Noted) -> str:
    """A noted consideration with its card or cluster."""
    if one.card:
        title = f"{one.card}. {session.cards[one.card].title}"
        return f"{one.text} ({title})" if one.text else title
    return one.text


def cluster_of(session: Session, one: Noted) -> Cluster | None:
    """Of its card, or as it was chosen."""
    return session.cards[one.card].cluster if one.card else one.cluster


def _one(v: View, session: Session, number: int, one: Noted) -> Box:
    words, cluster = words_of(session, one), cluster_of(session, one)
    away = button(v, f"talk:away:{number}", tr("Weg"), Do(g.TakeBackNote(number)), size=21, pad=12,
                  name=tr("Weg: {text}").format(text=f"{number + 1}. {words}"))  # fmt: skip
    said = f"{words}, {cluster_name(cluster)}" if cluster else words
    text = w.text(v, words, 26, key=f"talk:noted:{number}", label=said)
    mark: list[Box] = [disc(v, cluster, 44)] if cluster else []
    return Row([*mark, text, away], v.u(12))


# -- choosing


def _chosen(v: View, talk: Talk) -> int:
    chosen = v.model.form(CHOSEN, 0)
    return chosen if isinstance(chosen, int) and chosen < len(talk.noted) else 0


def _choosing(v: View, session: Session, talk: Talk) -> Box:
    chosen = _chosen(v, talk)
    rows = [_option(v, session, number, one, number == chosen) for number, one in enumerate(talk.noted)]
    parts: list[Box] = [
        w.heading(v, tr("Welke afweging bekijken jullie samen?"), 48),
        w.text(v, tr("Kies er een die je anders te snel voorbij zou gaan."), 28, colour=v.theme.muted),
        _group(Column(rows, v.u(12))),
    ]
    return w.panel(v, Column(parts, v.u(18)), "talk:choosing", pad=PAD)


def _group(box: Box) -> Box:
    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("talk:choose", Role.RADIO_GROUP, rect, tr("Genoteerde afwegingen"), children=tuple(nodes))

    return Padded(box, 0, 0, wrap)


def _option(v: View, session: Session, number: int, one: Noted, chosen: bool) -> Box:
    cluster = cluster_of(session, one)
    words = f"{number + 1}. {words_of(session, one)}"
    press = button(
        v, f"talk:choose:{number}", words, Put(CHOSEN, number), fill=True, size=30, role=Role.RADIO,
        look=primary_look(v) if chosen else None, pressed=chosen, glyph="check" if chosen else "",
        description=cluster_name(cluster) if cluster else "",
    )  # fmt: skip
    return Row([disc(v, cluster, 50), press], v.u(14)) if cluster else press


# -- panels


def panel(v: View, session: Session) -> Node | None:
    """A card to note, with the line that was typed."""
    if v.model.panel != "pick":
        return None
    typed = str(v.model.form(LINE, "")).strip()
    cards = [session.cards[number] for number in session.order]

    def note(number: int) -> Action:
        return g.Note(typed, None, number)

    return pick_panel(
        v, tr("Welke kaart past bij deze afweging?"), cards, note, (Forget(LINE), Forget(CLUSTER))
    )
