"""The check-in: what the group took along last time and how that went, and a round of one word.

Shown before the first turn, where there is something to look back at; one passes on with one key.
"""

from tegenwicht.game import checkin, events
from tegenwicht.game.state import Phase, Session, Timeline
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.buttons import option
from tegenwicht.kit.flow import Wrap
from tegenwicht.kit.layout import Box, Column, Leaf, Nodes, Padded, Row
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Fill
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.account.taken_blocks import day_and_month, reviewed_word
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, column, large, stacked
from tegenwicht.screens.parts.small_views import no_smaller
from tegenwicht.screens.parts.table import letters
from tegenwicht.screens.parts.table.ground import Ground, ground_of, is_large, is_near, near_view
from tegenwicht.screens.parts.table.tents import BADGE, Person, badge_letters, badge_ops
from tegenwicht.screens.parts.words import participant_name
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, Put
from tegenwicht.screens.shell.corner import help_button, settings_button
from tegenwicht.screens.shell.entries import Entry
from tegenwicht.screens.shell.modes import leaving
from tegenwicht.screens.shell.view import View

DONE = Entry("checkin:done")
LEFT, TOP, WIDE, SHEET = 96.0, 196.0, 1130.0, 536.0


def is_due(v: View) -> bool:
    """Whether the session on the table is still to check in: nothing was done in it but looking back."""
    playing = v.model.playing
    if playing is None or v.model.form(DONE, False):
        return False
    timeline: Timeline = playing.timeline
    session = timeline.session
    return bool(session.setup.brought) and session.phase is Phase.PLAYING and _only_looked_back(timeline)


def _only_looked_back(timeline: Timeline) -> bool:
    step = timeline.done
    while step is not None:
        if not isinstance(step.event, checkin.BroughtReviewed):
            return False
        step = step.earlier
    return True


def build(v: View) -> Node:
    """What was taken along at the left, the round of one word at the right."""
    assert v.model.playing is not None
    session = v.model.playing.timeline.session
    onward = Act("checkin:on", tr("Naar de eerste beurt"), Put(DONE, True), keys.PRIMARY, primary=True)
    around = Around(
        tr("Inchecken"), (onward,), Act("leave", tr("Stoppen"), leaving(v)),
        corner=(help_button(), settings_button()),
    )  # fmt: skip
    question = tr("Hoe ging het met wat jullie meenamen?")
    if not (is_large(v) or is_near(v)):
        v = no_smaller(v)
        box = Column(
            [widgets.heading(v, question, 44), *_things(v, session), _one_word(v, session)], v.px(18)
        )
        return stacked(v, around, column(v, "play:all", [box]))
    v = v if is_large(v) else near_view(v, grows=False)
    g = ground_of(v)
    x, top, wide, aside = LEFT + g.middle_x, TOP + g.lower, WIDE, SHEET
    base, size = 137 + g.lower, 60.0
    if g.near:
        x, top, aside, base, size = 32.0, 134.0, 400.0, 116.0, 40.0
        wide = g.across - 64 - aside - 32
    room = g.px(WIDE + 62 + SHEET if not g.near else g.across - 64)
    head = letters.line(g, (g.px(x), g.px(base)), question, size, "bold", v.theme.ink, 0.0, room)
    nodes = [Node("checkin:question", Role.HEADING, head.rect, question, level=2, ops=(head,))]
    left = g.place(x - 12, top, wide + 24, 0)
    left = left._replace(h=g.front(0, 990, 0, 0).y - left.y)
    apart, above = (11, 7) if g.near else (20, 10)
    things = Padded(Column(_things(v, session), v.px(apart)), v.px(12), v.px(above))
    nodes += widgets.scroll(v, "checkin:things", things, left)
    sheet = _one_word(v, session)
    end = g.across - 32 if g.near else x + 1728
    right = g.place(end - aside, top + 10, aside, 0)
    high = min(sheet.height(right.w), left.h - g.px(10))
    nodes += widgets.scroll(v, "checkin:word", sheet, right._replace(h=high))
    return large(g, around, nodes)


# -- what was taken along


def _things(v: View, session: Session) -> list[Box]:
    here = [one.name for one in session.participants]  # a person has one colour everywhere
    names = list(dict.fromkeys([*here, *(one.who for one in session.setup.brought)]))
    letters_of = dict(zip(names, badge_letters(names), strict=True))
    return [
        _thing(v, session, place, Person(one.who, names.index(one.who), letters_of[one.who] if one.who else "·"))
        for place, one in enumerate(session.setup.brought)
    ]  # fmt: skip


def _thing(v: View, session: Session, place: int, person: Person) -> Box:
    """One slip: whose it is, what it says, and three ways it can have gone."""
    one, how = session.setup.brought[place], session.reviewed[place]
    day = tr("voor {day}").format(day=day_and_month(one.by)) if one.by else ""
    line = " · ".join(part for part in (one.who, day) if part)
    words: list[Box] = [
        widgets.text(v, one.text, 26 if v.near else 30, "semibold", key=f"checkin:text:{place}")
    ]
    if line:
        words.append(
            widgets.text(
                v, line, 22 if v.near else 24, "medium", v.theme.table.faint, key=f"checkin:who:{place}"
            )
        )
    label = ", ".join(part for part in (one.text, line) if part)

    def group(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"checkin:{place}", Role.RADIO_GROUP, rect, label, children=tuple(nodes))

    answers = [
        option(
            v, f"checkin:{place}:{way.value}", reviewed_word(way).capitalize(),
            Do(checkin.Review(place, None if way is how else way)), way is how,
            name=f"{reviewed_word(way).capitalize()}: {label}",
        )
        for way in events.Reviewed
    ]  # fmt: skip
    box = Column([
        Row([_badge(v, person), Column(words, v.px(4))], v.px(20), 0.0),
        Padded(Wrap(answers, v.px(12)), 0, 0, group),
    ], v.px(16))  # fmt: skip
    return Padded(
        box,
        v.px(20 if v.near else 28),
        v.px(14 if v.near else 20),
        lambda rect, nodes: _slip(v, f"checkin:slip:{place}", rect, nodes),
    )


def _badge(v: View, person: Person) -> Box:
    px = v.text_px(48)

    def place(rect: Rect) -> Nodes:
        at = Rect(rect.x, rect.y, px, px)
        ops = badge_ops(Ground(v, px / BADGE), at, person)
        return [Node(f"checkin:badge:{person.number}:{rect.y}", Role.GROUP, at, ops=ops)]

    return Leaf(px, place, px)


def _slip(v: View, key: str, rect: Rect, nodes: Nodes) -> Node:
    m, radius = v.theme.table, v.px(14)
    lip = (Fill(rect._replace(y=rect.y + v.px(5)), m.lip, radius),) if m.rich else ()
    paper = Fill(rect, m.paper, radius, max(2, v.px(2.6 if m.rich else 3)), m.line)
    return Node(key, Role.GROUP, rect, ops=(*lip, paper), children=tuple(nodes))


# -- one word


def _one_word(v: View, session: Session) -> Box:
    """A round that is only spoken."""
    names = [participant_name(one) for one in session.present]
    given = badge_letters([one.name for one in session.present])
    rows = [
        Row([_badge(v, Person(name, n, letter)), widgets.text(v, name, 28, "medium", key=f"checkin:name:{n}")], v.px(16))
        for n, (name, letter) in enumerate(zip(names, given, strict=True))
    ]  # fmt: skip
    size, said = (32, 24) if v.near else (40, 28)
    box = Column([
        widgets.heading(v, tr("En nu: één woord"), size),
        widgets.text(v, tr("Zeg om de beurt in één woord hoe je hier zit. Uitleg hoeft niet, niemand schrijft mee."), said),
        Column(rows, v.px(12)),
    ], v.px(18))  # fmt: skip
    m = v.theme.table

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        paper = Fill(rect, m.slip, v.px(14), max(2, v.px(2)), m.plank if m.rich else m.line)
        return Node("checkin:sheet", Role.GROUP, rect, ops=(paper,), children=tuple(nodes))

    return Padded(box, v.px(24 if v.near else 34), v.px(20 if v.near else 30), wrap)
