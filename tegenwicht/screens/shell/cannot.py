"""What is said of a key that is known here or elsewhere, and can do nothing at this moment.

A key that was pressed for something must not leave one in silence, in doubt whether it was heard. Keys that nothing ever
listens to, arrows at an edge, and letters that one may mean to type stay silent.
"""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role, find, walk
from tegenwicht.screens.shell import intent, keys
from tegenwicht.screens.shell.model import Model
from tegenwicht.screens.shell.scenes import Scene

_ALREADY = {Scene.HELP: keys.HELP, Scene.SETTINGS: keys.SETTINGS}
"""Screens with a key of their own."""
_ENDS = {"pageup": tr("Hier begint de tekst."), "pagedown": tr("Hier eindigt de tekst.")}
"""On a screen that is read page by page."""
_NAMED = (
    (keys.DEEPER, tr("Nog een doorvraag")),
    (keys.REDO, tr("Opnieuw")),
    (keys.UNDO, tr("Ongedaan maken")),
    (keys.DIRECTING, tr("Regie")),
    (keys.LARGER, tr("Grotere tekst")),
    (keys.SMALLER, tr("Kleinere tekst")),
    (keys.BACK, tr("Terug")),
    (keys.PRIMARY, tr("Verder")),
    (keys.KEEP, tr("Verder")),
)
"""What the keys do that nobody can change."""


def words(name: str, tree: Node, model: Model) -> str:
    """A short sentence; empty where silence says enough. name: of the key, as ``key_name`` writes it."""
    focused = find(tree, model.focus)
    if name in ("return", "space") and focused is not None and _of_the_focus(focused):
        return _of_the_focus(focused)
    if focused is not None and focused.role is Role.SPIN and name in ("up", "right", "down", "left"):
        return tr("Meer kan niet.") if name in ("up", "right") else tr("Minder kan niet.")
    already = _ALREADY.get(model.scene)
    if already is not None and name in already.names:
        return tr("Je bent er al.")
    if len(name) == 1 and _may_be_typed(tree, model):
        return ""
    what = _waiting(name, tree)
    if not what and name in _ENDS and intent.pages(tree):
        return _ENDS[name]
    if not what and name == "space" and (focused is None or focused.role is not Role.ARTICLE):
        return tr("Spatie doet hier niets.")
    what = what or _named(name)
    return tr("{name} kan nu niet.").format(name=what) if what else ""


def _of_the_focus(focused: Node) -> str:
    """Of Enter and Space, which are meant for what has the focus."""
    if focused.role is Role.RADIO and focused.pressed:
        return tr("Dit is al gekozen.")
    if focused.role is Role.SPIN:
        return tr("Verander dit met de pijltjes.")
    return ""


def _may_be_typed(tree: Node, model: Model) -> bool:
    """Whether a letter or digit may be meant as text, or nothing listens to letters because somebody wants that."""
    fields = any(node.role is Role.TEXT_FIELD and node.enabled for node in walk(tree))
    return fields or not model.settings.letter_keys


def _waiting(name: str, tree: Node) -> str:
    """The name of a control that has this key, and cannot be used now."""
    return next((one.label for one in walk(tree) if name in one.shortcuts and not one.enabled), "")


def _named(name: str) -> str:
    """What the key does where it does something."""
    own = next((does for key, does in keys.CHANGEABLE.items() if name in key.names), "")
    if own:
        return own
    if name in keys.TAKE_STONE:
        return tr("Een steen terug")
    if any(name in key.names for key in keys.MENTION):
        return name
    if name == keys.SHALLOWER:
        return tr("Een doorvraag terug")
    return next((does for key, does in _NAMED if name in key.names), "")
