"""Weighing the factor in front, with the hands of the table: counted together, or one's own, unseen."""

from collections.abc import Callable

from tegenwicht.game import weighing
from tegenwicht.game.cards import Card
from tegenwicht.game.state import Session
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Icon
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import sign_of
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.table import count_down, letters, plates, weigh, weigh_boxes
from tegenwicht.screens.parts.table.cards import balanced
from tegenwicht.screens.parts.table.ground import Ground, from_near
from tegenwicht.screens.parts.wall.game_wall import Wall, main_act, scene
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View
from tegenwicht.screens.weighing import counting
from tegenwicht.screens.weighing.around import around
from tegenwicht.screens.weighing.words import factor_line

unsaved = counting.unsaved
HANDS = keys.MENTION[:4]


def build(v: View) -> Node:
    """The factor in front."""
    v = from_near(v)
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    assert play.now is not None
    now, first = play.now, unsaved(v, session)
    back = None if play.covered else counting.take_back(v, session, now)
    listed = Act("factors", tr("Alle factoren"), Open(Panel.FACTORS), keys.NUMBER, "cards")
    wall = around(
        v, playing, factor_line(session, now), _acts(v, playing, now), first, wood=True,
        calm=(counting.HEAD,), more=(listed,), back=_way_back(v, playing, now)
    )  # fmt: skip
    if back is not None:
        wall = wall._replace(undo=(_take_back(v, now, back),))
    if not _is_up(v, session, now) and not v.model.panel:
        wall = wall._replace(bindings=_at_once(v, session, now))
    if wall.has_places:
        return scene(wall, lambda _room, _left: _large(wall, session, now))
    return scene(wall, lambda room, left: _stacked(wall, session, now, room, left))


def _at_once(v: View, session: Session, now: int) -> tuple[tuple[str, Command], ...]:
    """A hand that is counted while the factor is still read."""
    pairs = [
        (HANDS[weight - 1].names[0], counting.press(v, session, now, weight)) for weight in weighing.WEIGHTS
    ]
    return tuple((name, command) for name, command in pairs if command is not None)


def _take_back(v: View, card: int, command: Command | None) -> Act:
    word = tr("Ongedaan maken: {what}").format(what=plates.fingers(counting.last(v, card)))
    return Act("undo", word, command, keys.UNDO, "undo")


# -- the hands


def _press(v: View, session: Session, now: int) -> Callable[[int], Command | None]:
    """What pressing a hand does: it counts one, or gives one's own weight."""
    if weighing.scales(session).covered:
        return lambda weight: Do(weighing.Give(weight))
    return lambda weight: counting.press(v, session, now, weight)


def _chosen(session: Session, now: int) -> int:
    """One's own weight of before, for who sits at the keys; 0 for none."""
    play = weighing.scales(session)
    return weighing.own_of(play, play.at_keys).weight(now) if play.covered and play.at_keys is not None else 0


def _signs(wall: Wall) -> Callable[[Key], str]:
    return lambda key: sign_of(wall.v, key, wall.free)


def _is_up(v: View, session: Session, now: int) -> bool:
    """Whether hands stand on the screen."""
    return weighing.scales(session).covered or counting.is_counting(v, session, now)


def _asked(session: Session) -> str:
    """What one does, in a line."""
    if session.alone:
        return tr("Hoeveel invloed heeft dit op jouw afwegingen? Kies 1, 2, 3 of 4.")
    if weighing.scales(session).covered:
        return tr("Hoeveel invloed heeft dit op jouw afwegingen? De anderen kijken weg.")
    return tr("Druk voor elke hand op het aantal vingers dat je ziet.")


def _after_one() -> str:
    """What the fingers tell, and when they go up."""
    return tr("Hoeveel invloed? Na de 1: vingers op")


def _below_discs(v: View, counted: int) -> str:
    """First how one counts, then that nobody must."""
    if not counted and not v.model.bare:
        return plates.point_at_hands(v.letter_keys)
    return tr("Wie niet meedoet, hoeft niets op te steken.")


def _who(session: Session) -> str:
    """Who weighs, where others wait for their turn."""
    play = weighing.scales(session)
    if play.at_keys is None or session.alone:
        return ""
    return tr("{name} weegt").format(name=names_apart(session)[play.at_keys])


# -- large


def _large(wall: Wall, session: Session, now: int) -> Nodes:
    ground, v, card = wall.g, wall.v, session.cards[now]
    line = " · ".join(filter(None, (factor_line(session, now), _who(session))))
    faint = v.theme.table.faint
    if ground.near:
        at = ground.place(32, 77, 0, 0)
        told = letters.line(ground, (at.x, at.y), line, 24, "semibold", faint, 0.0, ground.px(1000))
    else:
        at = ground.mid(960, 45, 0, 0)
        told = letters.line(ground, (at.x, at.y), line, 24, "semibold", faint, 0.5, ground.px(900))
    nodes = [Node("factor:line", Role.TEXT, told.rect, line, ops=(told,))]
    if not _is_up(v, session, now):
        nodes += _read(ground, card) if not counting.has_counted_down(v, now) else _raised(ground, card)
        return [*nodes, weigh.legend_sheet(ground, counting.HEAD, _after_one())]
    nodes += question(ground, card, *small_question(ground))
    nodes += weigh.hand_buttons(ground, _press(v, session, now), HANDS, _signs(wall), _chosen(session, now))
    if weighing.scales(session).covered:
        return [*nodes, _told(ground, _asked(session))]
    counts = counting.counted(v, session, now)
    below = _below_discs(v, sum(counts))
    return [
        *nodes,
        weigh.discs(ground, counting.HEAD, sum(counts), len(session.present), below, _asked(session)),
    ]


def _read(g_: Ground, card: Card) -> Nodes:
    """The question large, until one counts down."""
    top, sizes = (250, (70, 64, 58, 52, 46)) if g_.near else (190, (84, 76, 68, 60))
    return question(g_, card, top, sizes, 4)


def _raised(g_: Ground, card: Card) -> Nodes:
    """ "Vingers op!" large, from the counting down until hands are counted; the question stays above it."""
    rect = g_.mid(345, *((365, 1230, 240) if g_.near else (270, 1230, 400)))
    ops = count_down.words_in(g_, rect)
    words = " ".join(count_down.raise_them())
    return [
        *question(g_, card, *small_question(g_), "card:question"),
        Node(counting.TITLE, Role.TEXT, rect, words, ops=ops),
    ]


def small_question(g_: Ground) -> tuple[float, tuple[float, ...], int]:
    """Where the question stands above the hands, its sizes, and its lines at the most."""
    return (215, (38, 35, 32, 29), 2) if g_.near else (74, (46, 42, 38, 34), 2)


def question(
    g_: Ground, card: Card, top: float, sizes: tuple[float, ...], most: int, key: str = counting.TITLE
) -> Nodes:
    """The factor with its sign, and its question in the middle, as large as it fits."""
    at, ink = g_.mid(960, top + 38, 0, 0), g_.v.theme.ink
    room, size = g_.px(1200 if most > 2 or g_.near else 1560), sizes[-1]
    for size in sizes:
        lines = g_.v.type.lines(card.question, "bold", letters.size(g_, size), room)
        if len(lines) <= most:
            break
    lines = balanced(g_, card.question, "bold", letters.size(g_, size), room)
    first = top + 38 + size * 1.15 + (8 if g_.near else 0)
    ops = tuple(
        letters.line(
            g_,
            (at.x, g_.mid(0, first + size * n * 1.14, 0, 0).y),
            words,
            size,
            "bold",
            ink,
            0.5,
            room,
        )
        for n, words in enumerate(lines)
    )
    rect = ops[0].rect
    for op in ops[1:]:
        rect = rect.around(op.rect)
    return [factor_title(g_, card, top), Node(key, Role.TEXT, rect, card.question, ops=ops)]


def factor_title(g_: Ground, card: Card, top: float) -> Node:
    """The factor with its sign, in the middle."""
    theme = g_.v.theme
    colours, ink = theme.clusters[card.family], theme.ink
    at = g_.mid(960, top + 38, 0, 0)
    beside = (g_.px(46) + g_.px(16)) // 2  # the sign and the title are in the middle together
    title = letters.line(
        g_, (at.x + beside, at.y), card.title, 36 if not g_.near else 29, "semibold", ink, 0.5, g_.px(1000)
    )
    px = g_.px(46)
    square = Rect(title.rect.x - g_.px(16) - px, at.y - g_.px(12) - px // 2, px, px)
    line = g_.px(2) if colours.edge != colours.under else 0
    named = (
        Fill(square, colours.solid, g_.px(11), line, colours.edge),
        Icon(square.inset(g_.px(8)), card.family.value, (255, 255, 255)), title,
    )  # fmt: skip
    return Node("card:title", Role.HEADING, square.around(title.rect), card.title, level=2, ops=named)


def _told(g_: Ground, words: str) -> Node:
    at = g_.mid(960, 850 if not g_.near else 812, 0, 0)
    line = letters.line(g_, (at.x, at.y), words, 32, "medium", g_.v.theme.ink, 0.5, g_.px(1300))
    return Node(
        counting.HEAD,
        Role.ARTICLE,
        line.rect.inset(-g_.px(14)),
        words,
        first=True,
        corner=g_.px(14),
        ops=(line,),
    )


# -- stacked


def _stacked(wall: Wall, session: Session, now: int, room: Rect, left: list[Button]) -> Nodes:
    v, card = wall.v, session.cards[now]
    line = " · ".join(filter(None, (factor_line(session, now), _who(session))))
    up = _is_up(v, session, now)
    title = widgets.text(v, card.title, 28, "semibold", role=Role.HEADING, level=2, key="card:title")
    parts: list[Box] = [
        widgets.text(v, line, 22, "semibold", v.theme.table.faint, key="factor:line"),
        Row([disc(v, card.family, 46), title], v.px(14)),
    ]
    if not up and counting.has_counted_down(v, now):
        parts.append(widgets.text(v, card.question, 34, "bold", key="card:question"))
        parts.append(widgets.text(v, " ".join(count_down.raise_them()), 72, "bold", key=counting.TITLE))
    else:
        parts.append(widgets.text(v, card.question, 34 if up else 48, "bold", key=counting.TITLE))
    if not up:
        parts.append(weigh_boxes.legend(v, counting.HEAD, _after_one()))
    else:
        parts.append(
            weigh_boxes.hand_boxes(v, _press(v, session, now), HANDS, _signs(wall), _chosen(session, now))
        )
        parts.append(_under(v, session, now))
    parts += [toolbar(v, left)] if left else []
    side = v.px(24)
    inner = Rect(room.x + side, room.y, room.w - 2 * side, room.h)
    return widgets.scroll(v, "weigh:all", Padded(Column(parts, v.px(16)), 0, v.px(8)), inner)


def _under(v: View, session: Session, now: int) -> Box:
    """How many hands were counted; or what one does, for who weighs unseen."""
    asked = _asked(session)
    if weighing.scales(session).covered:
        return weigh_boxes.paper(
            v, widgets.seen(v, asked, 26, "medium"), counting.HEAD, asked, role=Role.ARTICLE
        )
    counts = counting.counted(v, session, now)
    below = _below_discs(v, sum(counts))
    return weigh_boxes.discs(v, counting.HEAD, sum(counts), len(session.present), below, asked)


# -- the buttons


def _acts(v: View, playing: Playing, now: int) -> tuple[Act, ...]:
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    found: list[Act] = []
    after = weighing.next_open(play, now)
    if after is not None and not unsaved(v, session):
        able = weighing.TurnTo(after) in playing.legal
        found.append(Act("pass", tr("Later wegen"), Do(weighing.TurnTo(after)) if able else None, keys.PASS))
    if weighing.ShowResult() in playing.legal:
        found.append(Act("show", tr("Toon uitkomst"), All((*unsaved(v, session), Do(weighing.ShowResult())))))
    if weighing.CoverUp() in playing.legal:
        found.append(Act("cover", tr("Stoppen en afdekken"), Do(weighing.CoverUp())))
    return (*found, *([] if play.covered else _with_hands(v, playing, now)))


def _way_back(v: View, playing: Playing, now: int) -> Command:
    """From the hands to the factor, from there to the one before, from the first one away; all that was given stays."""
    session: Session = playing.timeline.session
    play = weighing.scales(session)
    if counting.is_counting(v, session, now) and (read := counting.read_again(v, now)) is not None:
        return read
    if at := play.factors.index(now):
        return counting.going_to(v, session, play.factors[at - 1])
    if weighing.CoverUp() in playing.legal:
        return Do(weighing.CoverUp())
    return leaving(v)


def _with_hands(v: View, playing: Playing, now: int) -> list[Act]:
    """Counting down and counting; then keeping what was counted."""
    session: Session = playing.timeline.session
    if not counting.is_counting(v, session, now):
        down = counting.down(v, now)
        if any(counting.counted(v, session, now)):
            again = Act("hands:down", tr("Nog een keer"), down, keys.DEEPER)
            return [again, main_act(tr("Verder tellen"), counting.count_on(now))]
        if not counting.has_counted_down(v, now):
            early = Act("hands:count", tr("Tel de handen"), counting.start(now), keys.DEEPER)
            return [early, main_act(tr("Tel af: 3, 2, 1"), down)]
        again = Act("hands:down", tr("Nog een keer"), down, keys.DEEPER)
        return [again, main_act(tr("Tel de handen"), counting.start(now))]
    back = counting.take_back(v, session, now)
    taking = [_take_back(v, now, back)] if back is not None else []
    if not taking and weighing.hands_for(weighing.scales(session), now):
        taking = [Act("hands:again", tr("Opnieuw tellen"), counting.start(now))]
    keep = unsaved(v, session)
    after = weighing.next_open(weighing.scales(session), now)
    count = sum(counting.counted(v, session, now))
    if keep or after is None or not count:
        words = tr("Bewaren, volgende") if after is not None else tr("Bewaren")
        return [*taking, main_act(words, All(keep) if keep else None)]
    return [*taking, main_act(tr("Volgende"), Do(weighing.TurnTo(after)))]
