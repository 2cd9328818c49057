"""The Dutch of weighing a card at the table."""

from tegenwicht.i18n import tr
from tegenwicht.screens.parts.table import plates
from tegenwicht.screens.shell.view import View


def asked(alone: bool) -> str:
    """What one weighs."""
    return tr("hoeveel invloed op jou?") if alone else tr("hoeveel invloed?")


def window_title(where: str, card: str) -> str:
    """What the window is called: where the session is, and what one weighs."""
    return tr("{where}, wegen: {card}").format(where=where, card=card)


def after_one() -> str:
    """When to do what."""
    return tr("Na de 1: allemaal tegelijk vingers op")


def head_words(alone: bool) -> tuple[str, str]:
    """What stands large while one counts."""
    return (tr("Jouw"), tr("gewicht")) if alone else (tr("Tel de"), tr("handen"))


def who_does_not_join() -> str:
    """That nobody must."""
    return tr("Wie niet meedoet, telt niet mee: druk dan op Klaar.")


def below_discs(v: View, counted: int) -> str:
    """Under how many hands were counted: first how one counts, then that nobody must."""
    return who_does_not_join() if counted or v.model.bare else plates.point_at_hands(v.letter_keys)


def how_to_count(alone: bool) -> str:
    """What a screen reader says when the counting begins."""
    if alone:
        return tr("Druk op 1, 2, 3 of 4. 1 is geen invloed, 4 is veel invloed.")
    return tr(
        "Druk voor elke hand op het aantal vingers: 1, 2, 3 of 4. 1 is geen invloed, 4 is veel invloed."
    )


def question() -> str:
    """What one talks about when the weights are on the table."""
    return tr("Aan wat voor situatie dacht je?")
