"""The sheet for who guides the talk: the published places of the factors, to be read after weighing.

They stand on no card, for a place that is seen beforehand weighs along.
"""

from collections.abc import Iterator, Sequence

from tegenwicht.game.cards import FACTORS_IN_THE_STUDY, Card, Group
from tegenwicht.i18n import tr
from tegenwicht.report.colours import EDGE, INK, MUTED, of_cluster
from tegenwicht.report.paper.card_looks import Box, cluster_word
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MIDDLE, MM, REGULAR, SEMI, Face, Ink

MARGIN, ROW, HEAD = 16.0, 9.6, 44.0
"""Around the print, a line of the table, and what stands above it; in mm."""

SIZE, LEAST = 10.5, 9.5
"""Of the text in the table, in points; what is longer takes two lines."""

NUMBER, CLUSTER, OVERALL, GROUP = 13.0, 33.0, 17.0, 11.5
"""How wide these columns are in mm; titles and published names share what is left."""


def sheet_name() -> str:
    """What the sheet is called, on it and among the bookmarks."""
    return tr("Voor wie begeleidt: lees pas na het wegen")


def sheets_of(cards: Sequence[Card], page: Box) -> Iterator[tuple[Card, ...]]:
    """The cards with a published place, as many at a time as fit on a page."""
    ranked = [card for card in cards if card.rank is not None]
    fit = max(1, int((page.h - HEAD - 2 * MARGIN) / ROW) - 1)
    for begin in range(0, len(ranked), fit):
        yield tuple(ranked[begin : begin + fit])


def draw_facilitator_sheet(ink: Ink, deck: str, cards: Sequence[Card], page: Box) -> None:
    """A heading, how to read the places, and a line for each card."""
    box = page.inset(MARGIN)
    ink.write(box.x, box.y + 7, sheet_name(), BOLD, 19, INK)
    ink.write(box.x, box.y + 14, ink.clean(deck), SEMI, 11, MUTED)
    words = tr(
        "De plaatsen uit het onderzoek: 1 is de meeste invloed, {all} de minste. Samen, en voor elke beroepsgroep "
        "apart. Het is geen norm en geen goed antwoord."
    ).format(all=FACTORS_IN_THE_STUDY)
    for place, line in enumerate(ink.wrap(words, REGULAR, 11, box.w)):
        ink.write(box.x, box.y + 22 + 5 * place, line, REGULAR, 11, INK)
    _Table(ink, Box(box.x, box.y + HEAD - 8, box.w, box.h - HEAD + 8)).draw(cards)


def _groups() -> tuple[str, ...]:
    """The occupational groups in full, in the order of the columns."""
    return (
        tr("arbeidsdeskundigen"), tr("adviseurs intensieve dienstverlening"), tr("re-integratiebegeleiders"),
        tr("re-integratiecoaches"), tr("jobcoaches"), tr("klantmanagers"),
    )  # fmt: skip


class _Table:
    def __init__(self, ink: Ink, box: Box) -> None:
        self._ink, self._box = ink, box
        texts = box.w - NUMBER - CLUSTER - OVERALL - len(Group) * GROUP
        self._widths = (NUMBER, texts * 0.42, texts * 0.58, CLUSTER, OVERALL, *[GROUP] * len(Group))

    def draw(self, cards: Sequence[Card]) -> None:
        names = (tr("Nr."), tr("Kaart"), tr("Naam in het onderzoek"), tr("Cluster"), tr("Samen"), *Group)
        self._line(0, tuple((name, SEMI, MUTED) for name in names))
        for row, card in enumerate(cards, 1):
            self._rule(row)
            self._line(row, tuple(_cells(self._ink, card)))
        self._rule(len(cards) + 1)
        groups = ", ".join(f"{group} {name}" for group, name in zip(Group, _groups(), strict=True))
        note = tr("Nummer 1 van alle groepen samen staat bij geen enkele groep op 1 (artikel, noot 9).")
        legend = f"{groups}. {note}"
        low = self._box.y + (len(cards) + 1) * ROW + 6
        for line in self._ink.wrap(legend, REGULAR, 9, self._box.w):
            self._ink.write(self._box.x, low, line, REGULAR, 9, MUTED)
            low += 4.4

    def _line(self, row: int, cells: Sequence[tuple[str, Face, tuple[int, int, int]]]) -> None:
        x, middle = self._box.x, self._box.y + (row + 0.5) * ROW
        for place, ((text, face, colour), width) in enumerate(zip(cells, self._widths, strict=True)):
            size = self._ink.fitting(text, face, SIZE, LEAST, width - 3)
            lines = self._ink.wrap(text, face, size, width - 3 + 0.01)[:2]
            step = size * MM * 1.15
            baseline = middle + size * MM * CAPITAL / 2 - (len(lines) - 1) * step / 2
            for line in lines:
                write, at = (self._ink.write_right, x + width - 3) if place > 3 else (self._ink.write, x)
                write(at, baseline, line, face, size, colour)
                baseline += step
            x += width

    def _rule(self, row: int) -> None:
        y = self._box.y + row * ROW
        self._ink.pdf.set_draw_color(*EDGE)
        self._ink.pdf.set_line_width(0.2)
        self._ink.pdf.line(self._box.x, y, self._box.right, y)


def _cells(ink: Ink, card: Card) -> Iterator[tuple[str, Face, tuple[int, int, int]]]:
    assert card.rank is not None
    yield str(card.number), BOLD, INK
    yield ink.clean(card.title), MIDDLE, INK
    yield ink.clean(card.factor or card.title), REGULAR, INK
    yield cluster_word(card.family), SEMI, of_cluster(card.family)
    yield str(card.rank.overall), BOLD, INK
    yield from ((str(place), REGULAR, INK) for place in card.rank.by_group)
