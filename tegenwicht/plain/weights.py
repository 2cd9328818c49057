"""How a weighing is told, on the screen and in every report: the same words."""

from tegenwicht.i18n import several, tr


def weights_line(weights: tuple[int, int, int, int]) -> str:
    """ "Gewogen met 5 handen – gewicht 4: 2, gewicht 3: 3"; the heaviest weight first."""
    parts = [
        tr("gewicht {weight}: {count}").format(weight=weight, count=weights[weight - 1])
        for weight in (4, 3, 2, 1)
        if weights[weight - 1]
    ]
    hands = several("{n} hand", "{n} handen", sum(weights))
    return tr("Gewogen met {hands} – {parts}").format(hands=hands, parts=", ".join(parts))
