"""What is on the window: builds the tree, draws what changed, hands it over. The only holder of the surface.

Knows nothing of sessions or files; it is given a model and shows it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from tegenwicht.kit.input import first_focus
from tegenwicht.kit.nodes import REACHED, Node, Role, find, focusable, scrolls_around, with_own_keys
from tegenwicht.kit.ops import Focus, Op
from tegenwicht.kit.paint import Drawn, Known, Painter, changed_parts, flatten
from tegenwicht.kit.parts import Parts
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.shapes import Shapes
from tegenwicht.kit.text import Type
from tegenwicht.kit.window import dark_title
from tegenwicht.screens.shell.model import REHEARSAL, Model
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.theme import Theme, theme_named
from tegenwicht.screens.shell.view import View, view_of

if TYPE_CHECKING:
    from tegenwicht.kit.motion.hand import Hand, Held
    from tegenwicht.kit.motion.moves import Move
    from tegenwicht.kit.motion.playing import Playing, Shown

NOTHING = Node("window", Role.WINDOW, Rect(0, 0, 0, 0))


class Stage:
    """One window's content. ``assets``: the folder with fonts and icons.

    hand_over: brings what was drawn in these parts to the screen. hasty: what takes long to draw is left out.
    """

    def __init__(
        self, assets: Path, hand_over: Callable[[Sequence[Rect]], object] = pygame.display.update
    ) -> None:
        self._hand_over = hand_over
        self.type = Type(assets / "fonts")
        self.painter = Painter(self.type, Shapes(assets / "icons"))
        self.theme: Theme = theme_named("light")
        self.tree: Node = NOTHING
        self.frames = 0
        self.moving: Playing | None = None
        self.hand_still = False
        self._hand: Hand | None = None
        self._held: Held | None = None
        self._drawn: list[Drawn] = []
        self._known: Known = {}
        self._due: list[Rect] = []
        self._beside: list[Rect] = []
        self.hasty = False
        self.parts = Parts(("playing", "playing.reading"))

    # -- the tree

    def view(self, model: Model, size: tuple[int, int]) -> View:
        """What a scene is given for this model on a window of that size."""
        view = view_of(model, *size, self._themed(model), self.type)
        view.hasty = self.hasty
        return view

    def _themed(self, model: Model) -> Theme:
        """The theme of the model, from now on that of the window."""
        if self.theme.name != model.settings.theme:
            self.theme = theme_named(model.settings.theme)
            dark_title(self.theme.name != "light")
            self.painter.shadow = self.theme.shadow
        return self.theme

    def built(self, model: Model, size: tuple[int, int]) -> tuple[Model, Node]:
        """The tree of a model; and the model with its focus on something that is there, and in sight."""
        tree = self._tree(model, size)
        for _ in range(2):  # a panel that closed, and then what must be scrolled into sight
            settled = _settled(_at_what_came(model, self.tree, tree), tree)
            stale = _looks_different(model, settled)
            model = settled
            if not stale:
                break
            tree = self._tree(model, size)
        return model, tree

    def _tree(self, model: Model, size: tuple[int, int]) -> Node:
        """The tree of a model, of which a part is built again only when something it looked at is another now."""
        theme = self._themed(model)
        view = view_of(self.parts.looking_at(model, (size, theme, self.hasty)), *size, theme, self.type)
        view.hasty, view.parts = self.hasty, self.parts
        return with_own_keys(scene_tree(view))

    def ops_of(self, model: Model, size: tuple[int, int]) -> list[Op]:
        """All that a window of that size would show of the model."""
        return [one.op for one in flatten(scene_tree(self.view(model, size)))]

    # -- the window

    def prepare_together(self, tree: Node) -> None:
        """Make the pictures that a tree takes, faster than one after the other; nothing is to be seen of it."""
        self.painter.prepare_together(one.op for one in flatten(tree))

    def forget_shown(self) -> None:
        """As before the first frame: nothing counts as shown, so nothing came since."""
        self.tree, self._drawn = NOTHING, []

    def draw(
        self, surface: pygame.Surface, tree: Node, focus: str, everything: bool = False, pointed: bool = False
    ) -> bool:
        """Draw what differs from the last time, or all; whether anything was drawn.

        pointed: the pointer was used last, and only a field has a ring, for one types there.
        """
        self.stop_moving()
        whole = Rect(0, 0, *surface.get_size())
        if whole[2:] != self.tree.rect[2:]:
            self.painter.fit_to(surface.get_size())
        drawn = flatten(tree, self._focus_ring(tree, focus, pointed), self._known)
        parts = [whole] if everything or not self._drawn else changed_parts(self._drawn, drawn)
        if parts:
            self._uncover(surface, everything)
        self.tree, self._drawn = tree, drawn
        for part in parts:
            self.painter.draw(surface, drawn, part.shared(whole))
            self._due.append(part.shared(whole))
        if parts and self._hand is not None:
            self._due += self._hand.cover(surface, tree)
        return bool(parts)

    def place_of(self, key: str) -> Rect | None:
        """Where a node is on the window, be it behind a panel; None when it is not there."""
        node = _anywhere(self.tree, key)
        return None if node is None else node.rect

    def draw_again(self, surface: pygame.Surface, key: str) -> None:
        """Draw the place of a node afresh: what it shows comes from elsewhere and is another now."""
        node = _anywhere(self.tree, key)
        if node is not None and self.moving is None:
            self.painter.draw(surface, self._drawn, node.rect)
            self.due(node.rect)

    def due(self, rect: Rect) -> None:
        """Something else drew there; hand it over with the next frame."""
        self._due.append(rect)
        self._beside.append(rect)

    def present(self) -> bool:
        """Hand over what was drawn; whether there was anything."""
        if not self._due:
            return False
        parts, self._due, self._beside = self._due, [], []
        self._hand_over(parts)
        self.frames += 1
        return True

    def _focus_ring(self, tree: Node, focus: str, pointed: bool) -> Iterator[Drawn]:
        node = find(tree, focus)
        if node is None or node.role not in REACHED or node.rings:
            return
        if pointed and node.role is not Role.TEXT_FIELD:
            return
        unit = max(0.6, min(tree.rect.w / 1920, tree.rect.h / 1080))
        light = self.theme.name == "light"
        width, outside = max(3, round(unit * (4 if light else 6))), max(2, round(unit * 3))
        inside = 2 * outside if node.primary and light else outside  # the main button is ink itself
        reach = width + inside + outside
        rect = node.rect.inset(-reach).shared(
            tree.rect
        )  # at the edge of the window it lies on what it frames
        if not rect.w or not rect.h:
            return
        clip = tree.rect
        for view in scrolls_around(tree, focus):
            clip = clip.shared(view.rect.inset(-reach))
        radius = (node.corner or round(unit * 14)) + reach
        ring = Focus(rect, self.theme.focus, self.theme.halo, width, radius, inside, outside)
        for side in _sides(rect.inset(-1), max(radius, width + inside + outside) + 1):
            if side.shared(clip).h:
                yield Drawn(ring, side.shared(clip), side.shared(clip))

    # -- movement

    def shown(self, surface: pygame.Surface) -> "Shown":
        """What is on the window now, to move from; taken before something else is drawn."""
        from tegenwicht.kit.motion.playing import Shown

        self.stop_moving()
        self._uncover(surface)
        self._beside = []
        return Shown(self.tree, self._drawn, surface.copy())

    def move(
        self, surface: pygame.Surface, motion: "Move", was: "Shown", clock: Callable[[], float], still: bool
    ) -> None:
        """Begin a movement from what was on the window to what was just drawn; ``still``: it only fades.

        Its time begins when all that moves is ready: what making that took would be left out of its beginning.
        """
        from tegenwicht.kit.motion.playing import Playing, Shown

        held, self._held = self._held, None
        if was.tree.rect != self.tree.rect:
            return
        if self._hand is not None:
            self._uncover(surface)
            self._hand.open()
        shown = Shown(self.tree, self._drawn, surface)
        self.moving = Playing(motion, was, shown, self.painter, clock(), still, held, self._beside)
        self.moving.began = clock()
        self._due += self.moving.step(self.moving.began)  # its sounds come with the next moment

    def step_motion(self, now: float) -> list[str]:
        """The next moment of the movement that is going on; the names of the sounds that are due."""
        if self.moving is None:
            return []
        heard = self.moving.heard(now)
        if self.moving.over(now):
            self._due += self.moving.finish()
            self.moving = None
        else:
            self._due += self.moving.step(now)
        return heard

    def prepare_motion(self) -> None:
        """Between two frames of the movement: what will be seen of it."""
        if self.moving is not None:
            self.moving.prepare()

    def stop_moving(self) -> bool:
        """Show at once what the movement was to end in; whether there was one with something to show."""
        if self.moving is None:
            return False
        showed = self.moving.shows
        self._due += self.moving.finish()
        self.moving = None
        return showed

    # -- what the pointer lifts and carries

    @property
    def hand(self) -> "Hand":
        """The hand of the pointer, from the first time that it is wanted. hand_still: nothing in it moves by itself."""
        if self._hand is None:
            from tegenwicht.kit.motion.hand import Hand

            self._hand = Hand(self.painter)
        self._hand.ink, self._hand.still = self.theme.ink, self.hand_still
        return self._hand

    def hand_restless(self, now: float) -> bool:
        """Whether what the hand holds looks another way at the next moment."""
        return self._hand is not None and self._hand.restless(now)

    def step_hand(self, surface: pygame.Surface, now: float) -> None:
        """The next moment of what it holds."""
        if self._hand is not None and self.moving is None:
            self._due += self._hand.step(surface, now)

    def give(self, surface: pygame.Surface) -> None:
        """What the hand carries is let go; the movement that comes of it begins there."""
        self._held = self.hand.give()
        self._uncover(surface)

    def forget_held(self) -> None:
        """What was let go has moved on, or does not."""
        self._held = None

    def _uncover(self, surface: pygame.Surface, everything: bool = False) -> None:
        if self._hand is not None and everything:
            self._hand.open()
        elif self._hand is not None:
            self._due += self._hand.uncover(surface)


def _sides(rect: Rect, wide: int) -> tuple[Rect, ...]:
    """The edge of a rectangle in four parts that do not meet: what is inside a ring is not drawn again for it."""
    x, y, w, h = rect
    if min(w, h) <= 4 * wide:
        return (rect,)
    return (
        Rect(x, y, w, wide), Rect(x, y + h - wide, w, wide),
        Rect(x, y + wide, wide, h - 2 * wide), Rect(x + w - wide, y + wide, wide, h - 2 * wide),
    )  # fmt: skip


def _rehearses(v: View) -> bool:
    return v.model.playing is not None and v.model.playing.id == REHEARSAL


def _anywhere(tree: Node, key: str) -> Node | None:
    """The node with that key, be it behind a panel."""
    if tree.key == key:
        return tree
    return next((hit for child in tree.children if (hit := _anywhere(child, key)) is not None), None)


def scene_tree(v: View) -> Node:
    """The tree of the model's scene; a session's own mode builds the scene "play"."""
    playing = v.model.scene == Scene.PLAY
    if v.model.bare or (playing and (v.model.curtain or v.model.directing or _rehearses(v))):
        directed: Node = import_module("tegenwicht.screens.regie").build(v)
        return directed
    if v.model.scene == Scene.PLAY and v.model.playing is not None:
        from tegenwicht.screens.shell.modes import screens_of

        return screens_of(v.model.playing.timeline.session.setup.mode).build(v)
    tree: Node = import_module(f"tegenwicht.screens.{v.model.scene}").build(v)
    return tree


def _settled(model: Model, tree: Node) -> Model:
    """The model with its focus on a control that is there and, when it just moved, scrolled into sight.

    A control that can no longer be pressed keeps the focus: the next Enter must not do something else. Only the
    main button lets go of it, where it waits for what is to be typed first.
    """
    if model.panel and not _panel_is_open(model, tree):
        model = replace(model, panel=Panel.NONE)
    node = find(tree, model.focus)
    if node is None or node.role not in REACHED or (node.primary and not node.enabled and _first_field(tree)):
        model = replace(model, focus=first_focus(tree), seen="")
        node = find(tree, model.focus)
    if node is None or model.seen == model.focus:
        return model
    return replace(model, seen=model.focus, scroll=_in_sight(model, tree, node))


def _panel_is_open(model: Model, tree: Node) -> bool:
    """Whether the tree shows the open panel: over the screen, or as a part of it."""
    on_screen = find(tree, f"panel:{model.panel}") is not None
    return on_screen or any(child.role is Role.DIALOG for child in tree.children)


def _at_what_came(model: Model, before: Node, tree: Node) -> Model:
    """With the focus on a card that came up since the tree before: what is to be read now."""
    came = next((one for one in focusable(tree) if one.role is Role.ARTICLE and one.first), None)
    if came is None or before is NOTHING or _was_there(before, came.key):
        return model
    return replace(model, focus=came.key, seen="")


def _was_there(tree: Node, key: str) -> bool:
    """Whether a node was on the screen, be it behind a panel."""
    return _anywhere(tree, key) is not None


def _first_field(tree: Node) -> bool:
    """Whether the focus begins in a text field here."""
    return any(node.first and node.role is Role.TEXT_FIELD for node in focusable(tree))


def _looks_different(model: Model, settled: Model) -> bool:
    """Whether a tree of the one model is no longer right for the other; signs of keys follow the focus."""
    return (settled.panel, settled.scroll, settled.focus) != (model.panel, model.scroll, model.focus)


def _in_sight(model: Model, tree: Node, node: Node) -> Mapping[str, int]:
    """Where to scroll to, so that all of the node, and its focus ring, can be seen."""
    scroll = model.scroll
    for view in scrolls_around(tree, node.key):
        assert view.scrolled is not None
        room = 12
        above = view.rect.y + room - node.rect.y
        below = node.rect.bottom + room - view.rect.bottom
        shift = -above if above > 0 or node.rect.h + 2 * room > view.rect.h else max(0, below)
        if shift:
            scroll = {**scroll, view.key: max(0, view.scrolled.offset + shift)}
    return scroll
