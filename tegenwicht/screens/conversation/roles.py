"""Who tells, who notes and who observes: between two talks, beside a talk, and to choose otherwise."""

from typing import NamedTuple

from tegenwicht.game import conversation, events
from tegenwicht.game.conversation import Roles
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation.words import listeners, talk_number
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.fields import choice
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table import pawn
from tegenwicht.screens.parts.table.ground import ground_of, is_near
from tegenwicht.screens.parts.table.tents import badge_letters
from tegenwicht.screens.parts.wall.game_wall import Wall, first_that_fits, main_act, page
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.parts.words import names_apart, participant_name
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Open, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

NAME = {"teller": Entry("roles:teller"), "noter": Entry("roles:noter"), "observer": Entry("roles:observer")}

WIDEST = 1728


class Sizes(NamedTuple):
    """Of who tells and who listens, in design pixels.

    pawn, name, says, pad: on the sheet of a role. listener, told, listens_pad: on that of a task; without a listener
    there are no pawns on it, and the names follow each other.
    """

    heading: float
    gap: float
    pawn: float
    name: float
    says: float
    pad: float
    listener: float
    told: float
    listens_pad: float


HIGH = (
    Sizes(60, 28, 150, 52, 30, 36, 70, 28, 24),
    Sizes(50, 18, 110, 40, 28, 26, 54, 25, 18),
    Sizes(46, 20, 100, 38, 28, 26, 0, 28, 18),
    Sizes(44, 16, 90, 34, 25, 22, 0, 25, 18),
    Sizes(40, 12, 80, 30, 23, 18, 0, 21, 14),
)
LOW = (
    Sizes(46, 11, 96, 40, 26, 22, 44, 24, 16),
    Sizes(38, 9, 70, 32, 24, 18, 36, 22, 12),
    Sizes(34, 8, 60, 28, 23, 14, 0, 23, 12),
    Sizes(30, 6, 44, 23, 21, 10, 0, 21, 8),
)
"""From the usual ones to the least, with listeners: on a large window and on a small one."""


def _named(session: Session, number: int) -> str:
    return names_apart(session)[number]


def _tasks(session: Session, roles: Roles) -> list[tuple[str, str, str, int]]:
    """(what, who, what that means, whose number it is) for each role."""
    tasks = [
        (tr("Vertelt"), _named(session, roles.teller),
         tr("Je vertelt over je laatste gesprek met een cliënt: wat je deed en wat je koos. Zonder naam."),
         roles.teller),
        (tr("Noteert"), _named(session, roles.noter),
         tr("Je noteert welke afwegingen erin zaten, ook de kleine. Niet of ze goed waren."), roles.noter),
    ]  # fmt: skip
    if roles.observer:
        observes = " ".join((dict(listeners(session, roles))[roles.observer],
                             tr("Zeg na afloop ook wat opviel aan het gesprek zelf.")))  # fmt: skip
        tasks.append((tr("Kijkt mee"), _named(session, roles.observer), observes, roles.observer))
    return tasks


def who_line(session: Session, roles: Roles) -> str:
    """ "Samira vertelt, Joost noteert"."""
    return tr("{teller} vertelt, {noter} noteert").format(
        teller=_named(session, roles.teller), noter=_named(session, roles.noter)
    )


# -- between two talks


def between(v: View, playing: Playing, dialog: Node | None) -> Node:
    """The next talk, with its roles large; or that everyone has told."""
    session: Session = playing.timeline.session
    roles = conversation.suggested(session)
    other = Act("roles:other", tr("Andere rollen"), _open(session, roles))
    finish = Do(events.Finish(False))
    if roles is None:
        words = Column([
            widgets.heading(v, tr("Iedereen heeft verteld"), 60),
            widgets.text(v, tr("Rond af, of kies zelf wie er nog vertelt."), 34),
        ], v.px(20))  # fmt: skip
        acts = (other, main_act(tr("Sessie afronden"), finish))
        return page(Wall(v, playing, tr("Iedereen heeft verteld"), acts, leaving(v), dialog=dialog),
                    sheet(v, words, "roles:none", pad=48), 1300)  # fmt: skip
    number = talk_number(session)
    then = tr("Straks: kies samen één afweging, pel die af, en wissel van rol.")
    told = (
        (Act("roles:finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH),) if number > 1 else ()
    )
    acts = (*told, other, main_act(tr("Begin het gesprek"), Do(conversation.BeginTalk(roles))))
    wall = Wall(v, playing, tr("Wie vertelt?"), acts, leaving(v), then, dialog, finish)
    below = then if is_near(v) or not wall.has_places else ""  # there is no room for it on the rim
    sizes = _sizes(v, bool(_by_task(session, roles)))
    boxes = (_roles_and_tasks(v, session, roles, below, size) for size in sizes)
    return page(wall, first_that_fits(v, boxes, WIDEST), WIDEST)


def _sizes(v: View, listened: bool) -> tuple[Sizes, ...]:
    """From the usual ones to the least. listened: whether there are listeners, who need room too."""
    if is_near(v):
        return LOW if listened else (LOW[0]._replace(pawn=120, pad=26), *LOW)
    return HIGH if listened else (HIGH[0]._replace(pawn=230, name=60, says=36, pad=44), *HIGH)


def _roles_and_tasks(v: View, session: Session, roles: Roles, below: str, size: Sizes) -> Box:
    """The roles on large sheets, and below them on small ones what the others listen for."""
    near, rest = is_near(v), _by_task(session, roles)
    title = tr("Gesprek {n}: {name} vertelt").format(
        n=talk_number(session), name=_named(session, roles.teller)
    )
    sheets = [_task(v, session, n, task, size) for n, task in enumerate(_tasks(session, roles))]
    parts: list[Box] = [
        widgets.heading(v, title, size.heading),
        Grid(sheets, len(sheets) if v.pair else 1, v.px(24), v.text_px(385 if near else 420)),
    ]
    if rest:
        listen = [_listening(v, session, n, task, who, size) for n, (task, who) in enumerate(rest.items())]
        columns = len(listen) if v.pair else 1
        grid = Grid(listen, columns, v.px(16 if near else 24), v.text_px(290 if near else 340))
        parts.append(Column([widgets.name(v, tr("Luisteren met een taak")), grid], v.px(min(12, size.gap))))
    if below:
        parts.append(widgets.text(v, below, min(26, size.says), "medium", v.theme.table.faint))
    return Column(parts, v.px(size.gap))


def _by_task(session: Session, roles: Roles) -> dict[str, list[int]]:
    """Who listens for what, but for the observer, whose own sheet says it."""
    found: dict[str, list[int]] = {}
    for one, task in listeners(session, roles):
        if one != roles.observer:
            found.setdefault(task, []).append(one)
    return found


def _task(v: View, session: Session, number: int, task: tuple[str, str, str, int], size: Sizes) -> Box:
    """A role on a sheet."""
    what, who, means, seat = task
    person = _person(v, session, seat, size.pawn)
    name = widgets.text(v, who, size.name, "bold", key=f"roles:who:{number}")
    parts: list[Box] = [
        Row([person, Column([widgets.name(v, what), name], v.px(4))], v.px(18 if is_near(v) else 24)),
        widgets.text(v, means, size.says),
    ]
    return sheet(
        v, Column(parts, v.px(min(18, size.pad))), f"roles:task:{number}", f"{what}: {who}", pad=size.pad
    )


def _listening(v: View, session: Session, number: int, task: str, who: list[int], size: Sizes) -> Box:
    """A task on a sheet, under everyone who listens for it."""
    near, named = is_near(v), [_named(session, seat) for seat in who]
    words = widgets.text(v, task, size.told, key=f"roles:listens:for:{number}")
    people: Box
    if size.listener:
        people = Wrap([_listener(v, session, seat, size) for seat in who], v.px(24), v.px(8))
    else:
        people = widgets.text(v, ", ".join(named), size.told, "bold", key=f"roles:listens:all:{number}")
    box = Column([people, words], v.px(6 if near else 10))
    return sheet(
        v, box, f"roles:listening:{number}", f"{tr(' en ').join(named)}: {task}", pad=size.listens_pad
    )


def _listener(v: View, session: Session, seat: int, size: Sizes) -> Box:
    """Somebody's pawn, with the name beside it."""
    name = widgets.text(
        v, _named(session, seat), size.told, "bold", key=f"roles:listens:{seat}", natural=True
    )
    name.natural = min(name.natural, v.text_px(206 if is_near(v) else 220))
    return Row([_person(v, session, seat, size.listener), name], v.px(10), 0.5)


def _person(v: View, session: Session, seat: int, high: float) -> Box:
    """Somebody's pawn, so many design pixels high."""
    wide = v.text_px(high * pawn.WIDE / pawn.HIGH)
    return Leaf(v.text_px(high), lambda rect: _pawn(v, session, seat, rect), wide)


def _pawn(v: View, session: Session, seat: int, rect: Rect) -> Nodes:
    at = rect._replace(w=round(rect.h * pawn.WIDE / pawn.HIGH))
    place, letter = seat_of(session, seat)
    ops = pawn.pawn_ops(ground_of(v), at, place, letter)
    return [Node(f"pawn:{seat}", Role.GROUP, at, ops=ops)]


def seat_of(session: Session, number: int) -> tuple[int, str]:
    """The place at the table, from 0, and the letters of somebody."""
    here = [one.id for one in session.present]
    names = badge_letters([one.name for one in session.present])
    at = here.index(number) if number in here else number - 1
    return at, names[at] if at < len(names) else str(number)


# -- other roles


def _open(session: Session, roles: Roles | None) -> Open:
    here = [one.id for one in session.present]
    roles = roles or Roles(here[0], here[1])
    return Open(Panel.ROLES, ((NAME["teller"], roles.teller), (NAME["noter"], roles.noter),
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
        pick.append(widgets.text(v, tr("Kies voor elke rol iemand anders."), 26, "semibold"))
    buttons: list[Button] = [
        button(v, "roles:begin", tr("Begin het gesprek"), All((Do(conversation.BeginTalk(roles)), Shut())), primary=True,
               enabled=apart),
        close_button(v, tr("Terug")),
    ]  # fmt: skip
    return frame.dialog(v, "panel:roles", tr("Andere rollen"), Column(pick, v.px(22)), buttons, 1200)


def _pick(v: View, role: str, label: str, options: list[tuple[int, str]], now: int) -> Box:
    named: list[tuple[object, str]] = list(options)
    return choice(v, NAME[role], label, named, now, full_names=True)
