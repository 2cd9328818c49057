"""After the four answers: save them for later, and later answer anew before then and now stand side by side."""

from collections.abc import Iterator, Sequence

from tegenwicht.game import events, feedback
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid, Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.feedback import parts
from tegenwicht.screens.feedback.account import dates, nothing_written
from tegenwicht.screens.feedback.figure import figure
from tegenwicht.screens.feedback.words import about, numbered, side_name
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.wall.game_wall import Wall, first_that_fits, main_act, page
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Leave, Open, Put
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

WIDEST, SHOWN, LEAST = 1760, Entry("feedback:shown"), 420
LOW = 930
"""On a window that is lower than this, in design pixels, all of it is lower."""
SIZES = {False: (28, 25, 23, 21), True: (25, 23, 21)}
"""Of the letters, from the usual one to the least, on a large window and on a low one."""
BESIDE = {2: (300, 430), 3: (280, 330), 4: (250, 280)}
"""How wide a question is beside the answers of so many dates, on a small window and on a large one."""
LEAST_BESIDE, PAD = 270, 12
"""How wide a column of answers is at the least, and from the edge of a sheet to what is on it; in design pixels."""
BEFORE = Entry("feedback:before")
"""Which of the earlier dates is looked at, where there is room for one."""


def build(v: View, playing: Playing) -> Node:
    """The screen: the answers side by side, or on a later day first the invitation to answer anew."""
    return _later(v, playing) if _is_later(v, playing) else _answers(v, playing)


def _is_later(v: View, playing: Playing) -> bool:
    """Whether the last answers are of an earlier day, and nobody asked to see them."""
    day = feedback.feedback(playing.timeline.session).walks[-1].day
    return v.model.today > day and not v.model.form(SHOWN, False)


# -- another day: the answers stay hidden


def _later(v: View, playing: Playing) -> Node:
    play = feedback.feedback(playing.timeline.session)
    count = several("Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.",
                    "Je beantwoordde deze vragen {n} keer, het laatst op {{day}}.", len(play.walks))  # fmt: skip
    words = [
        widgets.heading(v, tr("Kijk er nog eens naar"), 60),
        widgets.text(v, count.format(day=dates(play)[-1]), 32),
        widgets.text(v, tr("Beantwoord ze nu opnieuw, met een frisse blik. Je antwoorden van toen liggen dicht. "
                     "Daarna liggen toen en nu naast elkaar."), 32),
        figure(v, None, 280),
    ]  # fmt: skip
    box = Column(
        [sheet(v, Column(words, v.px(20)), "feedback:later"), parts.consideration(v, playing)], v.px(24)
    )
    anew = Do(feedback.BeginAnew(v.model.today)) if feedback.BeginAnew in playing.legal else None
    acts = (
        Act("feedback:finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH),
        Act("feedback:look", tr("Toch eerst terugkijken"), Put(SHOWN, True)),
        main_act(tr("Opnieuw beantwoorden"), anew),
    )
    return page(_wall(v, playing, acts), box, 1500)


def _wall(v: View, playing: Playing, acts: tuple[Act, ...], back: Command | None = None) -> Wall:
    finish = Do(events.Finish(False))
    return Wall(v, playing, about().name, acts, back, dialog=parts.dialogs(v, playing), finish=finish)


# -- the answers


def _answers(v: View, playing: Playing) -> Node:
    session: Session = playing.timeline.session
    play = feedback.feedback(session)
    title = tr("Toen en nu") if len(play.walks) > 1 else tr("De vier antwoorden")
    back = (
        Do(feedback.OpenQuestion(feedback.FACTORS))
        if feedback.OpenQuestion(feedback.FACTORS) in playing.legal
        else None
    )
    head = parts.consideration(v, playing, title)
    pages = (Column([head, one], v.px(10)) for one in _pages(v, session))
    box = first_that_fits(v, pages, WIDEST)
    return page(_wall(v, playing, _acts(v, playing), back), box, WIDEST)


def _pages(v: View, session: Session) -> Iterator[Box]:
    """The same answers ever lower: with smaller letters, then with one other date at a time beside the last one."""
    play = feedback.feedback(session)
    every = tuple(range(len(play.walks)))
    sizes = SIZES[v.down < LOW]
    if len(every) == 1 or not v.halves:
        for size in sizes:
            yield _listed(v, session, every, size)
        return
    for size in sizes:
        if _column(v, len(every)) >= LEAST_BESIDE:
            yield _beside(v, session, every, size)
    if len(every) > 2:
        chosen = v.model.form(BEFORE, len(every) - 2)
        two = (chosen if chosen in every[:-1] else len(every) - 2, len(every) - 1)
        for size in sizes:
            yield _beside(v, session, two, size)


def _asked(v: View, walks: int) -> float:
    """How wide a question is beside its answers, in design pixels."""
    return BESIDE.get(walks, BESIDE[max(BESIDE)])[v.wide]


def _column(v: View, walks: int) -> float:
    """How wide the column of a date is beside the questions, in design pixels."""
    return (min(v.across - 100, WIDEST) - 2 * PAD - _asked(v, walks) - (walks + 1) * 20) / walks


def _listed(v: View, session: Session, shown: Sequence[int], size: float) -> Box:
    """A sheet for each question, with the answers below it; two beside each other where there is one date."""
    questions = []
    low, across = v.down < LOW, 2 if v.halves and len(shown) == 1 else 1
    for number in feedback.QUESTIONS:
        answers = Grid(
            _cells(v, session, number, shown, size, len(shown) > 1), len(shown), v.px(20), v.text_px(LEAST)
        )
        column = Column([widgets.heading(v, numbered(number), size), answers], v.px(3 if low else 10))
        questions.append(sheet(v, column, f"feedback:answers:{number}", pad=10 if low else 22))
    grid = Grid(questions, across, v.px(14))
    if len(shown) > 1:
        return grid
    (day,) = dates(feedback.feedback(session))
    return Column([widgets.text(v, day, 24, "semibold", v.theme.muted, key=f"day:{day}"), grid], v.px(6))


def _beside(v: View, session: Session, shown: Sequence[int], size: float) -> Box:
    """A line for each question, with a column of answers for each date."""
    asked, low = _asked(v, len(shown)), v.down < LOW
    rows: list[Box] = [_heads(v, session, shown)]
    for number in feedback.QUESTIONS:
        head = widgets.heading(v, numbered(number), size)
        beside = Leaf(head.height, head.place, v.text_px(asked))
        answers = Grid(_cells(v, session, number, shown, size, False), len(shown), v.px(20))
        row = Row([beside, answers], v.px(24), 0.0)
        rows.append(sheet(v, row, f"feedback:answers:{number}", pad=PAD if low else 18))
    return Column(rows, v.px(6 if low else 12))


def _heads(v: View, session: Session, shown: Sequence[int]) -> Box:
    """The dates over the columns; where not all of them fit one chooses what stands beside the last."""
    play = feedback.feedback(session)
    days = dates(play)
    heads: list[Box] = [
        widgets.text(v, days[n], 24, "semibold", v.theme.muted, key=f"day:{days[n]}") for n in shown
    ]
    if len(shown) < len(days):
        years = {walk.day[:4] for walk in play.walks}
        short = [day.replace(f" {next(iter(years))}", "") if len(years) == 1 else day for day in days]
        earlier = range(len(days) - 1)
        choices = Wrap([_day(v, (short[n], days[n]), n, n == shown[0]) for n in earlier], v.px(8))
        heads[0] = Padded(choices, 0, 0, _one_of_them)
    row = Row([space(0, v.text_px(_asked(v, len(shown)))), Grid(heads, len(heads), v.px(20))], v.px(24), 1.0)
    return Padded(row, v.px(PAD), 0)


def _one_of_them(rect: Rect, days: Nodes) -> Node:
    """The earlier dates as one group, of which one is chosen."""
    return Node("then", Role.RADIO_GROUP, rect, tr("Welke keer ernaast?"), children=tuple(days))


def _day(v: View, names: tuple[str, str], number: int, on: bool) -> Box:
    """An earlier date, as it is shown and in full, to see its answers beside the last ones."""
    px, side, day = v.text_px(21), v.px(12), names[0]
    node = Node(f"then:{number}", Role.RADIO, widgets.NOWHERE, tr("Toen, {day}").format(day=names[1]),
                action=Put(BEFORE, number), pressed=on)  # fmt: skip

    def place(rect: Rect) -> Nodes:
        ground, ink = (v.theme.strong, v.theme.on_strong) if on else (v.theme.paper, v.theme.ink)
        word = rect.inset(side, 0)
        ops = (Fill(rect, ground, rect.h // 2, max(2, v.px(2)), v.theme.edge),
               widgets.middle_line(v, word, day, "semibold", px, ink))  # fmt: skip
        return [node._replace(rect=rect, corner=rect.h // 2, ops=ops)]

    return Leaf(
        max(26, v.text_px(34), v.type.line_height(px)), place, v.type.width(day, "semibold", px) + 2 * side
    )


def _cells(
    v: View, session: Session, number: int, shown: Sequence[int], size: float, dated: bool
) -> list[Box]:
    play = feedback.feedback(session)
    days = dates(play)
    return [_cell(v, session, play.walks[n], days[n], number, size, dated) for n in shown]


def _cell(
    v: View, session: Session, walk: feedback.Walk, day: str, number: int, size: float, dated: bool
) -> Box:
    """An answer. dated: with its date above it; else told with it where there are others."""
    key, low = f"answers:{number}:{day}", v.down < LOW
    words, ink = walk.answers[number], v.theme.ink
    told, only = words or nothing_written(), len(feedback.feedback(session).walks) == 1
    boxes: list[Box] = [widgets.name(v, day, key=f"{key}:day")] if dated else []
    boxes.append(
        widgets.text(
            v,
            told,
            size,
            colour=ink if words else v.theme.muted,
            key=key,
            label=told if dated or only else f"{day}: {told}",
        )
    )
    if number == feedback.FACTORS:
        for side in feedback.Side:
            named = _named(session, walk, side)
            if named:
                line = f"{side_name(side)}: {named}"
                boxes.append(widgets.text(v, line, min(24, size), "medium", key=f"{key}:{side}"))
    return widgets.panel(
        v,
        Padded(Column(boxes, v.px(3 if low else 6)), v.px(7 if low else 4), 0),
        f"{key}:cell",
        pad=(7 if size < 25 else 12) if low else 14,
        ground=v.theme.ground,
        edge=v.theme.edge,
    )


def _named(session: Session, walk: feedback.Walk, side: feedback.Side) -> str:
    """ "Cliënt, Werkgever, 9. Belastbaarheid van de cliënt"."""
    names = [cluster_name(cluster) for cluster in walk.clusters_in(side)]
    return ", ".join([*names, *(f"{n}. {session.cards[n].title}" for n in walk.cards_in(side))])


def _acts(v: View, playing: Playing) -> tuple[Act, ...]:
    """What is likeliest last: keep it for another day, or when that day has come answer anew."""
    day = feedback.feedback(playing.timeline.session).walks[-1].day
    finish = Act("feedback:finish", tr("Sessie afronden…"), Open(Panel.FINISH), keys.FINISH)
    anew = Do(feedback.BeginAnew(v.model.today)) if feedback.BeginAnew in playing.legal else None
    ways = [(tr("Bewaren voor later"), Leave(told=True)), (tr("Opnieuw beantwoorden"), anew)]
    (main, act), (other, lesser) = ways if v.model.today <= day else ways[::-1]
    return finish, Act("feedback:other", other, lesser), main_act(main, act)
