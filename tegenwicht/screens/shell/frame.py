"""What every screen has: the dark bar on top, news, the foot, its panel, and keys that work everywhere."""

from collections.abc import Callable, Sequence

from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, button, how_many_fit, toolbar
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Nodes, Padded, Row, space, width_of
from tegenwicht.kit.nodes import Key, Node, Role
from tegenwicht.kit.ops import Fill, Lines, Op, Still
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.theme import mixed
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.bar import bar, help_and_settings, side_of
from tegenwicht.screens.shell.commands import (
    Back,
    Curtain,
    Decline,
    Direct,
    Dismiss,
    Go,
    KeepDeck,
    Prefer,
    SayAgain,
    TextSize,
)
from tegenwicht.screens.shell.dialogs import dialog
from tegenwicht.screens.shell.modes import shutting
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

Body = Callable[[Rect], Nodes]
BEHIND = -40
"""The layer of a scene behind a panel: below it, whatever its own layers are."""
CORNER = ("corner:", "bar:help", "bar:settings")
"""How the keys begin of what is in the corner above."""
PLACE = ("bar", "bar:title", "steps", "session:line")
"""The keys of what tells on which screen one is, and at which step."""
ASKED, ASKED_SMALL, ASKED_PART = 60, 44, 18
"""Design pixels of the question of a screen at the most and the least; between these, this part of the height."""
STRIP = 1300
LEAST_NEWS = 17
"""Pixels of the window: no smaller are the words of news."""
PAGE = 1728
"""Design pixels a page is wide at the most: what it asks begins where the setup of a session has that too."""
MAIN_GAP = 21
"""Design pixels between the main button and the one beside it: room for its ring, and some air."""
EYE, PLANK = 1015, 150
"""Design pixels from which news and two buttons fit on one line."""


def frame(
    v: View,
    title: str,
    body: Body,
    right: str = "",
    dialog: Node | None = None,
) -> Node:
    """The window's tree: bar, news, body, message and what a screen reader says.

    title: the heading in the bar. right: quiet words beside it; *Hulp* and *Instellingen* stand at its end.
    dialog: a panel over it all; what is behind is out of reach.
    """
    whole = Rect(0, 0, v.width, v.height)
    top = bar(v, title, right, help_and_settings(v))
    high = top.height(v.width)
    news, news_high = _at_most(v, _news(v), 3)
    message, message_high = _at_most(v, _message(v), 4)
    room = Rect(0, high + news_high, v.width, max(v.px(80), v.height - high - news_high - message_high))
    nodes = top.place(Rect(0, 0, v.width, high))
    nodes += widgets.scroll(v, "notices", news, Rect(0, high, v.width, news_high)) if news_high else []
    nodes += body(room)
    if message_high:
        nodes += widgets.scroll(v, "messages", message, Rect(0, room.bottom, v.width, message_high))
    if dialog is not None:
        nodes = [Node("behind", Role.GROUP, whole, inert=True, children=tuple(nodes)), dialog]
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), v.model.announcement)
    return Node(
        "window", Role.WINDOW, whole, f"{title} – Tegenwicht" if title else "Tegenwicht",
        bindings=everywhere(v), ops=_room(v, room), children=(*nodes, status),
    )  # fmt: skip


def scene(
    v: View,
    title: str,
    ground: tuple[Op, ...],
    nodes: Sequence[Node],
    dialog: Node | None,
    bindings: tuple[tuple[str, Command], ...] = (),
    floor: int = 0,
    news_at: int | None = None,
) -> Node:
    """The window's tree for a screen without the bar: a room, and what stands in it.

    ground: ops behind everything. floor: the height, in pixels, above which news lies over the scene, and below which
    the buttons of the rim are; 0 for none. news_at: the height at which news lies instead. What is in the corner is
    read first, whatever the order of the nodes, and the rim last.
    """
    whole = Rect(0, 0, v.width, v.height)
    high = news_height(v)
    news: list[Node] = []
    if high and floor:
        at = Rect(0, floor - high if news_at is None else news_at, v.width, high)
        lying = widgets.scroll(v, "notices", _first_news(v), at)
        news.append(Node("news", Role.GROUP, at, layer=4, children=tuple(lying)))
    shown = _in_reading_order(nodes, news, floor or v.height, above=news_at is not None)
    if dialog is not None:
        shown = [Node("behind", Role.GROUP, whole, inert=True, layer=BEHIND, children=tuple(shown)), dialog]
    status = Node("status", Role.STATUS, Rect(0, 0, 1, 1), v.model.announcement)
    label = f"{title} – Tegenwicht" if title else "Tegenwicht"
    return Node(
        "window", Role.WINDOW, whole, label, bindings=(*bindings, *everywhere(v)), ops=ground,
        children=(*shown, status),
    )  # fmt: skip


def _in_reading_order(nodes: Sequence[Node], news: Sequence[Node], floor: int, above: bool) -> list[Node]:
    """The heading, the corner beside it, news ``above``, what stands in the room, other news, and the rim."""

    def rank(one: Node) -> int:
        if one.role is Role.HEADING and one.level == 1:
            return 0
        return (
            1
            if one.key.startswith(CORNER)
            else 4
            if one.rect.y >= floor
            else (1 if above else 3)
            if one.key == "news"
            else 2
        )

    return sorted([*nodes, *news], key=rank)


def _first_news(v: View) -> Box:
    """One piece of news at a time: what can be understood and put away first, then what lasts. What is offered
    stands with it, for an answer is waited for."""
    offer = _offer(v)
    told = _to_understand(v)
    if told or offer:
        return Column([*told, *offer])
    return _strip(v, "trouble", v.model.trouble, glyph="warning") if v.model.trouble else widgets.NOTHING


def _to_understand(v: View) -> list[Box]:
    if v.model.message:
        return [_message(v)]
    if v.model.notices:
        words = v.model.notices[0]
        return [_strip(v, "notice:0", words, _understood(v, "notice:0", words))]
    return []


def news_height(v: View) -> int:
    """How high the news on a scene is, in pixels; 0 without any."""
    return min(_first_news(v).height(v.width), v.height // 3)


def everywhere(v: View) -> tuple[tuple[str, Command], ...]:
    """The keys that work on every screen."""
    full = Prefer("full_screen", not v.model.settings.full_screen)
    pairs: tuple[tuple[Key, Command], ...] = (
        (keys.LARGER, TextSize(1)), (keys.SMALLER, TextSize(-1)), (keys.USUAL_SIZE, TextSize(0)),
        (keys.FULL_SCREEN, full), (keys.BACK, shutting(v) if v.model.panel else Back()),
        (keys.HELP, Go(Scene.HELP)), (keys.SETTINGS, Go(Scene.SETTINGS)), (keys.AGAIN, SayAgain()),
    )  # fmt: skip
    if v.model.playing is not None and v.model.scene == Scene.PLAY and not v.model.panel:
        pairs = (*pairs, (keys.DIRECTING, Direct()), (keys.CURTAIN, Curtain()))
    return tuple((name, command) for key, command in pairs for name in key.names)


# -- news


def _at_most(v: View, box: Box, part: int) -> tuple[Box, int]:
    """The box and the height it gets: no more than a part of the window."""
    return box, min(box.height(v.width), v.height // part)


def _news(v: View) -> Box:
    """What is wrong as long as that lasts, and notices until someone has read them."""
    strips = [_strip(v, "trouble", v.model.trouble, glyph="warning")] if v.model.trouble else []
    strips += [
        _strip(v, f"notice:{number}", words, _understood(v, f"notice:{number}", words))
        for number, words in enumerate(v.model.notices)
    ]
    return Column([*strips, *_offer(v)])


def _offer(v: View) -> list[Box]:
    """A deck that was dropped can be kept; nothing is kept unasked."""
    if not v.model.offer:
        return []
    keep = button(v, "offer:keep", tr("Bewaren bij Eigen kaarten"), KeepDeck()).sized(22, 14)
    no = button(v, "offer:no", tr("Niet bewaren"), Decline()).sized(22, 14)
    words = tr("Deze kaartset staat nog alleen in het bestand: {title}.").format(title=v.model.offer)
    return [_strip(v, "offer", words, [keep, no], "cards")]


def _understood(v: View, key: str, words: str) -> list[Button]:
    """The button that takes away some news; where there are more, its name says which."""
    alone = len(v.model.notices) + bool(v.model.message) == 1
    name = tr("Begrepen") if alone else tr("Begrepen: {words}").format(words=words)
    words_px = max(22, LEAST_NEWS / v.unit)
    shut = button(v, f"{key}:close", tr("Begrepen"), Dismiss(words))
    return [shut.sized(words_px, 14).low().heard(name)]


def _message(v: View) -> Box:
    words = v.model.message
    return _strip(v, "message", words, _understood(v, "message", words)) if words else widgets.NOTHING


def _strip(v: View, key: str, words: str, buttons: Sequence[Button] = (), glyph: str = "info") -> Box:
    """A line of news over the whole width, with its buttons. glyph: a triangle only for what goes wrong and lasts."""
    sign = widgets.icon(v, glyph, 30, v.theme.on_warn)
    size = max(widgets.SMALL, LEAST_NEWS / v.unit)
    parts = [sign, widgets.text(v, words, size, "medium", v.theme.on_warn, key=f"{key}:text")]
    line: Box = Row([*parts, *buttons], v.px(16))
    if len(buttons) > 1 and v.across < STRIP:
        line = Column([Row(parts, v.px(16)), Wrap(buttons, v.px(10))], v.px(10))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, v.theme.warn), _rule(v, rect._replace(y=rect.bottom - v.px(2)), v.theme.edge))
        return Node(key, Role.GROUP, rect, ops=ops, children=tuple(nodes))

    return Padded(line, v.px(32), v.px(4 if len(buttons) < 2 else 10), wrap)


def _rule(v: View, rect: Rect, colour: tuple[int, int, int]) -> Fill:
    return Fill(rect._replace(h=v.px(2)), colour)


def _room(v: View, body: Rect) -> tuple[Op, ...]:
    """The wall, its skirting board and the table, from halfway down what a screen shows."""
    m, whole = v.theme.table, Rect(0, 0, v.width, v.height)
    back = body.y + body.h // 2
    wood, edge = Rect(0, back, v.width, v.height - back), Rect(0, back, v.width, max(1, v.px(4)))
    wall = (
        Fill(whole, m.wall), Fill(Rect(0, back - v.px(20), v.width, v.px(20)), m.skirting), Fill(wood, m.wood),
    )  # fmt: skip
    if not m.rich:
        return (*wall, Fill(edge, m.wood_edge))
    seen = (
        Fill(Rect(0, 0, wood.w, wood.h), m.wood), Fill(Rect(0, 0, edge.w, edge.h), m.wood_edge),
        _planks(v, wood, edge.h),
    )  # fmt: skip
    return (*wall, Still(wood, seen, solid=True))


def _planks(v: View, wood: Rect, top: int) -> Lines:
    """The lines between the planks, as on the table of a game, placed from the wood's own top left."""
    m, half, eye = v.theme.table, v.width / 2, v.px(EYE)
    wider, apart = (eye + wood.h - top) / eye, v.px(PLANK)
    count = round(half / apart) + 1
    lines = tuple(
        (round(half + n * apart), top, round(half + n * apart * wider), wood.h)
        for n in range(-count, count + 1)
    )
    return Lines(Rect(0, top, wood.w, wood.h - top), lines, v.px(2), mixed(m.wood, m.plank, 0.38))


# -- screens and panels


def footed(
    v: View,
    rect: Rect,
    buttons: Sequence[Button],
    body: Callable[[Rect, list[Button]], Nodes],
    note: Box | None = None,
    back: Sequence[Button] = (),
) -> Nodes:
    """A body with a rim below it that stays where it is while the body scrolls.

    The first buttons are on the rim, as many as fit, the main one at the right end; ``body`` gets the others to place.
    note: words beside the buttons, where there is room for them too. back: what leads back, at the left.
    """
    side, gap, main_gap = side_of(v), v.px(14), v.px(MAIN_GAP)
    first, inner = list(back), rect.w - 2 * side
    free = inner - (main_gap - gap)
    fit = how_many_fit(v, buttons, free - (width_of(first, gap) + gap if first else 0))
    shown, left = list(buttons[:fit]), list(buttons[fit:])
    main = [one for one in shown if one.node.primary]
    others = [one for one in reversed(shown) if not one.node.primary]
    line: Box = Wrap([*first, *others, *main], v.px(12))
    if width_of([*first, *others, *main], gap) + gap <= free:
        beside = note if note is not None and not left and line.natural + v.text_px(400) <= inner else space()
        line = Row([Row([*first, beside, *others], gap), *main], main_gap)
    above = v.px(10 if v.low else 14)
    high = line.height(inner) + 2 * above
    foot = Rect(rect.x, rect.bottom - high, rect.w, high)
    inside = line.place(Rect(rect.x + side, foot.y + above, inner, high - 2 * above))
    m = v.theme.table
    ops = (Fill(foot, m.rim), Fill(foot._replace(h=max(1, v.px(4))), m.rim_light))
    node = Node("foot", Role.GROUP, foot, ops=ops, children=tuple(inside))
    return [*body(Rect(rect.x, rect.y, rect.w, rect.h - high), left), node]


def back_buttons(v: View) -> list[Button]:
    """*Terug*, where there is a screen to go back to."""
    if not v.model.back:
        return []
    return [button(v, "bar:back", tr("Terug"), Back(), keys.BACK, glyph="back").sized(24, 18)]


def margin_of(v: View) -> int:
    """The room at the left and right of what scrolls on a screen, in pixels; more on a large one."""
    return v.px(48) if v.roomy else side_of(v)


def asked(v: View, words: str) -> Box:
    """The question of a screen, large; on a low one there is more room for what is asked about."""
    size = max(ASKED_SMALL, min(ASKED, v.down / ASKED_PART)) if v.pair else ASKED_SMALL
    return widgets.heading(v, words, size)


def page(
    v: View,
    box: Box,
    rect: Rect,
    buttons: Sequence[Button],
    most_width: float = 1500,
    note: Box | None = None,
    asks: str = "",
) -> Nodes:
    """A screen of one column with its buttons in the foot; it scrolls when it is higher than the window.

    asks: the question of this screen, large above the rest.
    """
    if asks:
        box = Column([asked(v, asks), box], v.px(20))
    margin = margin_of(v)
    width = min(rect.w - 2 * margin, v.text_px(most_width))
    side = (rect.w - width) // 2

    def body(room: Rect, left: list[Button]) -> Nodes:
        more = [toolbar(v, left)] if left else []
        more += [note] if note is not None and left else []
        inside = Column([box, *more], v.px(24)) if more else box
        inner = Rect(rect.x + side, room.y + v.px(22), width, room.h - v.px(22))
        return widgets.scroll(v, f"{v.model.scene}:page", Column([inside, space(v.px(22))]), inner)

    return footed(v, rect, buttons, body, note, back_buttons(v))


def done(v: View) -> list[Button]:
    """*Klaar*: back to where one came from."""
    return [button(v, "primary", tr("Klaar"), Back(), keys.PRIMARY, primary=True, first=True)]


__all__ = ["Back", "asked", "dialog", "done", "everywhere", "footed", "frame", "margin_of", "page"]
