"""One earlier session in the list: what it is called, what is done with it, and which clusters came up."""

from collections import Counter
from collections.abc import Sequence

from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.modes import MODES
from tegenwicht.i18n import tr
from tegenwicht.ui import widgets as w
from tegenwicht.ui.buttons import Button, button
from tegenwicht.ui.clusters import disc_ops
from tegenwicht.ui.commands import All, Open, Put, Resume
from tegenwicht.ui.comparing import CHOOSING, CHOSEN, MOST_GROUPS
from tegenwicht.ui.flow import Wrap
from tegenwicht.ui.layout import Box, Column, Leaf, Nodes, Padded, Rect, Row
from tegenwicht.ui.model import Kept
from tegenwicht.ui.modes import screens_of
from tegenwicht.ui.names import cluster_name
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill, Icon
from tegenwicht.ui.scenes.sessions import panels
from tegenwicht.ui.view import View

MARK, NUMBER = 36, 26


def names_of(sessions: Sequence[Kept]) -> dict[str, str]:
    """What each is called, by its id: its title, with its date and then a number where that leaves doubt."""
    names = {one.id: one.title or one.when for one in sessions}
    names = _apart(names, {one.id: f"{one.title}, {one.when}" if one.title else one.when for one in sessions})
    seen: Counter[str] = Counter()
    numbered: dict[str, str] = {}
    for key, name in names.items():
        seen[name] += 1
        numbered[key] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return numbered


def _apart(short: dict[str, str], long: dict[str, str]) -> dict[str, str]:
    count = Counter(short.values())
    return {key: long[key] if count[name] > 1 else name for key, name in short.items()}


def row(v: View, one: Kept, name: str) -> Box:
    """Going on with it or looking back, *Meer* or choosing it, and below that what it was about."""
    shape = tr("Bekijken: {name}") if one.finished else tr("Verder met {name}")
    line = about_line(one, name)
    glyph = "history" if one.finished else "play"
    press = button(v, f"session:{one.id}", shape.format(name=name), Resume(one.id), glyph=glyph, fill=True,
                   enabled=not one.elsewhere, description=line)  # fmt: skip
    other = _choose(v, one, name) if v.model.form(CHOOSING, False) else _more(v, one, name)
    below = w.ends(v, w.muted(v, line, 22, natural=True), marks(v, one))
    return Column([Row([press, other], v.u(12), stretch=True), below], v.u(8))


def about_line(one: Kept, name: str) -> str:
    """ "Afpellen · Stap 2 van 6 · 10 nov 2026, 14:05"; without the date when its name says that."""
    if one.elsewhere:
        return tr("open in een ander venster")
    mode = screens_of(one.mode).about().name if one.mode in MODES else ""
    return " · ".join(part for part in (mode, one.line, "" if one.when in name else one.when) if part)


def _more(v: View, one: Kept, name: str) -> Button:
    opens = Open(panels.MORE, ((panels.CHOSEN_ROW, one.id),))
    return button(v, f"more:{one.id}", tr("Meer"), opens, name=tr("Meer: {name}").format(name=name))


def _choose(v: View, one: Kept, name: str) -> Button:
    chosen: tuple[str, ...] = v.model.form(CHOSEN, ())
    on = one.id in chosen
    return button(
        v, f"choose:{one.id}", tr("Kies"), toggled(chosen, one.id), glyph="check" if on else "minus",
        role=Role.CHECK_BOX, pressed=on, enabled=on or len(chosen) < MOST_GROUPS,
        name=tr("Kies: {name}").format(name=name),
    )  # fmt: skip


def toggled(chosen: tuple[str, ...], session: str) -> object:
    """The command that chooses a session to compare, or no longer does."""
    if session in chosen:
        return Put(CHOSEN, tuple(one for one in chosen if one != session))
    return All((Put(CHOSEN, (*chosen, session)), Put(CHOOSING, True)))


# -- the clusters


def marks(v: View, one: Kept) -> Box:
    """Six marks, each with how often its cluster came up: filled, or only a line where it stayed away."""
    if one.came_up is None:
        return w.muted(v, tr("Nog niet geteld."), 22, natural=True)
    numbers = [one.came_up[n] + one.came_up[n + len(CLUSTERS)] for n in range(len(CLUSTERS))]
    pairs = list(zip(CLUSTERS, numbers, strict=True))
    said = ", ".join(f"{cluster_name(cluster)} {number}" for cluster, number in pairs)
    line = Wrap([_mark(v, cluster, number) for cluster, number in pairs], v.u(22), v.u(6))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"marks:{one.id}", Role.IMAGE, rect, said, children=tuple(nodes))

    return Padded(line, 0, 0, wrap)


def _mark(v: View, cluster: Cluster, number: int) -> Box:
    colour = v.theme.ink if number else v.theme.muted
    words = w.seen(v, str(number), NUMBER, "semibold", colour, natural=True)
    return Row([_disc(v, cluster, bool(number)), words], v.u(8))


def _disc(v: View, cluster: Cluster, filled: bool) -> Box:
    px = v.t(MARK)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y + (rect.h - px) // 2, px, px)
        ops: tuple[object, ...] = disc_ops(v, cluster, at)
        if not filled:
            line = v.theme.clusters[cluster].line
            ring = Fill(at, v.theme.paper, px // 2, max(1, v.u(2)), line)
            ops = (ring, Icon(at.inset(round(px * 0.22)), cluster.value, line))
        return [Node(f"mark:{cluster}:{rect.x}:{rect.y}", Role.GROUP, at, ops=ops)]

    return Leaf(px, place, px)
