"""The counters of this round: three under each pan. Each shows how often a cluster came up, and marks it."""

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.i18n import several, tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.names import cluster_name
from tegenwicht.screens.parts.table.counters import Shown, counter_ops, counter_rect
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import dragging


def counters(now: Now) -> list[Node]:
    """A counter for each cluster that is played with, in the order of the keys."""
    places = {
        cluster: counter_rect(now.g, right, number)
        for right in (False, True)
        for number, cluster in enumerate(now.side(right))
    }
    return [counter(now, cluster, places[cluster]) for cluster in CLUSTERS if cluster in places]


def counters_to_read(now: Now) -> list[Node]:
    """The same while nothing can be marked: what came up so far, and no control."""
    made = []
    for right in (False, True):
        for number, cluster in enumerate(now.side(right)):
            rect = counter_rect(now.g, right, number)
            ops = counter_ops(now.g, rect, shown(now, cluster, ""))
            name = cluster_name(cluster)
            made.append(
                Node(f"counter:{cluster}", Role.TEXT, rect, name, description=told(now, cluster), ops=ops)
            )
    return made


def counter(now: Now, cluster: Cluster, rect: Rect) -> Node:
    """One counter in a rectangle."""
    key = keys.MENTION[CLUSTERS.index(cluster)]
    marks = bool(now.cards) and not now.writing
    on = cluster in now.turn.mentions
    ops = counter_ops(now.g, rect, shown(now, cluster, now.sign(key) if marks else ""))
    action = mark(now, cluster)
    return Node(
        f"counter:{cluster}", Role.TOGGLE, rect, cluster_name(cluster), description=told(now, cluster),
        action=action, enabled=action is not None, pressed=on, shortcuts=key.names if marks else (),
        drag=dragging.stone(now, cluster, rect, action), corner=now.g.px(16), ops=ops,
    )  # fmt: skip


def shown(now: Now, cluster: Cluster, sign: str) -> Shown:
    """What the counter of a cluster shows."""
    left = now.left[cluster] if now.six_piles else None
    return Shown(
        cluster, now.counts.by_card(cluster), now.counts.by_mention(cluster), left,
        cluster in now.turn.mentions, sign, bool(now.cards),
    )  # fmt: skip


def mark(now: Now, cluster: Cluster) -> Do | None:
    """Marks the cluster, or takes that back; that of the card on the table says that it counts already."""
    own = now.is_own(cluster)
    on = cluster in now.turn.mentions
    action: events.Action = tegenwicht.TakeBackMention(cluster) if on else tegenwicht.Mention(cluster)
    return Do(action) if own or action in now.legal else None


def told(now: Now, cluster: Cluster) -> str:
    """How often it came up, in words, and what is left on its pile."""
    cards = several("{n} kaart", "{n} kaarten", now.counts.by_card(cluster))
    total = now.counts.came_up(cluster)
    words = tr("deze ronde {total}: {cards}, {n} keer genoemd").format(
        total=total, cards=cards, n=now.counts.by_mention(cluster)
    ) if total else tr("deze ronde nog niet")  # fmt: skip
    if not now.six_piles:
        return words
    left = now.left[cluster]
    pile = tr("stapel: {n}").format(n=left) if left else tr("stapel: leeg")
    return f"{words}, {pile}"
