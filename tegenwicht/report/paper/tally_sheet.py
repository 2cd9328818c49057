"""A sheet to count on by hand: clusters by rounds, cards and mentions apart, with the rule of counting."""

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.i18n import tr
from tegenwicht.report.colours import INK, MUTED, of_cluster
from tegenwicht.report.paper.card_looks import WHITE, Box, cluster_word, mixed
from tegenwicht.report.paper.patterns import draw_pattern
from tegenwicht.report.pdf.ink import BOLD, CAPITAL, MIDDLE, MM, REGULAR, SEMI, Face, Ink

ROUNDS = 4
"""As many as fit beside each other with room to write; three is usual."""

_MARGIN, _NAMES = 14.0, 58.0
_HEAD, _RULES, _ASKED = 24.0, 15.0, 33.0


def draw_tally_sheet(ink: Ink, deck: str, page: Box) -> None:
    """Fill a page that lies on its side; larger paper gets a larger table."""
    room = page.inset(_MARGIN)
    _heading(ink, deck, room)
    _rules(ink, room)
    high = room.h - _HEAD - _RULES - _ASKED
    _Table(ink, Box(room.x, room.y + _HEAD + _RULES, room.w, high)).draw()
    _asked(ink, Box(room.x, room.bottom - _ASKED, room.w, _ASKED))


def _heading(ink: Ink, deck: str, room: Box) -> None:
    ink.write(room.x, room.y + 8, tr("Turfblad"), BOLD, 26, INK)
    name = ink.clean(deck)
    under = tr("Tegenwicht") if name == tr("Tegenwicht") else tr("Tegenwicht · {deck}").format(deck=name)
    ink.write(room.x, room.y + 15, under, MIDDLE, 12, MUTED)
    begin = room.x + max(100, ink.width(under, MIDDLE, 12) + 8)
    wide = room.right - begin
    _blank(ink, tr("Groep"), Box(begin, room.y + 8, wide * 0.62 - 6, 0))
    _blank(ink, tr("Datum"), Box(begin + wide * 0.62, room.y + 8, wide * 0.38, 0))


def _blank(ink: Ink, word: str, box: Box) -> None:
    """A word and a line to write on."""
    ink.write(box.x, box.y, word, SEMI, 11, INK)
    begin = box.x + ink.width(word, SEMI, 11) + 2
    ink.pdf.set_draw_color(*MUTED)
    ink.pdf.set_line_width(0.25)
    ink.pdf.line(begin, box.y + 0.8, box.right, box.y + 0.8)


def _rules(ink: Ink, room: Box) -> None:
    """How the screen counts too; in two lines."""
    rules = (
        (
            tr("Kaart"),
            tr(
                "een streep voor elke beurt waarin een kaart van dit cluster is besproken. "
                "Opzij of overgeslagen telt niet."
            ),
        ),
        (
            tr("Genoemd"),
            tr(
                "een streep voor elke beurt waarin dit cluster langskwam naast de eigen kaart, één per beurt."
            ),
        ),
    )
    for place, (word, rule) in enumerate(rules):
        baseline = room.y + _HEAD + 1 + place * 6
        ink.write(room.x, baseline, f"{word}:", BOLD, 11, INK)
        begin = room.x + 21
        size = ink.fitting(rule, REGULAR, 11, 8, room.right - begin)
        ink.write(begin, baseline, rule, REGULAR, size, INK)


def _asked(ink: Ink, room: Box) -> None:
    """What to look at when the table is full."""
    questions = (
        tr("Hoe vaak ging het over mensen (cliënt, werkgever, professional zelf), en hoe vaak over kaders?"),
        tr("Welk cluster bleef weg? Wat zou dat cluster vragen?"),
    )
    for place, question in enumerate(questions):
        y = room.y + 8 + place * 14
        size = ink.fitting(question, MIDDLE, 11, 8, room.w)
        ink.write(room.x, y, question, MIDDLE, size, INK)
        ink.pdf.set_draw_color(*MUTED)
        ink.pdf.set_line_width(0.25)
        begin = room.x + ink.width(question, MIDDLE, size) + 3
        ink.pdf.line(begin if place else room.x, y + (1 if place else 8), room.right, y + (1 if place else 8))
        if place:
            ink.pdf.line(room.x, y + 9, room.right, y + 9)


class _Table:
    """Rounds beside each other, each with cards and mentions; then all rounds together."""

    def __init__(self, ink: Ink, box: Box) -> None:
        self._ink, self._box = ink, box
        self._column = (box.w - _NAMES) / (2 * ROUNDS + 3)
        self._head = 13.0
        self._row = (box.h - self._head) / (len(CLUSTERS) + 1)

    def draw(self) -> None:
        for place, cluster in enumerate(CLUSTERS):
            self._cluster(place, cluster)
        self._sum_row()
        self._heads()
        self._lines()

    def _x(self, column: int) -> float:
        return self._box.x + _NAMES + column * self._column

    def _y(self, row: int) -> float:
        return self._box.y + self._head + row * self._row

    def _cluster(self, place: int, cluster: Cluster) -> None:
        pdf, colour = self._ink.pdf, of_cluster(cluster)
        row = Box(self._box.x, self._y(place), _NAMES, self._row)
        pdf.set_fill_color(*colour)
        pdf.rect(*row, style="F")
        strip = Box(row.right - 4, row.y, 4, row.h)
        pdf.set_fill_color(*mixed(colour, WHITE, 0.88))
        pdf.rect(*strip, style="F")
        draw_pattern(pdf, cluster, strip, 4, colour)
        x, middle = row.x + 8, row.middle[1]
        pdf.set_fill_color(*WHITE)
        pdf.circle(x, middle, 4.6, style="F")
        self._ink.icon(cluster.value, colour, x - 3, middle - 3, 6)
        word = cluster_word(cluster)
        size = self._ink.fitting(word, BOLD, 13, 9, strip.x - x - 8)
        self._ink.write(x + 6.8, middle + size * MM * CAPITAL / 2, word, BOLD, size, WHITE)

    def _sum_row(self) -> None:
        pdf, y = self._ink.pdf, self._y(len(CLUSTERS))
        pdf.set_fill_color(0xEE, 0xEC, 0xE6)
        pdf.rect(self._box.x, y, self._box.w, self._row, "F")
        pdf.rect(self._x(2 * ROUNDS), self._box.y, 3 * self._column, self._box.h, "F")
        self._ink.write(
            self._box.x + 4, y + self._row / 2 + 13 * MM * CAPITAL / 2, tr("Samen"), BOLD, 13, INK
        )

    def _heads(self) -> None:
        names = [tr("Ronde {n}").format(n=n + 1) for n in range(ROUNDS)]
        for place, name in enumerate(names):
            self._words(self._x(2 * place + 1), self._box.y + 5, name, BOLD, 12)
        self._words(self._x(2 * ROUNDS) + 1.5 * self._column, self._box.y + 5, tr("Alle rondes"), BOLD, 12)
        kinds = [tr("kaart"), tr("genoemd")]
        for column, kind in enumerate([*kinds * (ROUNDS + 1), tr("samen")]):
            self._words(self._x(column) + self._column / 2, self._box.y + 11, kind, REGULAR, 9)

    def _words(self, x: float, baseline: float, text: str, face: Face, size: float) -> None:
        self._ink.write_middle(x, baseline, text, face, size, INK)

    def _lines(self) -> None:
        pdf, box = self._ink.pdf, self._box
        pdf.set_draw_color(*MUTED)
        for column in range(2 * ROUNDS + 4):
            between = (column % 2 == 0 and column <= 2 * ROUNDS) or column == 2 * ROUNDS + 3
            pdf.set_line_width(0.5 if between else 0.15)
            top = box.y if between else box.y + 7
            pdf.line(self._x(column), top, self._x(column), box.bottom)
        for row in range(len(CLUSTERS) + 2):
            strong = row in (0, len(CLUSTERS), len(CLUSTERS) + 1)
            pdf.set_line_width(0.5 if strong else 0.15)
            pdf.line(box.x if strong else box.x + _NAMES, self._y(row), box.right, self._y(row))
