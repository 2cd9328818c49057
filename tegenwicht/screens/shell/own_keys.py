"""Keys that someone changed: what presses an action in the place of its usual key.

``follow`` takes over the settings of the model that is shown, before its tree is made; what then asks for the names or
the sign of a key gets those of now: buttons, what a screen reader says, the help, and what a press means.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tegenwicht.kit.nodes import Key

ALLOWED = re.compile(r"[a-z]|[-.,/;'=\[\]+]|f(?:4|5|7|8|9|10)|ctrl\+[a-z]")
TAKEN_WITH_CTRL = frozenset(f"ctrl+{letter}" for letter in "acvxzysn")
"""What Ctrl does already: in a field, undo and redo, and with decks."""

_now: dict[str, str] = {}
_asked: dict[str, str] = {}


class OwnKey(Key):
    """A key that one may change. As a tuple it is the usual one; ``names`` and ``shown`` are of now."""

    __slots__ = ()

    @property
    def usual(self) -> str:
        """What the change is kept under: the name of its usual key."""
        return str(self[0][0])

    @property
    def names(self) -> tuple[str, ...]:
        """What presses it."""
        own = _now.get(self.usual)
        return self[0] if own is None else (own,)

    @property
    def shown(self) -> str:
        """How it is written on a button: someone's own key, or the usual one."""
        own = _now.get(self.usual)
        return self[1] if own is None else sign_of(own)


def own(*names: str) -> OwnKey:
    """A key that one may change."""
    return OwnKey(names, sign_of(names[0]))


def sign_of(name: str) -> str:
    """ "W", "F7", "Ctrl B"."""
    return " ".join(part.capitalize() for part in name.split("+") if part) or name


def follow(changed: Mapping[str, str], changeable: Iterable[OwnKey]) -> None:
    """From now on these hold: own names by usual ones. What is not allowed, or means two things, does not."""
    global _asked
    if changed == _asked:
        return
    _asked = dict(changed)
    usual = {key.usual: key[0] for key in changeable}
    good = {key: name for key, name in changed.items() if key in usual and may_be(name)}
    while True:
        used = Counter(
            name for key, names in usual.items() for name in ((good[key],) if key in good else names)
        )
        clear = {key: name for key, name in good.items() if used[name] == 1}
        if clear == good:
            break
        good = clear
    _now.clear()
    _now.update(good)


def may_be(name: str) -> bool:
    """Whether that key can be chosen for an action at all."""
    return ALLOWED.fullmatch(name) is not None and name not in TAKEN_WITH_CTRL


def owner(name: str, changeable: Iterable[OwnKey]) -> OwnKey | None:
    """The action that this key presses now."""
    return next((key for key in changeable if name in key.names), None)
