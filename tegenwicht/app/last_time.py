"""What was chosen at the setup last time, kept with the settings and offered again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tegenwicht.screens.shell import entries

if TYPE_CHECKING:
    from tegenwicht.game.events import Setup

ALONE = "alone"
"""The game that asks nothing: it leaves what a group chose as it was."""


def setup_to_keep(setup: Setup, last: Mapping[str, object]) -> dict[str, object]:
    """What of a setup is offered again next time, as plain JSON values; what its game does not ask stays as it was."""
    if setup.mode == ALONE:
        return dict(last)
    kept: dict[str, object] = dict(last) | {
        entries.SETUP_TITLE: setup.title, entries.SETUP_MOMENT: str(setup.moment or ""), entries.SETUP_MODE: setup.mode,
        entries.SETUP_PEOPLE: len(setup.participants), "names": [one.name for one in setup.participants],
    }  # fmt: skip
    kept |= {f"setup:option:{setup.mode}:{name}": value for name, value in setup.options}
    return kept if setup.minutes is None else kept | _of_rounds(setup)


def _of_rounds(setup: Setup) -> dict[str, object]:
    """What only a game in rounds asks."""
    from tegenwicht.game.cards import CLUSTERS

    return {
        entries.SETUP_DRAWING: str(setup.drawing), entries.SETUP_MINUTES: setup.minutes,
        entries.SETUP_THINKING: setup.thinking_seconds, entries.SETUP_TALKING: setup.talking_seconds,
        entries.SETUP_OFF: [c for c in CLUSTERS if c not in setup.clusters],
        entries.SETUP_KINDS: [str(kind) for kind in setup.kinds],
    }  # fmt: skip


def forms_from(last: Mapping[str, object]) -> dict[str, Any]:
    """The setup screen's entries from last time's choices; what does not fit is left out."""
    from tegenwicht.game.cards import CLUSTERS

    forms: dict[str, Any] = {}
    numbers = {
        entries.SETUP_THINKING: (0, 3600), entries.SETUP_TALKING: (0, 3600), entries.SETUP_PEOPLE: (1, 12),
        entries.SETUP_MINUTES: (10, 240),
    }  # fmt: skip
    for key, (least, most) in numbers.items():
        value = last.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            forms[key] = value
    if last.get(entries.SETUP_DRAWING) in ("shuffled", "pile", "counterweight"):
        forms[entries.SETUP_DRAWING] = last[entries.SETUP_DRAWING]
    off = last.get(entries.SETUP_OFF)
    if isinstance(off, list):
        forms[entries.SETUP_OFF] = tuple(cluster for cluster in CLUSTERS if cluster in off)
    kinds = last.get(entries.SETUP_KINDS)
    if isinstance(kinds, list):
        forms[entries.SETUP_KINDS] = tuple(str(kind) for kind in kinds[:4])
    words = (entries.SETUP_MODE, entries.SETUP_MOMENT)
    kept = (key for key in last if key in words or key.startswith("setup:option:"))
    forms |= {key: str(last[key])[:60] for key in kept}
    forms[entries.SETUP_TITLE] = str(last.get(entries.SETUP_TITLE, ""))[:60]
    names = last.get("names")
    if isinstance(names, list):
        forms |= {f"setup:name:{n}": str(name)[:60] for n, name in enumerate(names[:12], 1)}
    return forms
