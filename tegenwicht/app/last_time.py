"""What was chosen at the setup last time, kept with the settings and offered again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tegenwicht.game.events import Setup


def setup_to_keep(setup: Setup) -> dict[str, object]:
    """What of a setup is offered again next time, as plain JSON values."""
    from tegenwicht.game.cards import CLUSTERS

    kept: dict[str, object] = {
        "setup:rounds": setup.rounds, "setup:drawing": str(setup.drawing), "setup:title": setup.title,
        "setup:thinking": setup.thinking_seconds, "setup:talking": setup.talking_seconds,
        "setup:cards": setup.cards_per_round, "setup:off": [c for c in CLUSTERS if c not in setup.clusters],
        "setup:moment": str(setup.moment or ""),
        "setup:mode" if len(setup.participants) > 1 else "setup:solo": setup.mode,
    }  # fmt: skip
    kept |= {f"setup:option:{setup.mode}:{name}": value for name, value in setup.options}
    if len(setup.participants) > 1:
        kept["setup:people"] = len(setup.participants)
        kept["names"] = [one.name for one in setup.participants]
    return kept


def forms_from(last: Mapping[str, object]) -> dict[str, Any]:
    """The setup screen's entries from last time's choices; what does not fit is left out."""
    from tegenwicht.game.cards import CLUSTERS

    forms: dict[str, Any] = {}
    numbers = {"setup:rounds": (1, 20), "setup:cards": (1, 20), "setup:thinking": (0, 3600),
               "setup:talking": (0, 3600), "setup:people": (1, 12)}  # fmt: skip
    for key, (least, most) in numbers.items():
        value = last.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            forms[key] = value
    if "setup:rounds" in last and last["setup:rounds"] is None:
        forms["setup:rounds"] = None
    if last.get("setup:drawing") in ("shuffled", "pile", "counterweight"):
        forms["setup:drawing"] = last["setup:drawing"]
    off = last.get("setup:off")
    if isinstance(off, list):
        forms["setup:off"] = tuple(cluster for cluster in CLUSTERS if cluster in off)
    words = ("setup:mode", "setup:solo", "setup:moment")
    kept = (key for key in last if key in words or key.startswith("setup:option:"))
    forms |= {key: str(last[key])[:60] for key in kept}
    forms["setup:title"] = str(last.get("setup:title", ""))[:60]
    names = last.get("names")
    if isinstance(names, list):
        forms |= {f"setup:name:{n}": str(name)[:60] for n, name in enumerate(names[:12], 1)}
    return forms
