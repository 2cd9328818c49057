"""A screen reader's side of AT-SPI, for tests. Runs on the system's Python, which has ``gi``, not on ours.

Reads questions from standard input, a JSON list a line (the name of a function below and its arguments), and
answers each with a line of JSON: {"answer": …} or {"error": …}. ``desktop.Reader`` is the other side.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = (
    "object:announcement",
    "object:property-change",
    "object:state-changed",
    "object:text-changed",
    "object:text-caret-moved",
    "object:children-changed",
    "window:activate",
)
STATES = (
    "active", "checkable", "checked", "editable", "enabled", "focusable", "focused", "modal", "multi-line",
    "pressed", "read-only", "selected", "single-line", "showing",
)  # fmt: skip
ANSWER_MS = 50_000
"""So long a program is waited for. By itself AT-SPI gives up after 800 ms, while what it asked may still be done."""
heard = []
kept = []


def _walk(node, depth=0):
    if node is None:
        return
    node.clear_cache()
    yield depth, node
    for at in range(node.get_child_count()):
        yield from _walk(node.get_child_at_index(at), depth + 1)


def _apps():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    return [app for at in range(desktop.get_child_count()) if (app := desktop.get_child_at_index(at))]


def _all():
    return [pair for app in _apps() for pair in _walk(app)]


def _find(name, role):
    found = [node for _, node in _all() if node.get_name() == name and role in ("", node.get_role_name())]
    if not found:
        raise LookupError(f"no {role or 'node'} named {name!r}")
    return found[0]


def _describe(depth, node):
    states = node.get_state_set()
    told = {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [name for name in STATES if states.contains(_state(name))],
        "interfaces": sorted(node.get_interfaces()),
        "attributes": node.get_attributes() or {},
        "locale": node.get_object_locale(),
    }
    return told | _value(node) | _text(node) | _actions(node) | _place(node)


def _state(name):
    return getattr(Atspi.StateType, name.replace("-", "_").upper())


def _value(node):
    if node.get_value_iface() is None:
        return {}
    least, most = Atspi.Value.get_minimum_value(node), Atspi.Value.get_maximum_value(node)
    return {"number": [Atspi.Value.get_current_value(node), least, most]}


def _text(node):
    if node.get_text_iface() is None:
        return {}
    length = Atspi.Text.get_character_count(node)
    text, caret = Atspi.Text.get_text(node, 0, length), Atspi.Text.get_caret_offset(node)
    chosen = [Atspi.Text.get_selection(node, at) for at in range(Atspi.Text.get_n_selections(node))]
    pairs = [[part.start_offset, part.end_offset] for part in chosen]
    return {"text": text, "length": length, "caret": caret, "selections": pairs}


def _actions(node):
    if node.get_action_iface() is None:
        return {}
    return {
        "actions": [Atspi.Action.get_action_name(node, n) for n in range(Atspi.Action.get_n_actions(node))]
    }


def _place(node):
    if node.get_component_iface() is None:
        return {}
    rect = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
    return {"place": [rect.x, rect.y, rect.width, rect.height]}


def tree():
    """Everything that can be read, from the top down."""
    return [_describe(depth, node) for depth, node in _all()]


def press(name, role=""):
    """Do what a screen reader does to press something."""
    return Atspi.Action.do_action(_find(name, role), 0)


def focus(name, role=""):
    """Ask for the keyboard focus."""
    return Atspi.Component.grab_focus(_find(name, role))


def set_number(name, number, role=""):
    """Give a spin another value."""
    return Atspi.Value.set_current_value(_find(name, role), number)


def set_text(name, text, role=""):
    """Give a text field another text."""
    return Atspi.EditableText.set_text_contents(_find(name, role), text)


def set_caret(name, offset, role=""):
    """Put the caret somewhere, as the keys of a braille display do."""
    return Atspi.Text.set_caret_offset(_find(name, role), offset)


def part(name, offset, unit, role=""):
    """The "char", "word" or "line" around a place in the text."""
    granularity = getattr(Atspi.TextGranularity, unit.upper())
    found = Atspi.Text.get_string_at_offset(_find(name, role), offset, granularity)
    return [found.content, found.start_offset, found.end_offset]


def events():
    """What was heard since the last time."""
    told, heard[:] = list(heard), []
    return told


def remember():
    """Everything there is, to a reader that keeps what it knows, as Orca does: [path, role, name, dead].

    What once left the tree is dead to it, and so is what comes under the same path later.
    """
    found = []

    def walk(node):
        kept.append(node)
        dead = node.get_state_set().contains(Atspi.StateType.DEFUNCT)
        found.append([node.path, node.get_role_name(), node.get_name() or "", dead])
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child is not None:
                walk(child)

    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        walk(desktop.get_child_at_index(at))
    return found


def _hear(event):
    try:
        name = event.source.get_name() if event.source else ""
        if kept:  # a reader that remembers: it asks what changed, and keeps it
            event.source.get_state_set()
            kept.append(event.source)
    except GLib.Error:
        name = ""
    more = event.any_data if isinstance(event.any_data, (str, int, float)) else None
    heard.append({"kind": event.type, "name": name, "detail": event.detail1, "more": more})


def _answer(line):
    try:
        name, *arguments = json.loads(line)
        return {"answer": QUESTIONS[name](*arguments)}
    except (GLib.Error, LookupError, TypeError, AttributeError) as error:
        return {"error": f"{type(error).__name__}: {error}"}


QUESTIONS = {
    function.__name__: function
    for function in (tree, press, focus, set_number, set_text, set_caret, part, events, remember)
}


def main():
    """Answer until standard input ends."""
    Atspi.init()
    Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
    listener = Atspi.EventListener.new(_hear)
    for kind in EVENTS:
        listener.register(kind)

    def asked(channel, _condition):
        line = channel.readline()
        if not line:
            Atspi.event_quit()
            return False
        print(json.dumps(_answer(line)), flush=True)
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, asked)
    print(json.dumps({"answer": "listening"}), flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()
