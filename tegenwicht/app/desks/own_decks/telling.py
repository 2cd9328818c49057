"""What the desk tells: on the screen until the next step, and to a screen reader."""

from __future__ import annotations

from dataclasses import replace

from tegenwicht.app.answer import Answer, Say, saying
from tegenwicht.i18n import several, tr
from tegenwicht.screens.shell.model import Editing, Model


def told(model: Model, words: str, aloud: str = "") -> Answer:
    """On the screen until the next step, and to a screen reader."""
    return Answer(replace(model, message=words), (Say(aloud or words),))


def why(error: OSError) -> str:
    """What the system says about it."""
    from tegenwicht.storage.reasons import why_not

    return why_not(error)


def not_yet(count: int, safe: bool, trouble: str) -> str:
    """Why a deck with problems is not saved, and where it is meanwhile."""
    words = several(
        "Er is nog {n} punt dat niet klopt. Is dat in orde, dan kun je met de kaarten spelen.",
        "Er zijn nog {n} punten die niet kloppen. Zijn die in orde, dan kun je met de kaarten spelen.", count,
    )  # fmt: skip
    return f"{words} {tr('Tot dan is alles bewaard als concept.') if safe else trouble}"


def told_saved(model: Model, before: Editing, title: str, name: str) -> Answer:
    """That the deck is saved, and what it is called now when that is something else."""
    if before.base and name != before.name:
        words = tr(
            "Het bestand is intussen door iets anders veranderd. Jouw kaarten zijn bewaard als {title}."
        )
        return told(model, words.format(title=title))
    if title != before.history.now.title.strip():
        words = tr("Er is al een kaartset die {old} heet. Deze heet nu {title}.")
        return told(model, words.format(old=before.history.now.title.strip(), title=title))
    return saying(model, tr("Bewaard: {name}").format(name=title))
