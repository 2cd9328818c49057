"""Who tells, who notes and who observes: between two talks, beside a talk, and to choose otherwise."""

from tegenwicht.game import conversation as g
from tegenwicht.game import events as e
from tegenwicht.game.conversation import Roles
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Row
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation.words import talk_number
from tegenwicht.screens.parts.clock_face import clock_buttons, clock_ring
from tegenwicht.screens.parts.fields import choice
from tegenwicht.screens.parts.session_parts import SMALL_BUTTON, close_button, main_button, undo_boxes
from tegenwicht.screens.parts.words import names_apart, participant_name
from tegenwicht.screens.shell import frame
from tegenwicht.screens.shell.commands import All, Do, Open, Shut
from tegenwicht.screens.shell.frame import page
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.view import View

NAME = {"teller": "roles:teller", "noter": "roles:noter", "observer": "roles:observer"}


def _named(session: Session, number: int) -> str:
    return names_apart(session)[number]


def _tasks(session: Session, roles: Roles) -> list[tuple[str, str, str]]:
    """(what, who, what that means) for each role."""
    tasks = [
        (tr("Vertelt"), _named(session, roles.teller),
         tr("over het laatste gesprek met een cliënt: wat je deed, en wat je koos. Zonder naam.")),
        (tr("Noteert"), _named(session, roles.noter),
         tr("welke afwegingen erin zaten. Ook de kleine. Niet of ze goed waren.")),
    ]  # fmt: skip
    if roles.observer:
        observes = tr("en zegt na afloop wat opviel aan het gesprek zelf.")
        tasks.append((tr("Kijkt mee"), _named(session, roles.observer), observes))
    return tasks


# -- between two talks


def between(v: View, playing: Playing, rect: Rect) -> Nodes:
    """The next talk, with its roles large; or that everyone has told."""
    session: Session = playing.timeline.session
    roles = g.suggested(session)
    other = button(v, "roles:other", tr("Andere rollen"), _open(session, roles), size=SMALL_BUTTON, pad=14)
    if roles is None:
        words = w.text(v, tr("Iedereen heeft verteld. Rond af, of kies zelf wie er nog vertelt."), 34)
        finish = main_button(v, tr("Afronden"), Do(e.Finish(False)))
        return page(
            v, w.panel(v, words, "roles:none", pad=44), rect, [finish, other, *undo_boxes(v, playing)]
        )
    head = w.heading(v, tr("Gesprek {n}").format(n=talk_number(session)), 48)
    sheets = [_task(v, number, task) for number, task in enumerate(_tasks(session, roles))]
    grid = Grid(sheets, len(sheets) if v.pair else 1, v.u(24), v.t(420))
    after = w.muted(
        v, tr("Daarna kiezen jullie samen één afweging en pellen die af. Dan wisselen de rollen."), 26
    )
    begin = main_button(v, tr("Begin het gesprek"), Do(g.BeginTalk(roles)))
    return page(v, Column([head, grid, after], v.u(24)), rect, [begin, other, *undo_boxes(v, playing)], 1760)


def _task(v: View, number: int, task: tuple[str, str, str]) -> Box:
    what, who, means = task
    parts: list[Box] = [
        w.name(v, what),
        w.text(v, who, 56, "bold", key=f"roles:who:{number}"),
        w.text(v, means, 30),
    ]
    return w.panel(v, Column(parts, v.u(12)), f"roles:task:{number}", f"{what}: {who}", pad=36)


# -- beside a talk


def roles_sheet(v: View, playing: Playing, roles: Roles) -> Box:
    """Who does what, and the time."""
    session: Session = playing.timeline.session
    lines: list[Box] = []
    for what, who, _ in _tasks(session, roles):
        words = w.text(v, f"{what}: {who}", 28, "semibold", key=f"roles:{what}")
        lines.append(words)
    clock = clock_ring(v, playing)
    names = Column(lines, v.u(8))
    if clock is None:
        return w.panel(v, names, "roles:sheet", pad=24)
    parts: list[Box] = [Row([names, clock], v.u(14), 0.0), Wrap(clock_buttons(v, playing), v.u(8))]
    return w.panel(v, Column(parts, v.u(12)), "roles:sheet", pad=24)


# -- other roles


def _open(session: Session, roles: Roles | None) -> Open:
    here = [one.id for one in session.present]
    roles = roles or Roles(here[0], here[1])
    return Open("roles", ((NAME["teller"], roles.teller), (NAME["noter"], roles.noter),
                          (NAME["observer"], roles.observer)))  # fmt: skip


def roles_panel(v: View, session: Session) -> Node:
    """Anyone at the table can tell, note or observe."""
    here = [(one.id, participant_name(one)) for one in session.present]
    form = v.model.form
    roles = Roles(int(form(NAME["teller"], 0)), int(form(NAME["noter"], 0)), int(form(NAME["observer"], 0)))
    pick = [
        _pick(v, "teller", tr("Wie vertelt?"), here, roles.teller),
        _pick(v, "noter", tr("Wie noteert?"), here, roles.noter),
        _pick(v, "observer", tr("Wie kijkt mee?"), [(0, tr("Niemand")), *here], roles.observer),
    ]
    ids = [one for one in (roles.teller, roles.noter, roles.observer) if one]
    apart = len(set(ids)) == len(ids)
    if not apart:
        pick.append(w.text(v, tr("Kies voor elke rol iemand anders."), 26, "semibold"))
    buttons: list[Button] = [
        button(v, "roles:begin", tr("Begin het gesprek"), All((Do(g.BeginTalk(roles)), Shut())), primary=True,
               enabled=apart),
        close_button(v, tr("Terug")),
    ]  # fmt: skip
    return frame.dialog(v, "panel:roles", tr("Andere rollen"), Column(pick, v.u(22)), buttons, 1200)


def _pick(v: View, role: str, label: str, options: list[tuple[int, str]], now: int) -> Box:
    named: list[tuple[object, str]] = list(options)
    return choice(v, NAME[role], label, named, now, full_names=True)
