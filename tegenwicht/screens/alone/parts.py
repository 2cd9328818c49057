"""What the screens of this mode share: saving what was typed, undo that shows in its field, the side, panels."""

from tegenwicht.game import alone as a
from tegenwicht.game import events as e
from tegenwicht.game.cards import Card
from tegenwicht.game.clock import Stage
from tegenwicht.game.state import Session
from tegenwicht.game.text import clean
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, labelled, primary_look, switch
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.alone.account import picture
from tegenwicht.screens.alone.words import done_line, hand_line, of_the_day, weight_name
from tegenwicht.screens.parts.blocks import sheets
from tegenwicht.screens.parts.clock_face import clock_buttons, clock_ring
from tegenwicht.screens.parts.clusters import published_name, rank_words
from tegenwicht.screens.parts.session_parts import close_button, saving, session_buttons, undo_boxes
from tegenwicht.screens.parts.writing import writing_panel
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Shut
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

GAP, SIDE, THINKING = 24, 430, 30
"""Design pixels, and the seconds of a thinking time that is switched on."""


def other_form(number: int) -> str:
    """Where the note about a card's other side is kept while it is typed."""
    return f"other:{number}"


def unsaved(v: View, session: Session) -> tuple[Do, ...]:
    """Saves the note about the other side that was typed; nothing where it is the same as what is kept."""
    one = a.alone(session).on_table
    if one is None or not a.alone(session).turned:
        return ()
    typed = str(v.model.form(other_form(one.card), one.other_note))
    same = clean(typed, lines=True) == one.other_note
    return () if same else (Do(a.WriteNote(typed, True)),)


def bar_buttons(v: View, playing: Playing) -> list[Button]:
    """*Afronden* and *Stoppen*, both after saving what was typed."""
    session: Session = playing.timeline.session
    kept = unsaved(v, session)
    asks = a.alone(session).on_table is not None
    finish = saving(kept, Open("finish") if asks else Do(e.Finish(False)))
    return session_buttons(v, finish if e.Finish(False) in playing.legal else None)


def undo(v: View, playing: Playing) -> list[Button]:
    """*Ongedaan maken* and *Opnieuw*; a note that comes or goes with them does so in its field too."""
    boxes = undo_boxes(v, playing)
    steps = (playing.timeline.done, playing.timeline.undone)
    for box, step, before in zip(boxes, steps, (True, False), strict=False):
        puts = _puts(step.event, step.before if before else step.after) if step else ()
        if box.node.action is not None:
            box.node = box.node._replace(action=All((box.node.action, *puts)))
    return boxes


def _puts(event: e.Event, session: Session) -> tuple[Put, ...]:
    """What the field is to show when the session is as in ``session`` again."""
    one = a.alone(session).on_table
    about_other = isinstance(event, a.NoteWritten) and event.turned
    return (Put(other_form(one.card), one.other_note),) if about_other and one else ()


# -- beside the hand and the card


def side(v: View, playing: Playing) -> Box:
    """How far one is, what was left on this card, and what came up so far."""
    session: Session = playing.timeline.session
    counts = a.tally_of(session).total
    boxes = [_progress(v, playing), *_this_card(v, session)]
    if sum(counts.balance):
        boxes += sheets(v, (picture(tr("Wat kwam er langs?"), counts),), "tally")
    return Column(boxes, v.u(GAP))


def _progress(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    boxes: list[Box] = [w.text(v, done_line(session), 30, "bold"), w.muted(v, hand_line(session))]
    ring = clock_ring(v, playing) if playing.reading and playing.reading.stage is Stage.THINKING else None
    if ring is not None:
        boxes.append(Row([ring, Column(clock_buttons(v, playing)[:1])], v.u(16)))
    on = session.thinking_seconds > 0
    change = Do(e.ChooseTimes(0 if on else THINKING, 0))
    if e.ChooseTimes in playing.legal:
        boxes.append(switch(v, "thinking", tr("Denktijd ({n} sec)").format(n=THINKING), on, change))
    return w.panel(v, Column(boxes, v.u(10)), "alone:progress", pad=24)


def _this_card(v: View, session: Session) -> list[Box]:
    one = a.alone(session).on_table
    if one is None or not (one.weight or one.note):
        return []
    boxes: list[Box] = [w.name(v, tr("Bij deze kaart"))]
    if one.weight:
        words = tr("Jouw gewicht: {weight}").format(weight=weight_name(one.weight))
        boxes += [w.text(v, words, 28, "semibold"), *published(v, session.cards[one.card])]
    if one.note:
        boxes.append(w.text(v, one.note, 26, key="note:kept"))
    return [w.panel(v, Column(boxes, v.u(8)), "alone:card", pad=24)]


def published(v: View, card: Card) -> list[Box]:
    """The published place of the factor, never as a norm; nothing where there is none."""
    if card.rank is None:
        return []
    source = tr("Enquête onder 319 professionals, 2021. Een gemiddelde van toen, geen norm.")
    name = published_name(card)
    named = [w.text(v, name, 24)] if name else []
    return [w.text(v, rank_words(card), 24), *named, w.muted(v, source, 22)]


# -- panels


def open_note(one: a.CardInPlay) -> Open:
    """Open the note, with what was written before."""
    return Open("note", (("note", one.note),))


def dialog(v: View, playing: Playing) -> Node | None:
    """The open panel; None when it does not fit what is on the table."""
    session: Session = playing.timeline.session
    one = a.alone(session).on_table
    panels = {"weigh": _weigh, "note": _note, "finish": _finish}
    made = panels.get(v.model.panel)
    return made(v, session, one) if made and one else None


def _weigh(v: View, session: Session, one: a.CardInPlay) -> Node:
    """Four weights, and once one is chosen the published place."""
    card = session.cards[one.card]
    asked = tr("Hoeveel invloed heeft deze factor op jouw afwegingen?")
    chosen = [_weight(v, one, weight) for weight in a.WEIGHTS]
    boxes: list[Box] = [
        w.text(v, card.title, 34, "semibold"),
        labelled(v, "weights", asked, Wrap(chosen, v.u(12)), Role.RADIO_GROUP),
    ]
    if one.weight:
        none = tr("Voor deze factor is geen plaats gepubliceerd. Er is dus niets om mee te vergelijken.")
        boxes += published(v, card) or [w.muted(v, none)]
    shut = [close_button(v, tr("Sluiten"), primary=True)]
    return frame.dialog(v, "panel:weigh", tr("Wegen"), Column(boxes, v.u(18)), shut, 1100)


def _weight(v: View, one: a.CardInPlay, weight: int) -> Button:
    """A weight; chosen again, it stays and the panel closes."""
    on = weight == one.weight
    action = Shut() if on else Do(a.Weigh(weight))
    look, glyph = (primary_look(v), "check") if on else (None, "")
    return button(v, f"weigh:{weight}", weight_name(weight), action, keys.MENTION[weight - 1],
                  look=look, glyph=glyph, role=Role.RADIO, pressed=on)  # fmt: skip


def _note(v: View, session: Session, one: a.CardInPlay) -> Node:
    keep = a.WriteNote(str(v.model.form("note", "")))
    question = session.cards[one.card].question
    return writing_panel(
        v, "note", tr("Notitie bij deze kaart"), tr("Notitie"), a.LONGEST_NOTE, keep, question
    )


def _finish(v: View, _session: Session, _one: a.CardInPlay) -> Node:
    box = w.text(v, tr("Er ligt nog een kaart. Telt die mee als gedaan?"))
    buttons = [
        button(v, "finish:count", tr("Telt mee, afronden"), Do(e.Finish(True)), primary=True),
        button(v, "finish:skip", tr("Telt niet mee, afronden"), Do(e.Finish(False))),
        close_button(v, tr("Nog niet afronden")),
    ]
    return frame.dialog(v, "panel:finish", tr("Afronden"), box, buttons, 1120)


def corner(session: Session, number: int) -> str:
    """What a card's head says beside its number."""
    return tr("Kaart van de dag") if of_the_day(session, number) else ""
