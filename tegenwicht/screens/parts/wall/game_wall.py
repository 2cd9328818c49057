"""The screen of a game that goes on: what stands round it (``parts.around``), with the menu, undo and the way out."""

from collections.abc import Iterable
from typing import NamedTuple

from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes, space
from tegenwicht.kit.nodes import Node
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts import popup
from tegenwicht.screens.parts.act import Act, bindings_of
from tegenwicht.screens.parts.around import Around, Body, fits_on_rim, large, stacked
from tegenwicht.screens.parts.menu import undo_acts, ways_away
from tegenwicht.screens.parts.names import moment_name
from tegenwicht.screens.parts.panels.people import people_panel
from tegenwicht.screens.parts.session_parts import close_button
from tegenwicht.screens.parts.table.ground import RIM, Ground, ground_around, is_large, is_near
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.shell.commands import All, Open, Shut
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving, screens_of
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View


class Wall(NamedTuple):
    """What stands round a screen.

    title: of the window. acts: on the rim, from left to right, the main one last. back: what *Terug* does; None
    where there is nothing nearer to go back to. line: one line of help on the rim. dialog: a panel over it all.
    finish: what ends the game, after asking; None where the main button does that. more: acts for the menu.
    bindings: keys that work here. fields: the keys of the text fields on it: with one of them in use, only its own
    keys are shown. undo: what may be undone and done again, where that is not simply the last thing. wood: whether
    a table stands before the wall, on which something lies. calm: what is only read: with the focus there Enter is
    the main button. back_word: what *Terug* is called where it is nearer than that.
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
    back_word: str = ""

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
        return is_large(self.v) or (is_near(self.v) and fits_on_rim(self.g, _around(self)))

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


# -- the window


def scene(wall: Wall, body: Body) -> Node:
    """The window's tree; where everything has its own place all buttons have theirs on the rim."""
    if not wall.has_places:
        return stacked(wall.v, _around(wall), body)
    g = wall.g
    top = g.px(76)
    news = frame.news_height(wall.v) if g.near else 0
    room = Rect(0, top, wall.v.width, g.front(0, RIM, 0, 0).y - top - news)
    return large(g, _around(wall), body(room, []))


def page(wall: Wall, box: Box, most_width: float = 1500) -> Node:
    """A screen with one column in the middle, that scrolls when it is higher than the room for it."""
    v = wall.v

    def body(room: Rect, left: list[Button]) -> Nodes:
        side = _page_side(v)
        width = min(room.w - 2 * side, v.text_px(most_width))
        x = room.x + (room.w - width) // 2
        inside = Column([box, toolbar(v, left)], v.px(20)) if left else box
        inner = Rect(x, room.y, width, room.h)
        high = inside.height(width)
        free = max(0, room.h - high - v.px(16)) // 3 if wall.has_places else 0
        parts = Column([space(free), inside, space(v.px(14))])
        return widgets.scroll(v, f"{v.model.scene}:page", parts, inner)

    return scene(wall, body)


def _page_side(v: View) -> int:
    """What stays free at either side of a page, in pixels; on a small window its edge is that of the rim's buttons."""
    return ground_around(v).px(32) if is_near(v) else v.px(48 if v.wide else 24)


def first_that_fits(v: View, boxes: Iterable[Box], most_width: float) -> Box:
    """Of the same page ever lower, the first that is seen at once; where none is, it scrolls with the usual letters."""
    g, side = ground_around(v), _page_side(v)
    high = g.front(0, RIM, 0, 0).y - g.px(76) - v.px(16)
    wide, made = min(v.width - 2 * side, v.text_px(most_width)), iter(boxes)
    first = next(made)
    if first.height(wide) <= high:
        return first
    return next((box for box in made if box.height(wide) <= high), first)


def _around(wall: Wall) -> Around:
    back = Act("back", wall.back_word or tr("Terug"), wall.back, keys.BACK) if wall.back is not None else None
    return Around(
        place_line(wall.playing), tuple(act._replace(sign=_shows_key(wall, act)) for act in wall.acts), back, wall.line,
        _dialog(wall), _bindings(wall), _escape_is_free(wall), _window_title(wall), wood=wall.wood,
        calm=not wall.free or bool(wall.calm), elsewhere=bool(wall.calm),
    )  # fmt: skip


def _escape_is_free(wall: Wall) -> bool:
    taken = any(act.shortcut is keys.BACK for act in wall.acts)
    return wall.free and wall.back is None and not taken


def _shows_key(wall: Wall, act: Act) -> bool:
    """Whether the key of an act works now; while something is written only what its own keys do is shown."""
    if not wall.free:
        return act.key.startswith("slip:")
    pressing = act.primary or act.shortcut is keys.DEEPER
    elsewhere = pressing and wall.v.model.focus not in ("", act.key, *wall.calm)
    return not wall.typing and not elsewhere


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
    ends = (
        [Act("finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH, "check")]
        if wall.finish
        else []
    )
    return [*_undo(wall), *wall.more, _people(), *ends, *ways_away(leaving(wall.v))]


def _people() -> Act:
    return Act("people", tr("Deelnemers"), Open(Panel.PEOPLE), keys.PEOPLE, "people")


def _undo(wall: Wall) -> tuple[Act, ...]:
    return tuple(undo_acts(wall.playing)) if wall.undo is None else wall.undo


def _finish_panel(v: View, finish: Command) -> Node:
    box = widgets.text(v, tr("Daarna kijken jullie terug. Met Ongedaan maken kom je hier weer terug."))
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
    return (*wall.bindings, *bindings_of(acts))


def main_act(word: str, command: Command | None) -> Act:
    """The main button of a game's screen."""
    return Act("primary", word, command, keys.PRIMARY, primary=True)
