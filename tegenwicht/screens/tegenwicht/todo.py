"""What is to be done while no card lies on the table, in the words that stand large."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.drawing import Drawing
from tegenwicht.i18n import tr
from tegenwicht.screens.tegenwicht.now import Now


def what_to_do(now: Now) -> tuple[str, str]:
    """Who, and what they do."""
    pick = now.drawing is Drawing.PILE
    if now.session.alone:
        return (tr("Kies"), tr("een stapel")) if pick else (tr("Trek"), tr("een kaart"))
    return f"{now.who},", tr("kies een stapel") if pick else tr("trek een kaart")


def gone_words(now: Now) -> tuple[str, str]:
    """That all cards have been, and what can be done then."""
    able = tegenwicht.Reshuffle() in now.legal
    line = tr("Schud de kaarten opnieuw, of rond de sessie af.") if able else tr("Rond de sessie af.")
    return tr("Alle kaarten zijn geweest"), line
