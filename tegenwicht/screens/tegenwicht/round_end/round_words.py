"""The Dutch of the end of a round: guessing, looking, and what stayed away."""

from collections.abc import Sequence

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Cluster
from tegenwicht.game.plan import Outlook
from tegenwicht.i18n import several, tr
from tegenwicht.screens.parts.account.tally_blocks import names_of
from tegenwicht.screens.parts.names import cluster_name


def is_done(number: int) -> str:
    """Which round was just done."""
    return tr("Ronde {n} is klaar").format(n=number)


def how_time_goes(how: Outlook, alone: bool) -> str:
    """Whether one more round fits, or that one runs late with those to come: it is told, and forces nothing."""
    if not how.another_round:
        return tr("een hele ronde past niet meer")
    if how.late:
        over = tr("je loopt {n} minuten uit") if alone else tr("jullie lopen {n} minuten uit")
        return over.format(n=how.over)
    return tr("er past nog een ronde")


def guess_question(second: bool, alone: bool) -> str:
    """What one guesses."""
    if alone:
        return tr("Welk cluster noemde je niet?") if second else tr("Welk cluster noemde je het meest?")
    return tr("Welk cluster noemden jullie niet?") if second else tr("Welk cluster noemden jullie het meest?")


def guess_about(alone: bool) -> str:
    """That it is not about the cards."""
    return (
        tr("Los van de kaarten: wat zei je zelf?")
        if alone
        else tr("Los van de kaarten: wat zeiden jullie zelf?")
    )


def guess_how(second: bool, alone: bool) -> str:
    """How to guess, and what comes then."""
    if alone:
        return (
            tr("Kies er één. Daarna kijk je.")
            if second
            else tr("Kies er één. Daarna draaien we de tellers om.")
        )
    if second:
        return tr("Overleg kort en kies samen. Daarna kijken jullie.")
    return tr("Overleg kort en kies er samen één. Daarna draaien we de tellers om.")


def all_named() -> str:
    """The guess that no cluster stayed away."""
    return tr("Alles is genoemd")


def guess_titles(alone: bool) -> tuple[tuple[str, str], tuple[str, str]]:
    """What is over the notes with both guesses, on two lines each."""
    whose = tr("Jouw gok:") if alone else tr("Jullie gok:")
    return (whose, tr("het meest genoemd")), (whose, tr("niet genoemd"))


def most_came_out(found: tegenwicht.Outcome) -> tuple[bool, str, str]:
    """(right, how often, and what there is to add) of the cluster that was thought to be named most."""
    times = several("{n} keer", "{n} keer", found.times)
    if found.most_is_right:
        with_whom = (
            tr("Samen met {names}.").format(names=names_of(found.together_with))
            if found.together_with
            else ""
        )
        return True, tr("Ja, {times}.").format(times=times), with_whom
    if not found.named_most:
        return False, tr("{times} genoemd.").format(times=times.capitalize()), ""
    others = tr("Vaker: {names}.").format(names=names_of(found.named_most))
    return False, tr("{times} genoemd.").format(times=times.capitalize()), others


def absent_came_out(found: tegenwicht.Outcome) -> tuple[bool, str, str]:
    """The same, of the cluster that was thought not to be named."""
    if found.absent_times is None:
        if found.absent_is_right:
            return True, tr("Ja, alles."), ""
        return False, tr("Niet genoemd:"), names_of(found.never)
    if found.absent_is_right:
        others = tuple(one for one in found.never if one is not found.guess.absent)
        also = tr("Ook niet: {names}.").format(names=names_of(others)) if others else ""
        return True, tr("Klopt, niet genoemd."), also
    return (
        False,
        tr("Toch {times} genoemd.").format(times=several("{n} keer", "{n} keer", found.absent_times)),
        "",
    )


def stayed_away(cluster: Cluster) -> str:
    """ "Werkgever bleef weg"."""
    return tr("{cluster} bleef weg").format(cluster=cluster_name(cluster))


def also_away(others: Sequence[Cluster]) -> str:
    """The others that did, on a line; empty for none."""
    return tr("Ook niet: {names}").format(names=names_of(others)) if others else ""


def none_away(count: int) -> str:
    """What to talk about when all of so many came up."""
    every = tr("Alle zes kwamen langs.") if count == 6 else tr("Alle clusters kwamen langs.")
    question = tr("Welke woog het zwaarst, en waaraan merkte je dat?")
    return f"{every} {question}"
