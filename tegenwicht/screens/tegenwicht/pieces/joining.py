"""Somebody who comes later: a dashed tent with the name on the rim, and on the strip from when that one takes turns."""

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.rules import LONGEST_NAME
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.table import letters, strip
from tegenwicht.screens.parts.table.tents import FIRST_X, GAP, HIGH, WIDE, Person, badge_ops, tent_ops
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import All, Do, Open, Put, Shut
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import shutting
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import JOIN, Now

NAME, LATER = "join:name", Entry("join:later")
"""The field of the name; the form entry that says that the turns begin with the next round."""
BUTTON_W, BUTTON_H = 372, 70


def act(now: Now) -> list[Act]:
    """What is under *Meer*, where somebody may join."""
    if events.AddParticipant not in now.legal:
        return []
    return [
        Act(
            JOIN, tr("Iemand schuift aan"), Open(Panel.JOIN, ((JOIN, ""), (LATER, False))), None, "person-add"
        )
    ]


def typed(now: Now) -> str:
    """The name so far."""
    return str(now.v.model.form(JOIN, ""))


def join(now: Now) -> Command:
    """The one who was named sits at the table from now on."""
    later = bool(now.v.model.form(LATER, False))
    return All((Do(events.AddParticipant(typed(now), next_round=later)), Put(JOIN, ""), Shut()))


def acts_of_strip(now: Now) -> list[Act]:
    """The buttons on the rim."""
    return [
        Act("join:close", tr("Terug"), shutting(now.v), keys.BACK),
        Act("join:keep", tr("Klaar"), join(now), keys.KEEP, primary=True),
    ]


def options(now: Now) -> list[tuple[str, Command, bool]]:
    """From when that one takes turns: the words, what chooses it, and whether it is chosen."""
    later = bool(now.v.model.form(LATER, False))
    following = tr("Vanaf ronde {n}").format(n=tegenwicht.round_number(now.session) + 1)
    return [(tr("Beurt in deze ronde"), Put(LATER, False), not later), (following, Put(LATER, True), later)]


def on_strip(now: Now) -> list[Node]:
    """*Wie schuift aan?*, with two choices."""
    g, theme = now.g, now.v.theme
    at = strip.strip_rect(g)
    ink = strip.Ink(theme.ink, theme.strong, theme.on_strong)
    paper = Node("slip:paper", Role.GROUP, at, layer=-1, ops=strip.strip_ops(g, ink))
    words = tr("Wie schuift aan?")
    line = letters.line(
        g, (at.x + g.px(40), at.y + g.px(73)), words, 38, "semibold", theme.ink, 0.0, g.px(380)
    )
    asked = Node("join:asked", Role.TEXT, line.rect, words, ops=(line,))
    made = []
    for number, (word, command, chosen) in enumerate(options(now)):
        box = Rect(at.x + g.px(430 + number * (BUTTON_W + 22)), at.y + (at.h - g.px(BUTTON_H)) // 2,
                   g.px(BUTTON_W), g.px(BUTTON_H))  # fmt: skip
        made.append(Node(f"join:when:{number}", Role.RADIO, box, word, action=command, pressed=chosen,
                         corner=g.px(14), ops=_option(now, box, word, chosen)))  # fmt: skip
    whole = made[0].rect.around(made[1].rect)
    when = Node("join:when", Role.RADIO_GROUP, whole, tr("Wanneer aan de beurt"), children=tuple(made))
    return [paper, Node("panel:join", Role.GROUP, at, words, children=(asked, when))]


def _option(now: Now, box: Rect, word: str, chosen: bool) -> tuple[Op, ...]:
    g, theme = now.g, now.v.theme
    ground, ink = (theme.strong, theme.on_strong) if chosen else (theme.table.paper, theme.ink)
    px = g.px(28)
    ring = Rect(box.x + g.px(20), box.y + (box.h - px) // 2, px, px)
    dot = (Fill(ring.inset(g.px(7)), ink, px // 2),) if chosen else ()
    at = (ring.right + g.px(14), box.y + box.h // 2 + g.px(10))
    return (
        Fill(box, ground, g.px(14), g.px(3), theme.ink), Fill(ring, ground, px // 2, g.px(3), ink), *dot,
        letters.line(g, at, word, 28, "semibold", ink, 0.0, box.right - at[0] - g.px(14)),
    )  # fmt: skip


def tent(now: Now, rects: list[Rect]) -> list[Node]:
    """The dashed tent beside the others, in which the name is written. rects: of those who sit there."""
    g = now.g
    x = rects[-1].right / g.scale + GAP if rects else FIRST_X
    rect = g.front(x - 3, 1012, WIDE + 46, HIGH + 10)
    name = typed(now)
    number = len(now.session.participants)
    person = Person("", number, name.strip()[:1].upper() or str(number + 1), joining=True)
    badge = Rect(rect.x + g.px(18), rect.y + g.px(14), g.px(36), g.px(36))
    px = letters.size(g, 24)
    row = now.v.type.line_height(px)  # halfway down the badge: on one line with the names beside it
    inside = Rect(
        badge.right + g.px(10), badge.y + (badge.h - row) // 2, rect.right - badge.right - g.px(26), row
    )
    words, fits = letters.fitted(g, name, 24, "medium", inside.w)
    shown = letters.tight(g, inside, words, "medium", fits, now.v.theme.ink, 0.0)
    ops = (
        *tent_ops(g, rect, person)[:1],
        *badge_ops(g, badge, person),
        *(() if now.v.model.focus == NAME else (shown,)),
    )
    return [Node(
        NAME, Role.TEXT_FIELD, rect, tr("Wie schuift aan?"), name, action=join(now), first=True,
        edit=Edit(JOIN, LONGEST_NAME, font_px=px, inside=inside, weight="medium"), corner=g.px(12), ops=ops,
    )]  # fmt: skip
