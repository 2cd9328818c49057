"""What can be done alone, beside what lies on the table: undo, the menu, the end; and one's own lines."""

from tegenwicht.game import alone, events
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import button
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column
from tegenwicht.kit.nodes import Node
from tegenwicht.screens.alone.now import Now, line_form, pair_form
from tegenwicht.screens.alone.words import undo_name
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.act import Act, bindings_of
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.menu import ways_away
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table.ground import ground_of, is_large
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Leave, Open, Put
from tegenwicht.screens.shell.model import Line
from tegenwicht.screens.shell.panels import Panel

"""The panels."""


def undo_acts(now: Now) -> list[Act]:
    """*Ongedaan maken* and *Opnieuw*; a line that comes or goes with them does so in its field too."""
    line = now.playing.timeline
    found = []
    if line.done and events.Undo() in now.playing.legal:
        command = _with_field(Do(events.Undo()), line.done.event, line.done.before)
        found.append(
            Act("undo", tr("Ongedaan maken"), command, keys.UNDO, "undo", told=undo_name(line.done.event))
        )
    if line.undone and events.Redo() in now.playing.legal:
        command = _with_field(Do(events.Redo()), line.undone.event, line.undone.after)
        found.append(
            Act("redo", tr("Opnieuw"), command, keys.REDO, "redo", told=undo_name(line.undone.event))
        )
    return found


def _with_field(command: Command, event: events.Event, session: Session) -> Command:
    """The command, and what its field is to show when the session is as in ``session`` again."""
    play = alone.alone(session)
    if isinstance(event, alone.NoteWritten) and play.on_table is not None:
        return All((command, Put(line_form(play.on_table.card), play.on_table.note)))
    if isinstance(event, alone.PairNoted):
        return All(
            (command, Put(pair_form(event.first, event.second), play.line_of(event.first, event.second)))
        )
    return command


def bindings(now: Now) -> tuple[tuple[str, Command], ...]:
    """The keys of what has no button of its own here."""
    if now.writing:
        return ()
    return bindings_of([*undo_acts(now), *end_acts(now)])


def end_acts(now: Now) -> list[Act]:
    """Looking back at what one did; it asks when a card lies open."""
    if events.Finish(False) not in now.playing.legal:
        return []
    finish: Command = Open(Panel.FINISH) if now.play.on_table else Do(events.Finish(False))
    return [Act("finish", tr("Sessie afronden"), now.keeping(finish), keys.FINISH, "check")]


def dialog(now: Now) -> Node | None:
    """The panel that is open, if one is."""
    panel = now.v.model.panel
    if panel is Panel.MENU:
        return _menu(now)
    if panel is Panel.RULES:
        return _rules(now)
    return _finish(now) if panel is Panel.FINISH and now.play.on_table else None


def _menu(now: Now) -> Node:
    acts = [*undo_acts(now), *end_acts(now), *ways_away(now.keeping(Leave()))]
    title = popup.title_of(now.playing, Panel.MENU)
    if not now.v.near and not is_large(now.v):
        return popup.sheet(now.v, "panel:menu", title, acts)
    return popup.popup(ground_of(now.v), "panel:menu", title, acts, True)


def _finish(now: Now) -> Node:
    v = now.v
    box = widgets.text(v, tr("Er ligt nog een kaart open. Telt die mee als gedaan?"))
    buttons = [
        button(v, "finish:count", tr("Telt mee, afronden"), Do(events.Finish(True)), primary=True),
        button(v, "finish:skip", tr("Telt niet mee, afronden"), Do(events.Finish(False))),
        close_button(v, tr("Nog niet afronden")),
    ]
    return frame.dialog(v, "panel:finish", tr("Afronden"), box, buttons, 1120)


def rules_word(now: Now) -> str:
    """ "Jouw regels · 7", closed until someone opens them."""
    return tr("Jouw regels · {n}").format(n=len(now.lines)) if now.lines else tr("Jouw regels")


def rules_told(now: Now) -> str:
    """How many there are."""
    n = len(now.lines)
    return several("{n} regel, dicht", "{n} regels, dicht", n) if n else tr("nog geen regel")


def _rules(now: Now) -> Node:
    """One's own lines with their cards, the latest first; opened on purpose."""
    v = now.v
    boxes: list[Box] = [_line(now, one) for one in now.lines]
    if not boxes:
        boxes = [widgets.text(v, tr("Je schreef nog geen regel. Bij elke kaart kan er één."))]
    note = widgets.muted(v, tr("Alleen op deze computer."))
    shut = [close_button(v, tr("Sluiten"), primary=True)]
    return frame.dialog(v, "panel:rules", tr("Jouw regels"), Column([*boxes, note], v.px(18)), shut, 1100)


def _line(now: Now, line: Line) -> Box:
    from tegenwicht.kit.layout import Row

    v = now.v
    card, other = now.session.cards[line.card], now.session.cards.get(line.other)
    about = f"{card.number}. {card.title}" + (f" + {other.number}. {other.title}" if other else "")
    about = " · ".join(filter(None, (about, line.when)))
    key = f"rule:{line.when}:{line.card}:{line.other}:{line.text}"
    words = Column(
        [widgets.text(v, line.text, 28, "semibold", key=key), widgets.muted(v, about, 22)], v.px(2)
    )
    return Row([disc(v, card.family, 44), words], v.px(16), 0.0)
