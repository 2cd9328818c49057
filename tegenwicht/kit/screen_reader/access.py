"""The connection with screen readers, through AccessKit: what is shown goes out, what they ask comes in.

Nothing here draws or decides. AccessKit calls from a thread of its own: what it asks becomes a ``Request``
that is posted to the app. Without AccessKit the app runs as before.
"""

import logging
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.access_tree import (
    Caret,
    Ids,
    Spoken,
    again,
    split_lines,
    translate,
)
from tegenwicht.kit.screen_reader.announcing import Announcing

__all__ = ["Access", "Request", "Spoken", "again", "open_access"]

log = logging.getLogger(__name__)

LONGEST_WAKING_SECONDS = 0.25
NOTHING = Node("window", Role.WINDOW, Rect(0, 0, 0, 0))


class Request(NamedTuple):
    """What a screen reader asks.

    kind: "press", "focus", "increase", "decrease"; "set_value" with a field's new text, or the number a
    spin must get; "select" with "anchor,caret" in characters, from the keys of a braille display; "awake",
    without a key, when someone begins to listen: the answer is ``Access.update``.
    """

    kind: str
    key: str
    value: str = ""


class Shown(NamedTuple):
    """What is on the screen."""

    tree: Node
    focus: str
    caret: Caret = None


class Window(NamedTuple):
    """What is known of the window: whether it has the keyboard, and where its inside is on the desktop."""

    focused: bool = False
    inner: Rect | None = None


Handle = Callable[[], object]
Post = Callable[[Request], object]
First = Callable[[], tuple[Node, str, Caret]]


class Access:
    """The connection with screen readers, for one window. The app calls it from the main thread.

    On Linux, AccessKit asks for the first tree on its own thread, holding a lock that all its methods
    want; and those hold on to Python's lock while they wait. Called at that moment they would wait for
    ever (seen within a second of trying). So none is called before that tree has been handed over and
    ``_state`` is "awake"; which also means that nothing is built while nobody listens.
    """

    def __init__(
        self,
        handle: Handle,
        post: Post,
        first: First,
        platform: str = sys.platform,
        spoken: Spoken | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin; on Windows and macOS the window must still be hidden.

        handle: gives the window as the system knows it; not asked on Linux.
        post: gets what a screen reader asks, on any thread: it posts an event and does nothing else.
        first: what is on the screen now; asked once, here.
        spoken: the program's words for what is said here. clock: seconds that only go forward, for ``due``.
        """
        self._post, self._platform, self._ids = post, platform, Ids()
        self._spoken, self._clock = spoken or Spoken(), clock
        self._shown = Shown(*first())
        self._announcing = Announcing()
        self._window = self._told = Window()
        self._state = "asleep"
        self._adapter: Any = _adapter(platform, handle, self)

    @property
    def due(self) -> float | None:
        """When ``tick`` has something to say, by the clock."""
        return self._announcing.due if self._state == "awake" else None

    def update(self, tree: Node, focus: str, caret: Caret = None) -> bool:
        """Say what is on the screen; nothing happens when that is the same. Whether something was sent.

        New words of what speaks by itself follow later, when it is ``due``.
        """
        self._shown = Shown(tree, focus, caret)
        return self.tick()

    def tick(self) -> bool:
        """Send what is to be sent at this moment; whether that was anything."""
        if not self._is_awake():
            return False
        self._tell_window()
        given = self._announcing.next(self._shown, self._clock())
        if given is None:
            return False
        update = translate(given[0], given[1], self._ids, given[2], self._spoken)
        self._call("update_if_active", lambda: update)
        return True

    def window_focused(self, focused: bool) -> None:
        """Say whether the window has the keyboard."""
        self._window = self._window._replace(focused=focused)
        if self._is_awake():
            self._tell_window()

    def window_at(self, inner: Rect) -> None:
        """Say where on the desktop the inside of the window is. Else all places are those in the window."""
        self._window = self._window._replace(inner=inner)
        if self._is_awake():
            self._tell_window()

    def close(self) -> None:
        """Stop; before the window goes. AccessKit may hold on to this for a while, and then holds nothing else."""
        self._state, self._adapter = "closed", None
        self._post, self._shown, self._announcing = _nowhere, Shown(NOTHING, ""), Announcing()

    def wake(self) -> Any:
        """For AccessKit: someone begins to listen, and this is the tree."""
        try:
            self._state = "waking"
            tree, focus, caret = self._shown
            update = translate(tree, focus, self._ids, caret, self._spoken)
            self._announcing.sent_all(self._shown)
            self._told = Window()
            self._post(Request("awake", ""))
        except Exception:
            log.exception("no tree for the screen reader")
            self._state = "closed"
            return None
        self._state = "awake"  # last: from here on AccessKit lets go of its lock without Python
        return update

    def sleep(self) -> None:
        """For AccessKit: nobody listens any more."""
        self._state = "asleep" if self._state == "awake" else self._state

    def asked(self, action: Any) -> None:
        """For AccessKit: pass on what a screen reader asks."""
        try:
            request = self._request(action)
            if request is not None:
                self._post(request)
        except Exception:
            log.exception("what the screen reader asked was lost")

    def _request(self, asked: Any) -> Request | None:
        key, kind = self._ids.key(asked.target), _kind(asked.action)
        if key is None or kind is None:
            return None
        data = asked.data[1] if asked.data else ""
        if kind == "select":
            return self._selection(key, data)
        return Request(kind, key, f"{data:g}" if isinstance(data, float) else str(data))

    def _selection(self, key: str, data: Any) -> Request | None:
        node = find(self._shown.tree, key)
        if node is None or not data:
            return None
        lines = split_lines(node.value)
        ends = ((self._ids.line(end.node), end.character_index) for end in (data.anchor, data.focus))
        return Request("select", key, ",".join(str(sum(map(len, lines[:line])) + at) for line, at in ends))

    def _is_awake(self) -> bool:
        """Whether AccessKit may be called. While it fetches the first tree, that is waited for."""
        end = time.monotonic() + LONGEST_WAKING_SECONDS
        while self._state == "waking" and time.monotonic() < end:
            time.sleep(0.001)
        return self._state == "awake"

    def _tell_window(self) -> None:
        (focused, inner), told, self._told = self._window, self._told, self._window
        if focused != told.focused and self._platform == "darwin":
            self._call("update_view_focus_state", focused)
        elif focused != told.focused and self._platform != "win32":  # there, AccessKit sees it for itself
            self._call("update_window_focus_state", focused)
        if inner is not None and inner != told.inner and self._platform not in ("darwin", "win32"):
            from accesskit import Rect as Bounds

            bounds = Bounds(inner.x, inner.y, inner.right, inner.bottom)
            self._call("set_root_window_bounds", bounds, bounds)

    def _call(self, method: str, *arguments: object) -> None:
        """Call AccessKit. When it breaks, the app goes on without."""
        if self._state != "awake":
            return
        worked, events = _survived(getattr(self._adapter, method), *arguments)
        if worked and events is not None:
            worked, _ = _survived(events.raise_events)
        if not worked:
            self.close()


def open_access(
    handle: Handle,
    post: Post,
    first: First,
    platform: str = sys.platform,
    spoken: Spoken | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Access | None:
    """An ``Access``, or None where AccessKit is not there or cannot connect."""
    worked, access = _survived(Access, handle, post, first, platform, spoken, clock)
    return access if worked else None


def _survived(call: Callable[..., Any], *arguments: object) -> tuple[bool, Any]:
    """Whether a call worked, and what it gave. A panic inside AccessKit is no ``Exception``."""
    try:
        return True, call(*arguments)
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        log.warning("no screen reader: %r", error)
        return False, None


def _nowhere(_request: Request) -> None:
    """Nobody is there any more to answer."""


def _adapter(platform: str, handle: Handle, access: Access) -> Any:
    import accesskit

    kit: Any = accesskit
    if platform == "win32":
        return kit.windows.SubclassingAdapter(handle(), access.wake, access.asked)
    if platform == "darwin":
        kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        return kit.macos.SubclassingAdapter.for_window(handle(), access.wake, access.asked)
    return kit.unix.Adapter(access.wake, access.asked, access.sleep)


def _kind(action: Any) -> str | None:
    """The kind of request that an action becomes; None when nothing here answers it."""
    from accesskit import Action

    kinds = (
        (Action.CLICK, "press"),
        (Action.FOCUS, "focus"),
        (Action.INCREMENT, "increase"),
        (Action.DECREMENT, "decrease"),
        (Action.SET_VALUE, "set_value"),
        (Action.SET_TEXT_SELECTION, "select"),
    )
    return next((kind for known, kind in kinds if known == action), None)
