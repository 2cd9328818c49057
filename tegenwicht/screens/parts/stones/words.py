"""The Dutch of ten stones: what the screens ask, what undo takes back, what a screen reader says, what moves."""

from tegenwicht.game import events
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.state import Session
from tegenwicht.game.stones import (
    LayingBegun,
    Stage,
    StoneLaid,
    Stones,
    StonesLeft,
    StonesSettled,
    StoneTaken,
)
from tegenwicht.game.stones import stones_of as found_in
from tegenwicht.game.tally import FRAMES, PEOPLE
from tegenwicht.i18n import several, tr
from tegenwicht.kit.motion.ease import out_back
from tegenwicht.kit.motion.moves import Fly, FlyHome, Move, Shift, Sound, Together, Wait
from tegenwicht.screens.parts.account.taken_blocks import moved_words
from tegenwicht.screens.parts.names import cluster_name

ORDER = (*PEOPLE, *FRAMES)
"""The clusters from left to right: three and three."""
FLIGHT = 0.42
LEFT = "stones:left"
"""The node of the stones that are still to be laid."""


def stones_in(session: Session) -> Stones:
    """The stones of a session that has them. ValueError for one without."""
    stones = found_in(session)
    if stones is None:
        raise ValueError("a session without stones")
    return stones


def side_name(frames: bool) -> str:
    """What three clusters together are called."""
    return tr("Kaders") if frames else tr("Mensen")


def still_to_lay(left: int) -> str:
    """ "Nog 2 stenen"."""
    if not left:
        return tr("Alle tien liggen")
    return several("Nog {n} steen", "Nog {n} stenen", left)


def value_of(n: int) -> str:
    """ "2 stenen van 10"."""
    return several("{n} steen van 10", "{n} stenen van 10", n)


def question(stage: Stage) -> str:
    """What the screen asks."""
    return {
        Stage.BEGIN: tr("Wat weegt bij ons?"),
        Stage.TALK: tr("Vertel wat je ziet liggen."),
        Stage.END: tr("Wat weegt nu bij ons?"),
        Stage.DONE: tr("Wat deed het gesprek?"),
    }[stage]


def explained(stage: Stage) -> str:
    """What to do, under the question."""
    return {
        Stage.BEGIN: tr("Leg tien stenen: klik op een schaal. Hoe jullie nu afwegen, niet hoe het hoort."),
        Stage.TALK: tr("Praat erover, een voor een. Daarna leggen jullie de stenen opnieuw."),
        Stage.END: tr("Leg ze opnieuw: klik op een schaal. Kijk niet hoe ze eerst lagen."),
        Stage.DONE: "",
    }[stage]


def stage_name(stage: Stage) -> str:
    """Where one is, in the corner."""
    return {
        Stage.BEGIN: tr("begin"), Stage.TALK: tr("gesprek"), Stage.END: tr("eind"), Stage.DONE: tr("begin en eind"),
    }[stage]  # fmt: skip


def to_talk_about(stones: Stones) -> tuple[str, ...]:
    """What to ask each other, by rule: about the highest heap, and about a cluster without a stone."""
    most = max(stones.lying)
    high = [c for c, n in zip(CLUSTERS, stones.lying, strict=True) if n == most]
    none = [c for c, n in zip(CLUSTERS, stones.lying, strict=True) if not n]
    asked = [tr("Waaraan dacht je bij {clusters}? Noem een situatie.").format(clusters=_listed(high))]
    if none:
        asked.append(tr("Wanneer woog {cluster} voor jou wél mee?").format(cluster=cluster_name(none[0])))
    return (*asked, tr("Welke steen had jij ergens anders gelegd?"))


def _listed(clusters: list[Cluster]) -> str:
    names = [cluster_name(one) for one in clusters]
    return (
        tr("{names} en {last}").format(names=", ".join(names[:-1]), last=names[-1]) if names[1:] else names[0]
    )


def moved_in(session: Session) -> str | None:
    """What moved, in a sentence; None until both lie."""
    moved = stones_in(session).moved
    return None if moved is None else moved_words(moved)


def shift_line(cluster: Cluster, begin: int, end: int) -> str:
    """ "Cliënt: begin 3, eind 4"."""
    words = tr("{cluster}: begin {begin}, eind {end}").format(
        cluster=cluster_name(cluster), begin=begin, end=end
    )
    return words if begin != end else tr("{words}, bleef").format(words=words)


def laid_line(session: Session) -> str:
    """Where one is with the stones, for lists and for who hears the screen come."""
    stones = stones_in(session)
    if stones.is_laying:
        return f"{question(stones.stage)} {still_to_lay(stones.left)}"
    return question(stones.stage)


# -- what happened


def undo_name(event: events.Event) -> str | None:
    """What undo takes back, to follow "Ongedaan maken:"; None for what is not about stones."""
    match event:
        case StoneLaid(cluster):
            return tr("steen op {cluster}").format(cluster=cluster_name(cluster))
        case StoneTaken(cluster):
            return tr("steen van {cluster} terug").format(cluster=cluster_name(cluster))
        case StonesSettled():
            return tr("zo ligt het bij ons")
        case LayingBegun():
            return tr("opnieuw leggen")
        case StonesLeft():
            return tr("zonder stenen")
    return None


def announcement(event: events.Event, session: Session) -> str | None:
    """What a screen reader says after an event; None for what is not about stones."""
    match event:
        case StoneLaid(cluster) | StoneTaken(cluster):
            stones = stones_in(session)
            told = f"{cluster_name(cluster)}, {value_of(stones.on(cluster))}"
            return f"{told}. {still_to_lay(stones.left)}."
        case StonesSettled() | LayingBegun():
            return laid_line(session)
        case StonesLeft():
            return tr("Zonder stenen verder")
    return None


def motion(event: events.Event) -> Move | None:
    """A stone flies from the dish to its column, or back."""
    match event:
        case StoneLaid(cluster):
            fly = Fly(f"column:{cluster}", LEFT, 120, FLIGHT)
            return Together((fly, Wait(FLIGHT, Sound("stone"))))
        case StoneTaken(cluster):
            return FlyHome(f"column:{cluster}", LEFT, 120, FLIGHT)
    return None


def hop() -> Move:
    """The stones that are left hop: they are still to be laid."""
    return Shift(LEFT, (0, -26), 0.26, out_back)
