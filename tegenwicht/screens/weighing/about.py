"""What the setup screen and the lists know of the mode Wegen."""

from tegenwicht.i18n import tr
from tegenwicht.screens.shell.modes import About, Choice, Part


def about() -> About:
    """Factors on the scales: alone or with a group."""
    return About(
        tr("Wegen"),
        tr("Weeg factoren van 1 tot 4, leg de volgorde naast het onderzoek, en praat over wat het meest verschilt."),
        "scale",
        frozenset({Part.DECK, Part.PEOPLE, Part.TALKING, Part.SHUFFLE, Part.MOMENT, Part.HAND}),
        (_way(), _factors()),
    )  # fmt: skip


def _way() -> Choice:
    return Choice("way", tr("Hoe wegen jullie?"), (
        ("fingers", tr("Met vingers"),
         tr("Iedereen steekt tegelijk 1 tot 4 vingers op. Speel je alleen, dan kies je gewoon je gewicht.")),
        ("covered", tr("Om de beurt, afgedekt"),
         tr("Wie weegt zit achter de toetsen; de anderen kijken weg. Pas aan het eind is alles te zien.")),
    ))  # fmt: skip


def _factors() -> Choice:
    return Choice("factors", tr("Welke factoren?"), (
        ("published", tr("De tien uit het onderzoek"),
         tr("De factoren met een plaats in het onderzoek. Heeft de kaartset die niet, dan de eerste twaalf kaarten.")),
        ("six", tr("Zes: één per cluster"), tr("Van elk cluster de eerste kaart na het schudden.")),
        ("twelve", tr("Twaalf"), tr("De eerste twaalf kaarten na het schudden.")),
    ))  # fmt: skip
