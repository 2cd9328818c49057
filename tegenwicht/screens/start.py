"""The start: a new session, going on with one, playing alone, earlier sessions. Loads no rules."""

from collections import Counter

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets as w
from tegenwicht.kit.buttons import Button, button
from tegenwicht.kit.command import Command
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row, columns, space
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill, Logo
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.clusters import disc
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.bar import help_and_settings
from tegenwicht.screens.shell.commands import All, Go, Put, Quit, Resume
from tegenwicht.screens.shell.frame import frame
from tegenwicht.screens.shell.model import Kept
from tegenwicht.screens.shell.scenes import Scene
from tegenwicht.screens.shell.view import View

MOST_UNFINISHED = 3
TILE, DISC = 24, 44


def build(v: View) -> Node:
    """The first screen."""
    return frame(v, "", lambda rect: _body(v, rect), buttons=help_and_settings(v))


def _body(v: View, rect: Rect) -> Nodes:
    """What this is at the left, what can be done at the right; or below each other."""
    unfinished = [one for one in v.model.sessions if not one.finished]
    menu = Column(_menu(v, unfinished), v.u(16))
    if not v.wide:
        inner = rect.inset(v.u(28 if v.low else 56), v.u(24 if v.low else 44))
        return w.scroll(v, "start:all", _stacked(v, menu, inner), inner)
    left, right = columns(rect.inset(v.u(88), v.u(32)), 0, v.t(800), gap=v.u(88))
    nodes = w.scroll(v, "start:about", _centred(_about(v), left), left)
    return nodes + w.scroll(v, "start:menu", _centred(menu, right), right)


def _stacked(v: View, menu: Box, rect: Rect) -> Box:
    """The same below each other, spread over a high window."""
    about = _short_about(v) if v.low or v.across < 700 else _about(v)
    spare = rect.h - about.height(rect.w) - menu.height(rect.w)
    least = v.u(20 if v.low else 40)
    gap = max(least, min(v.u(110), spare // 3))
    return Column([space(max(0, spare - gap) // 2), about, space(gap), menu])


def _centred(box: Box, rect: Rect) -> Box:
    return Column([space(max(0, (rect.h - box.height(rect.w)) // 2)), box])


# -- what this is


def _about(v: View) -> Box:
    quiet = tr("Vraag elkaar hóe je weegt. Niet wie gelijk heeft, wel wat er allemaal meespeelt.")
    return Column(
        [
            _logo(v, 210),
            Column([_name(v, 92), w.text(v, _tagline(), 44, "medium")], v.u(4)),
            w.text(v, quiet, 32, colour=v.theme.muted),
            _clusters(v),
            *_deck(v),
        ],
        v.u(26),
    )


def _short_about(v: View) -> Box:
    words = Column([_name(v, 60), w.text(v, _tagline(), 30, "medium")])
    return Row([_logo(v, 110), words], v.u(24))


def _tagline() -> str:
    return tr("Kaarten die het afwegen vertragen.")


def _name(v: View, size: float) -> Box:
    return w.heading(v, "Tegenwicht", size)


def _logo(v: View, size: float) -> Box:
    def place(rect: Rect) -> Nodes:
        return [Node("start:logo", Role.GROUP, rect, ops=(Logo(Rect(rect.x, rect.y, rect.h, rect.h)),))]

    return Leaf(v.t(size), place, v.t(size))


def _deck(v: View) -> list[Box]:
    deck = v.model.deck
    if deck is None:
        return []
    return [
        w.muted(
            v,
            tr("Kaartset: {title}, {cards}").format(
                title=deck.title, cards=several("{n} kaart", "{n} kaarten", len(deck.cards))
            ),
        )
    ]


def _clusters(v: View) -> Box:
    """The six clusters that the cards are about, as they look everywhere."""
    tiles = [_cluster(v, cluster) for cluster in CLUSTERS]

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("start:clusters", Role.LIST, rect, tr("Zes clusters"), children=tuple(nodes))

    longest = max(v.type.width(cluster_name(one), "semibold", v.t(TILE)) for one in CLUSTERS)
    least = longest + v.t(DISC) + v.u(12) + 2 * v.u(14) + 2
    return Padded(Grid(tiles, 3, v.u(12), least), 0, 0, wrap)


def _cluster(v: View, cluster: Cluster) -> Box:
    colours, name = v.theme.clusters[cluster], cluster_name(cluster)
    words = w.seen(v, name, TILE, "semibold", colours.on_fill)
    row = Row([disc(v, cluster, DISC, on_fill=True), words], v.u(12))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, colours.fill, v.u(16)),)
        return Node(f"start:{cluster}", Role.LIST_ITEM, rect, name, ops=ops, children=tuple(nodes))

    return Padded(row, v.u(14), v.u(12), wrap)


# -- what can be done


def _menu(v: View, unfinished: list[Kept]) -> list[Box]:
    """The likeliest first: going on where a session was left, or a new one."""
    shown = unfinished[:MOST_UNFINISHED]
    names = Counter(_title(one) for one in shown)
    boxes: list[Box] = [
        _resume(v, one, number == 0, names[_title(one)] > 1) for number, one in enumerate(shown)
    ]
    deck, main = v.model.deck is not None, not _can_go_on(shown)
    new, alone = (
        All((Put("setup:alone", one), Put("setup:hand", ()), Put("setup:subject", ""), Go(Scene.SETUP)))
        for one in (False, True)
    )
    boxes.append(_item(v, "new", tr("Nieuwe sessie"), new, "people", primary=main, enabled=deck))
    boxes.append(_item(v, "alone", tr("Alleen spelen"), alone, "individual", enabled=deck))
    browse = All((Put("browse:open", 0), Go(Scene.BROWSE)))
    cards = _item(v, "cards", tr("Kaarten bekijken"), browse, "cards", enabled=deck)
    boxes.append(Row([cards, _own_decks(v)], v.u(16), stretch=True))
    boxes.append(_item(v, "sessions", tr("Eerdere sessies"), Go(Scene.SESSIONS), "history"))
    boxes.append(_item(v, "quit", tr("Afsluiten"), Quit(), "close"))
    return boxes


def _own_decks(v: View) -> Box:
    """Beside the cards, so that the menu is not higher for it."""
    return button(v, "decks", tr("Eigen kaarten"), Go(Scene.DECKS), size=36, glyph="note")


def _can_go_on(sessions: list[Kept]) -> bool:
    return bool(sessions) and not sessions[0].elsewhere


def _title(one: Kept) -> str:
    return one.title or one.when


def _resume(v: View, one: Kept, first: bool, several: bool) -> Box:
    """``several``: another has the same name; then the date is in it too."""
    title = f"{one.title}, {one.when}" if several and one.title else _title(one)
    label = tr("Verder met {title}").format(title=title)
    line = " · ".join(part for part in (one.line, one.when if one.title else "") if part)
    if one.elsewhere:
        line = tr("open in een ander venster")
    press = _item(
        v, f"resume:{one.id}", label, Resume(one.id), "play", first and not one.elsewhere,
        not one.elsewhere, line,
    )  # fmt: skip
    return Column([press, Padded(w.muted(v, line, 24), v.u(22), 0)], v.u(4))


def _item(
    v: View, key: str, label: str, action: Command, glyph: str, primary: bool = False, enabled: bool = True,
    description: str = "",
) -> Button:  # fmt: skip
    shortcut = keys.PRIMARY if primary else None
    return button(v, key, label, action, shortcut, primary=primary, enabled=enabled, size=36, glyph=glyph,
                  fill=True, first=primary, description=description)  # fmt: skip
