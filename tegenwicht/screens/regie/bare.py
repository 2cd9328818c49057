"""What the group sees: only what was made to be seen by all, and nothing on it that can be pressed."""

from tegenwicht.game.state import Phase, Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.nodes import Node, Role, walk
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import ground_for_all
from tegenwicht.screens.parts.table.tents import Person, badge_letters, tent_ops, wide_rects
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.modes import ModeScreens, screens_of
from tegenwicht.screens.shell.view import View

ROLES = {
    Role.BUTTON: Role.GROUP,
    Role.TOGGLE: Role.GROUP,
    Role.CHECK_BOX: Role.GROUP,
    Role.RADIO: Role.GROUP,
    Role.SPIN: Role.GROUP,
}
PRESSED_ONLY = (
    "larger:", "ear", "slip:next", "slip:new", "talk:hint", "rim:line", "rim:told", "bar:title", "report:ways",
    "report:kept", "report:saved", "apart", "harvest:back",
)  # fmt: skip
"""Keys of what is there only to be pressed, and goes."""
SHOWING = (
    "place:",
    "tucked:",
    "hand:",
    "factor:",
    "step:",
    "consideration",
    "path:rename",
    "answer:",
    "slip:",
    "next:",
    "mini:",
    "harvest:",
)
"""Keys of the buttons of a game that also show something, and stay."""
FILLED_IN = ("path:name", "consideration:field", "cover")
"""Keys of what is on a screen while one fills in what a game begins with, or weighs unseen: nothing to look at."""


def build(v: View) -> Node:
    """The table, where the mode has one for all to see; else where the session is."""
    playing = v.model.playing
    if playing is None:
        return _plain(v, tr("Tegenwicht"), tr("We beginnen zo."))
    session = playing.timeline.session
    mode = screens_of(session.setup.mode)
    made = mode.on_beamer(v) if hasattr(mode, "on_beamer") else None
    if made is None and session.phase is Phase.PLAYING:
        made = for_all(v, mode.build(v), mode.about().name, session)
    elif made is None:
        made = _harvest(v, mode, session)
    if made is not None:
        return without_controls(made)
    if session.phase is not Phase.PLAYING:
        return _plain(v, tr("Oogsten"), tr("Wat neem je mee?"))
    return _plain(v, mode.about().name, mode.session_line(session))


def for_all(v: View, scene: Node, name: str, session: Session, tents: bool = True) -> Node | None:
    """A mode's own screen with name tents for its buttons.

    What carries no more than a deed, a field or a word on keys goes, and the session's title with it; what shows
    something stays. None while one person fills something in.
    name: of the mode, or of what is done. tents: whether those are not on the screen in another shape already.
    """
    if any(node.key in FILLED_IN for node in walk(scene)):
        return None
    kept = tuple(_shown(one) for one in scene.children if _is_shown(one))
    head = [_named(v, node, name) for node in walk(scene) if node.key == "bar:title"]
    return scene._replace(
        label=f"{name} – Tegenwicht",
        bindings=(),
        children=(*head, *kept, *(_tents(v, session) if tents else ())),
    )


def _harvest(v: View, mode: ModeScreens, session: Session) -> Node | None:
    """Who tells, the card that stayed, what is taken along; the scale; the page for the wall."""
    return for_all(v, mode.build(v), tr("Oogsten"), session, tents=False)


def _named(v: View, title: Node, name: str) -> Node:
    """The mode's name where the session's title stood."""
    x, base = title.rect.x, title.rect.bottom - title.rect.h // 4
    line = letters.line(ground_for_all(v), (x, base), name, 24, "semibold", v.theme.ink)
    return Node("name", Role.HEADING, line.rect, name, level=1, ops=(line,))


def _shown(node: Node) -> Node:
    return node._replace(children=tuple(_shown(one) for one in node.children if _is_shown(one)))


def _is_shown(node: Node) -> bool:
    if node.role in (Role.TEXT_FIELD, Role.DIALOG) or node.key.startswith(PRESSED_ONLY):
        return False
    return node.role is not Role.BUTTON or node.key.startswith(SHOWING)


def _tents(v: View, session: Session) -> list[Node]:
    """Who is at the table, on the rim."""
    if session.alone:
        return []
    names = names_apart(session)
    letters = badge_letters([one.name for one in session.present])
    people = [
        Person(names[one.id], seat, badge)
        for seat, (one, badge) in enumerate(zip(session.present, letters, strict=True))
    ]
    g = ground_for_all(v)
    made = [
        Node(f"tent:{one.id}", Role.LIST_ITEM, rect, person.name, ops=tent_ops(g, rect, person))
        for one, person, rect in zip(session.present, people, wide_rects(g, people), strict=True)
    ]
    label = tr("Deelnemers, {n}").format(n=len(people))
    return [Node("order", Role.LIST, made[0].rect.around(made[-1].rect), label, children=tuple(made))]


def without_controls(node: Node) -> Node:
    """The same to look at, with nothing to press, to type in or to drag."""
    children = tuple(without_controls(one) for one in node.children if not one.key.startswith(PRESSED_ONLY))
    return node._replace(
        role=ROLES.get(node.role, node.role), action=None, increase=None, decrease=None, shortcuts=(), bindings=(),
        pressed=None, edit=None, drag=None, primary=False, children=children,
    )  # fmt: skip


def _plain(v: View, name: str, line: str) -> Node:
    """Its name, large, and one line, on the wall."""
    whole = Rect(0, 0, v.width, v.height)
    px = v.px(150)
    icon = Icon(Rect((v.width - px) // 2, round(v.height * 0.24), px, px), "scale", v.theme.ink)
    nodes = []
    for key, words, size, weight, y in (
        ("name", name, 96, "bold", 0.46),
        ("where", line, 48, "semibold", 0.64),
    ):
        lines = v.type.lines(words, weight, v.px(size), round(v.width * 0.8))
        high = v.type.line_height(v.px(size))
        for number, one in enumerate(lines):
            at = Rect(0, round(v.height * y) + number * high, v.width, high)
            drawn = (widgets.middle_line(v, at, one, weight, v.px(size), v.theme.ink),)
            nodes.append(
                Node(f"{key}:{number}", Role.HEADING if key == "name" else Role.TEXT, at, one, ops=drawn)
            )
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), "")
    ops = (Fill(whole, v.theme.table.wall), icon)
    return Node("window", Role.WINDOW, whole, f"{name} – Tegenwicht", ops=ops, children=(*nodes, status))
