"""What was chosen at the setup last time, kept with the settings and offered again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tegenwicht.game.events import Setup


ALONE = "alone"
"""The game that asks nothing: it leaves what a group chose as it was."""


def setup_to_keep(setup: Setup, last: Mapping[str, object]) -> dict[str, object]:
    """What of a setup is offered again next time, as plain JSON values; what its game does not ask stays as it was."""
    if setup.mode == ALONE:
        return dict(last)
    kept: dict[str, object] = dict(last) | {
        "setup:title": setup.title, "setup:moment": str(setup.moment or ""), "setup:mode": setup.mode,
        "setup:people": len(setup.participants), "names": [one.name for one in setup.participants],
    }  # fmt: skip
    kept |= {f"setup:option:{setup.mode}:{name}": value for name, value in setup.options}
    return kept if setup.minutes is None else kept | _of_rounds(setup)


def _of_rounds(setup: Setup) -> dict[str, object]:
    """What only a game in rounds asks."""
    from tegenwicht.game.cards import CLUSTERS

    return {
        "setup:drawing": str(setup.drawing), "setup:minutes": setup.minutes,
        "setup:thinking": setup.thinking_seconds, "setup:talking": setup.talking_seconds,
        "setup:off": [c for c in CLUSTERS if c not in setup.clusters],
        "setup:kinds": [str(kind) for kind in setup.kinds],
    }  # fmt: skip


def forms_from(last: Mapping[str, object]) -> dict[str, Any]:
    """The setup screen's entries from last time's choices; what does not fit is left out."""
    from tegenwicht.game.cards import CLUSTERS

    forms: dict[str, Any] = {}
    numbers = {"setup:thinking": (0, 3600),
               "setup:talking": (0, 3600), "setup:people": (1, 12), "setup:minutes": (10, 240)}  # fmt: skip
    for key, (least, most) in numbers.items():
        value = last.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            forms[key] = value
    if last.get("setup:drawing") in ("shuffled", "pile", "counterweight"):
        forms["setup:drawing"] = last["setup:drawing"]
    off = last.get("setup:off")
    if isinstance(off, list):
        forms["setup:off"] = tuple(cluster for cluster in CLUSTERS if cluster in off)
    kinds = last.get("setup:kinds")
    if isinstance(kinds, list):
        forms["setup:kinds"] = tuple(str(kind) for kind in kinds[:4])
    words = ("setup:mode", "setup:moment")
    kept = (key for key in last if key in words or key.startswith("setup:option:"))
    forms |= {key: str(last[key])[:60] for key in kept}
    forms["setup:title"] = str(last.get("setup:title", ""))[:60]
    names = last.get("names")
    if isinstance(names, list):
        forms |= {f"setup:name:{n}": str(name)[:60] for n, name in enumerate(names[:12], 1)}
    return forms
