"""The same talk on a small window, or with large text: all of it below each other."""

from tegenwicht.game import conversation
from tegenwicht.game.cards import CLUSTERS, Cluster
from tegenwicht.game.conversation import Talk
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import Button, Look, button, toolbar
from tegenwicht.kit.flow import Grid
from tegenwicht.kit.layout import Box, Column, Nodes, Padded
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.conversation import telling_now
from tegenwicht.screens.conversation.roles import who_line
from tegenwicht.screens.conversation.words import listeners
from tegenwicht.screens.parts.fields import field
from tegenwicht.screens.parts.panels.writing import no_client_data
from tegenwicht.screens.parts.wall.clock_face import clock_ring
from tegenwicht.screens.parts.wall.game_wall import Wall
from tegenwicht.screens.parts.wall.paper import sheet
from tegenwicht.screens.parts.words import names_apart
from tegenwicht.screens.shell.commands import Open
from tegenwicht.screens.shell.model import Playing
from tegenwicht.screens.shell.panels import Panel


def body(around: Wall, playing: Playing, talk: Talk, room: Rect, left: list[Button]) -> Nodes:
    """What scrolls between the top and the rim."""
    v, session = around.v, playing.timeline.session
    ring = clock_ring(v, playing)
    who = widgets.text(v, who_line(session, talk.roles), 30, "bold", key="talk:who")
    line = field(
        v, telling_now.FIELD, tr("Een afweging in één regel"), telling_now.LINE, conversation.LONGEST_LINE,
        action=telling_now.finish_line(v), first=True
    )  # fmt: skip
    hint = widgets.muted(v, telling_now.what_next(v, playing), 22)
    parts: list[Box] = [who, line, hint, _places(around, playing, talk), *_listeners(around, session, talk)]
    parts += [ring] if ring is not None else []
    parts.append(widgets.muted(v, no_client_data(), 20))
    parts += [toolbar(v, left)] if left else []
    side = v.px(24)
    inner = Rect(room.x + side, room.y, room.w - 2 * side, room.h)
    return widgets.scroll(v, "talk:all", Padded(Column(parts, v.px(16)), 0, v.px(8)), inner)


def _places(around: Wall, playing: Playing, talk: Talk) -> Box:
    """The six places, and beside the table."""
    v = around.v
    places: list[Cluster | None] = [*CLUSTERS, None]
    boxes = [_place(around, playing, talk, cluster) for cluster in places]
    return Grid(boxes, 3 if v.across > 1300 else 2, v.px(10), v.text_px(330))


def _place(around: Wall, playing: Playing, talk: Talk, cluster: Cluster | None) -> Box:
    v, session = around.v, playing.timeline.session
    count = several("{n} strookje", "{n} strookjes", len(telling_now.laid_at(session, talk, cluster)))
    name = telling_now.place_name(cluster)
    look = None
    if cluster is not None:
        c = v.theme.clusters[cluster]
        look = Look(c.pale if v.theme.table.rich else v.theme.paper, v.theme.ink, c.line, v.theme.muted)
    key, marks = telling_now.place_key(cluster), telling_now.pressing(v, playing, talk, cluster)
    press = (
        button(v, key, f"{name} · {count}", marks, glyph="" if cluster is None else cluster.value)
        .sized(24, 14)
        .filling()
        .painted(look)
        .heard(f"{name} · {count}", telling_now.told(v, session, talk, cluster))
    )
    press.node = press.node._replace(shortcuts=telling_now.place_key_names(cluster) if around.free else ())
    words = [
        widgets.text(v, one.text or session.cards[one.card].title, 22, key=f"talk:laid:{number}")
        for number, one in telling_now.laid_at(session, talk, cluster)[-3:]
    ]
    return Column([press, *words], v.px(4))


def _listeners(around: Wall, session: Session, talk: Talk) -> list[Box]:
    found = listeners(session, talk.roles)
    if not found:
        return []
    v = around.v
    if len(found) > 6:
        words = tr("Luisteren: {n} mensen, 4 taken").format(n=len(found))
        return [button(v, "talk:listeners", words, Open(Panel.LISTENERS)).sized(24, 14)]
    names = names_apart(session)
    rows: list[Box] = [
        widgets.text(v, f"{names[one]}: {task}", 24, key=f"listener:{one}") for one, task in found
    ]
    return [
        sheet(
            v,
            Column([widgets.name(v, tr("Luisteren met een taak")), *rows], v.px(8)),
            "talk:listeners",
            pad=18,
        )
    ]
