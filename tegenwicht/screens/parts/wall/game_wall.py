"""The screen of a game in which people think: the wall, the rim with its buttons, where one is, and the menu.

Everything has its own place, in the design pixels of ``Ground``: on a large window, and from near on a small one.
On a narrow one, or with large text, what is on it is stacked and scrolls between the top and the rim.
"""

from collections.abc import Callable
from typing import NamedTuple

from tegenwicht.game import events as e
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button, how_many_fit, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Row, space
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.names import moment_name
from tegenwicht.screens.parts.panels.people import people_panel
from tegenwicht.screens.parts.popup import Act
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table import letters, rim
from tegenwicht.screens.parts.table.compact_frame import enlarged
from tegenwicht.screens.parts.table.corners import corner_buttons
from tegenwicht.screens.parts.table.ground import (
    HEIGHT,
    RIM,
    Ground,
    ground_around,
    is_large,
    is_near,
    near_view,
)
from tegenwicht.screens.parts.table.room import rim as rim_ops
from tegenwicht.screens.parts.table.room import table_top
from tegenwicht.screens.parts.table.room import wall as wall_ops
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Do, Go, Open, Shut
from tegenwicht.screens.shell.corner import help_and_menu, side_by_side
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving, screens_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

LINE_AT_LEAST = 20
"""From near a line of help stands on the rim where it fits in letters of this size; it is not cut off."""
IN_PLACE = (Panel.SLIP,)
"""Panels that are no window over the screen: something is written in its own place."""


def readable(v: View) -> View:
    """The view as a screen is made from it: on a small window with words as large as fit there."""
    return v if is_large(v) else near_view(v) if is_near(v) else enlarged(v)


class Wall(NamedTuple):
    """What stands round a screen.

    title: of the window. acts: on the rim, from left to right, the main one last. back: what *Terug* does; None
    where there is nothing nearer to go back to. line: one line of help on the rim. dialog: a panel over it all.
    finish: what ends the game, after asking; None where the main button does that. more: acts for the menu.
    bindings: keys that work here. fields: the keys of the text fields on it: with one of them in use, only its own
    keys are shown. undo: what may be undone and done again, where that is not simply the last thing. wood: whether
    a table stands before the wall, on which something lies. calm: what is only read: with the focus there Enter is
    the main button.
    """

    v: View
    playing: Playing
    title: str
    acts: tuple[Act, ...]
    back: Command | None = None
    line: str = ""
    dialog: Node | None = None
    finish: Command | None = None
    more: tuple[Act, ...] = ()
    bindings: tuple[tuple[str, Command], ...] = ()
    fields: tuple[str, ...] = ()
    undo: tuple[Act, ...] | None = None
    wood: bool = False
    calm: tuple[str, ...] = ()

    @property
    def typing(self) -> bool:
        """Whether letters are letters."""
        return self.v.model.focus in self.fields

    @property
    def g(self) -> Ground:
        """Where things have their place, when they have one."""
        return ground_around(self.v)

    @property
    def has_places(self) -> bool:
        """Whether everything on the screen has its own place; if not, it is stacked."""
        return is_large(self.v) or (is_near(self.v) and self._near_rim_fits())

    def _near_rim_fits(self) -> bool:
        g, back = self.g, tr("Terug")
        left = g.px(32)
        if self.back is not None:
            sign = sign_of(self.v, keys.BACK, self.free or self.v.model.panel in IN_PLACE)
            left += rim.button_width(g, back, sign, False, "back") + g.px(28)
        return rim.fits(g, [_as_button(self, act) for act in self.acts], left)

    @property
    def free(self) -> bool:
        """Whether letters are keys: no panel is open, and nothing is written."""
        return not self.v.model.panel


def place_line(playing: Playing) -> str:
    """ "Team Zuid · Afpellen · Intake": the group, the game, and the moment that it is about."""
    session: Session = playing.timeline.session
    setup = session.setup
    name = screens_of(setup.mode).about().name
    moment = moment_name(setup.moment) if setup.moment else ""
    return " · ".join(part for part in ("" if setup.title == name else setup.title, name, moment) if part)


def _window_title(wall: Wall) -> str:
    """What the screen is about, and after it the heading: which session and which game."""
    place = place_line(wall.playing)
    return place if wall.title in place else f"{wall.title} · {place}"


def sign_of(v: View, key: Key | None, free: bool = True) -> str:
    """How a key is shown; "" where it does not work now."""
    if key is None or not free or (len(key.shown) == 1 and not v.letter_keys):
        return ""
    return key.shown


# -- the window


def scene(wall: Wall, body: Callable[[Rect, list[Button]], Nodes]) -> Node:
    """The window's tree. body: places what is on the wall in the room it gets; the buttons are those that found no
    place on the rim, always none where everything has its own place.
    """
    return _placed(wall, body) if wall.has_places else _stacked(wall, body)


def page(wall: Wall, box: Box, most_width: float = 1500) -> Node:
    """A screen with one column in the middle, that scrolls when it is higher than the room for it."""
    v = wall.v

    def body(room: Rect, left: list[Button]) -> Nodes:
        side = v.u(48 if v.wide else 24)
        width = min(room.w - 2 * side, v.t(most_width))
        x = room.x + (room.w - width) // 2
        inside = Column([box, toolbar(v, left)], v.u(20)) if left else box
        inner = Rect(x, room.y, width, room.h)
        high = inside.height(width)
        free = max(0, room.h - high - v.u(16)) // 3 if wall.has_places else 0
        parts = Column([space(free), inside, space(v.u(14))])
        return w.scroll(v, f"{v.model.scene}:page", parts, inner)

    return scene(wall, body)


def _placed(wall: Wall, body: Callable[[Rect, list[Button]], Nodes]) -> Node:
    v, g = wall.v, wall.g
    ground = (*wall_ops(g), *table_top(g), *rim_ops(g)) if wall.wood else (
        Fill(g.whole, v.theme.table.wall), *rim_ops(g)
    )  # fmt: skip
    top, floor = g.px(76), g.front(0, RIM, 0, 0).y
    room = Rect(0, top, v.width, floor - top - (frame.news_height(v) if g.near else 0))
    place = place_line(wall.playing)
    words = rim.place_words(g, place)
    nodes = [Node("bar:title", Role.HEADING, words.rect, place, level=1, ops=(words,))]
    nodes += body(room, [])
    nodes += [*_on_rim(wall), *corner_buttons(g, _escape_is_free(wall))]
    return frame.scene(v, _window_title(wall), ground, nodes, _dialog(wall), _bindings(wall), floor)


def _escape_is_free(wall: Wall) -> bool:
    taken = any(act.shortcut is keys.BACK for act in wall.acts)
    return wall.free and wall.back is None and not taken


def _stacked(wall: Wall, body: Callable[[Rect, list[Button]], Nodes]) -> Node:
    v, m = wall.v, wall.v.theme.table
    side, gap = v.u(24), v.u(12)
    above = _stacked_top(wall)
    inner = v.width - 2 * side
    high = above.height(inner) + 2 * gap
    shown, left = _stacked_rim(wall, inner)
    foot = shown.height(inner) + 2 * gap
    edge = v.height - foot
    nodes = above.place(Rect(side, gap, inner, high - 2 * gap))
    nodes += body(Rect(0, high, v.width, max(v.u(80), edge - high - frame.news_height(v))), left)
    nodes += shown.place(Rect(side, edge + gap, inner, foot - 2 * gap))
    ground = (
        Fill(Rect(0, 0, v.width, v.height), m.wall), Fill(Rect(0, edge, v.width, foot), m.rim),
        Fill(Rect(0, edge, v.width, max(2, v.u(4))), m.rim_light),
    )  # fmt: skip
    return frame.scene(v, _window_title(wall), ground, nodes, _dialog(wall), _bindings(wall), edge)


def _stacked_top(wall: Wall) -> Box:
    v, px = wall.v, max(v_least(wall.v), wall.v.t(40))
    words = w.text(v, place_line(wall.playing), 24, "semibold", role=Role.HEADING, level=1, key="bar:title")
    return Row([words, side_by_side(v, help_and_menu(_escape_is_free(wall)), px, v.u(10))], v.u(16))


def v_least(v: View) -> int:
    """The side of a small round button, in pixels."""
    return max(28, v.u(44))


# -- the rim


def _on_rim(wall: Wall) -> list[Node]:
    """Buttons at the right, the main one last; *Terug* and one line of help at the left."""
    v, g = wall.v, wall.g
    left, x = [], g.px(32)
    if wall.back is not None:
        sign = sign_of(v, keys.BACK, wall.free or v.model.panel in IN_PLACE)
        node = rim.button("back", tr("Terug"), wall.back, keys.BACK, sign)
        (placed,) = rim.buttons_on_rim(g, [(node, tr("Terug"), sign)])
        at = placed.rect._replace(x=x)
        left.append(placed._replace(rect=at, ops=rim.button_ops(g, at, tr("Terug"), sign, glyph="back")))
        x = at.right + g.px(28)
    right = rim.buttons_on_rim(g, [_as_button(wall, act) for act in wall.acts], x)
    if wall.line:
        room = (right[0].rect.x if right else v.width) - x - g.px(28)
        base = g.front(0, HEIGHT - 29, 0, 0).y
    if wall.line and (not g.near or letters.width(g, wall.line, LINE_AT_LEAST, "medium") <= room):
        said = letters.line(g, (x, base), wall.line, 24, "medium", v.theme.ink, 0.0, room)
        left.append(Node("rim:line", Role.TEXT, said.rect, wall.line, ops=(said,)))
    return [*left, *right]


def _as_button(wall: Wall, act: Act) -> tuple[Node, str, str]:
    node = rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary, first=act.primary and wall.free and not wall.calm,
        enabled=act.command is not None, description=act.told,
    )  # fmt: skip
    return node, act.word, _sign(wall, act)


def _sign(wall: Wall, act: Act) -> str:
    """While something is written only what its own keys do is shown."""
    if wall.free:
        pressing = act.primary or act.shortcut is keys.DEEPER
        elsewhere = pressing and wall.v.model.focus not in ("", act.key, *wall.calm)
        return sign_of(wall.v, act.shortcut, not wall.typing and not elsewhere)
    return sign_of(wall.v, act.shortcut) if act.key.startswith("slip:") else ""


def _stacked_rim(wall: Wall, width: int) -> tuple[Box, list[Button]]:
    """The rim, and the buttons that found no place on it: the main one and *Terug* always do."""
    v = wall.v
    made = [_kit_button(wall, act) for act in wall.acts]
    if wall.back is not None:
        made.insert(0, button(v, "back", tr("Terug"), wall.back, keys.BACK, size=25, pad=16))
    always = [made[-1], *(made[:1] if wall.back is not None else [])]
    others = [one for one in made if one not in always]
    fit = how_many_fit(v, [*always, *others[::-1]], width - 2 * v.u(12), rim.MAIN_GAP)
    shown = [*always, *others[::-1]][:fit]
    left = [one for one in others if one not in shown]
    if len(shown) < len(always):
        return Wrap([one.bare() for one in always[::-1]], v.u(12)), left
    start = [made[0]] if wall.back is not None else []
    rest = [one for one in made if one in shown and one not in start]
    return Row([*start, space(), *rest], v.u(rim.MAIN_GAP)), left


def _kit_button(wall: Wall, act: Act) -> Button:
    key = act.shortcut
    shown = Key(key.names, _sign(wall, act)) if key is not None else None
    return button(
        wall.v, act.key, act.word, act.command, shown, primary=act.primary, enabled=act.command is not None,
        size=25, pad=16, first=act.primary and wall.free and not wall.calm, description=act.told,
    )  # fmt: skip


# -- the menu, and what asks before the game ends


def _dialog(wall: Wall) -> Node | None:
    v = wall.v
    match v.model.panel:
        case Panel.MENU:
            title = popup.title_of(wall.playing, "menu")
            acts = _menu_acts(wall)
            if is_large(v):
                return popup.popup(wall.g, "panel:menu", title, acts, True)
            return popup.sheet(v, "panel:menu", title, acts)
        case Panel.PEOPLE if wall.dialog is None:
            return people_panel(v, wall.playing.timeline.session)
        case Panel.FINISH if wall.finish is not None and wall.dialog is None:
            return _finish_panel(v, wall.finish)
    return wall.dialog


def _menu_acts(wall: Wall) -> list[Act]:
    v = wall.v
    ends = (
        [Act("finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH, "check")]
        if wall.finish
        else []
    )
    return [
        *_undo(wall), *wall.more, _people(), *ends,
        Act("menu:settings", tr("Instellingen"), Go(Scene.SETTINGS), keys.SETTINGS, "settings"),
        Act("menu:help", tr("Hulp"), Go(Scene.HELP), keys.HELP, "help"),
        Act("bar:leave", tr("Naar het begin"), leaving(v), None, "back", told=tr("De sessie blijft bewaard")),
    ]  # fmt: skip


def _people() -> Act:
    return Act("people", tr("Deelnemers"), Open(Panel.PEOPLE), keys.PEOPLE, "people")


def _undo(wall: Wall) -> tuple[Act, ...]:
    return tuple(undo_acts(wall.playing)) if wall.undo is None else wall.undo


def undo_acts(playing: Playing) -> list[Act]:
    """*Ongedaan maken* and *Opnieuw*, each naming what."""
    done, undone = playing.timeline.done, playing.timeline.undone
    name = screens_of(playing.timeline.session.setup.mode).undo_name
    found = []
    if done and e.Undo() in playing.legal:
        what = name(done.event)
        found.append(Act("undo", tr("Ongedaan maken"), Do(e.Undo()), keys.UNDO, "undo", told=what))
    if undone and e.Redo() in playing.legal:
        found.append(Act("redo", tr("Opnieuw"), Do(e.Redo()), keys.REDO, "redo", told=name(undone.event)))
    return found


def _finish_panel(v: View, finish: Command) -> Node:
    box = w.text(v, tr("Daarna kijken jullie terug. Met Ongedaan maken kom je hier weer terug."))
    buttons = [
        button(v, "finish:yes", tr("Afronden"), All((finish, Shut())), primary=True, first=True),
        close_button(v, tr("Nog niet")),
    ]
    return frame.dialog(v, "panel:finish", tr("Sessie afronden"), box, buttons, 900)


def _bindings(wall: Wall) -> tuple[tuple[str, Command], ...]:
    """The keys of what is in the menu: they work without opening it."""
    if not wall.free:
        return wall.bindings
    acts = [*_undo(wall), *wall.more, _people()]
    if wall.finish is not None:
        acts.append(Act("finish", "", Open(Panel.FINISH), keys.FINISH))
    pairs = [
        (name, act.command)
        for act in acts
        if act.shortcut is not None and act.command is not None
        for name in act.shortcut.names
    ]
    return (*wall.bindings, *pairs)


def main_act(word: str, command: Command | None, told: str = "") -> Act:
    """The main button of a game's screen."""
    return Act("primary", word, command, keys.PRIMARY, primary=True, told=told)
