"""The table: the card stands large, piles at the left, whose turn and the tally at the right."""

from tegenwicht.game import events as e
from tegenwicht.game import tegenwicht as t
from tegenwicht.game.cards import CLUSTERS, Card, Cluster
from tegenwicht.game.clock import Reading, Stage
from tegenwicht.game.drawing import Drawing
from tegenwicht.game.state import Session
from tegenwicht.i18n import several, tr
from tegenwicht.ui import keys
from tegenwicht.ui import widgets as w
from tegenwicht.ui.clusters import card_box, card_height, disc, disc_ops, ends, rank_words
from tegenwicht.ui.commands import Clock, Do, FocusOn, Leave, Open
from tegenwicht.ui.frame import bar_button, frame, help_and_settings
from tegenwicht.ui.layout import Box, Column, Grid, Leaf, Nodes, Padded, Rect, Row, Wrap, columns, space
from tegenwicht.ui.model import Playing
from tegenwicht.ui.nodes import Node, Role
from tegenwicht.ui.ops import Fill, Logo, Ring
from tegenwicht.ui.scenes.tegenwicht import panels
from tegenwicht.ui.scenes.tegenwicht.words import round_line, undo_name
from tegenwicht.ui.theme import mixed
from tegenwicht.ui.view import View
from tegenwicht.ui.words import cluster_name, participant_name, time_shown

GAP, SIDE, SMALL_BUTTON = 26, 222, 24


def build(v: View) -> Node:
    """The table of the session in ``v.model.playing``, with a panel over it when one is open."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    dialog = panels.build(v, session) if v.model.panel else None
    body = _wide if v.wide else _narrow
    return frame(
        v, round_line(session), lambda rect: body(v, playing, rect), panels.title_and_date(playing),
        table_buttons(v), dialog,
    )  # fmt: skip


def table_buttons(v: View) -> list[Box]:
    """*Afronden*, *Stoppen* (the session is kept), then help and settings."""
    playing = v.model.playing
    assert playing is not None
    session: Session = playing.timeline.session
    boxes = []
    if e.Finish(False) in playing.legal and t.table(session).turn:
        boxes.append(bar_button(v, "finish", tr("Afronden"), panels.finish(session), keys.FINISH, "check"))
    leave = bar_button(v, "bar:leave", tr("Stoppen"), Leave(), keys.BACK, "back")
    return [*boxes, leave, *help_and_settings(v)]


def _wide(v: View, playing: Playing, rect: Rect) -> Nodes:
    inner = rect.inset(v.u(32), v.u(26))
    left, middle, right = columns(inner, v.t(SIDE), 0, v.t(440), gap=v.u(GAP))
    below = Column([_actions(v, playing), _mentions(v, playing)], v.u(20))
    below_h = below.height(middle.w)
    card_h = max(v.t(300), inner.h - below_h - v.u(24))
    card = Rect(middle.x, middle.y, middle.w, min(card_h, inner.h))
    under = Rect(middle.x, card.bottom + v.u(24), middle.w, max(0, inner.bottom - card.bottom - v.u(24)))
    nodes = _card(v, playing, card) + w.scroll(v, "table:actions", below, under)
    nodes += w.scroll(v, "table:piles", _piles(v, playing, 1, left.h), left, tr("Stapels"))
    sides = Column([_people(v, playing), _tally(v, playing.timeline.session)], v.u(GAP))
    return nodes + w.scroll(v, "table:side", sides, right, tr("Beurt en tussenstand"))


def _narrow(v: View, playing: Playing, rect: Rect) -> Nodes:
    """One column that scrolls, the card first; in a high window the card gets the room that is left."""
    inner = rect.inset(v.u(24), v.u(20))
    parts: list[Box] = [_actions(v, playing), _mentions(v, playing), _people(v, playing)]
    parts += [_tally(v, playing.timeline.session), _piles(v, playing, 3)]
    if not t.card_on_table(playing.timeline.session):
        parts = [parts[0], parts[2], parts[4], parts[1], parts[3]]
    rest = Column(parts, v.u(24))
    high = _card_height(v, playing, inner.w)
    spare = inner.h - rest.height(inner.w) - v.u(24)
    card = Leaf(max(high, spare), lambda at: _card(v, playing, at))
    return w.scroll(v, "table:all", Column([card, rest], v.u(24)), inner)


# -- the card, or its absence


def _corner(session: Session, card: Card) -> str:
    """What the card's head says beside its number.

    The published place only after the group weighed: seen before, it would become the right answer.
    """
    turn = t.table(session).turn
    assert turn is not None
    parts = []
    if len(turn.cards) > 1:
        parts.append(tr("tegenwicht bij kaart {n}").format(n=turn.cards[0].card))
    if card.rank is not None:
        weighed = turn.cards[-1].weights
        parts.append(rank_words(card) if weighed else tr("In het onderzoek: plaats na het wegen"))
    return " · ".join(parts)


def _card_height(v: View, playing: Playing, width: int) -> int:
    card = t.card_on_table(playing.timeline.session)
    if card is None:
        return _no_card(v, playing).height(width - 2 * v.u(40)) + 2 * v.u(40)
    return card_height(v, card, _corner(playing.timeline.session, card), width)


def _card(v: View, playing: Playing, rect: Rect) -> Nodes:
    session: Session = playing.timeline.session
    card = t.card_on_table(session)
    if card is not None:
        return card_box(v, card, _corner(session, card), rect)
    edge = Fill(rect, v.theme.quiet, v.u(26), max(1, v.u(2)), v.theme.edge)
    box = _no_card(v, playing)
    inner = rect.inset(v.u(40))
    high = min(inner.h, box.height(inner.w))
    at = Rect(inner.x, inner.y + (inner.h - high) // 2, inner.w, high)
    nodes = w.scroll(v, "card:none", box, at)
    return [Node("card", Role.GROUP, rect, tr("Nog geen kaart"), ops=(edge,), children=tuple(nodes))]


def _no_card(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    play = t.table(session)
    assert play.turn is not None
    if not play.left:
        head, line = tr("Alle kaarten zijn geweest"), tr("Schud de kaarten opnieuw, of rond de sessie af.")
    elif session.alone:
        head, line = (
            tr("Trek een kaart"),
            tr("Neem de tijd. Denk terug aan een gesprek van de laatste weken."),
        )
    else:
        name = participant_name(session.participant(play.turn.participant))
        head = tr("{name} is aan de beurt").format(name=name)
        by_pile = t.drawing_now(session) is Drawing.PILE
        line = tr("Kies een stapel en trek een kaart.") if by_pile else tr("Trek een kaart.")
    logo = Leaf(v.t(150), lambda r: [_logo(r)])
    return Column(
        [
            logo,
            w.text(v, head, 48, "bold", role=Role.HEADING, level=2, align=0.5, key="card:title"),
            w.text(v, line, 32, align=0.5, colour=v.theme.muted, key="card:question"),
            w.text(v, _moment(session), 26, align=0.5, colour=v.theme.muted, key="card:safe"),
        ],
        v.u(18),
    )


def _moment(session: Session) -> str:
    who = tr("Het gaat om hóe je weegt, niet om wie gelijk heeft.")
    return who if session.alone else tr("Het gaat om hóe we wegen, niet om wie gelijk heeft.")


def _logo(rect: Rect) -> Node:
    side = rect.h
    at = Rect(rect.x + (rect.w - side) // 2, rect.y, side, side)
    return Node("card:logo", Role.GROUP, at, ops=(Logo(at),))


# -- what can be done


def _actions(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    legal = playing.legal
    boxes = [_primary(v, playing)]

    def add(
        key: str, label: str, action: object, shortcut: keys.Key, able: bool, description: str = ""
    ) -> None:
        boxes.append(
            w.button(
                v,
                key,
                label,
                action,
                shortcut,
                enabled=able,
                size=SMALL_BUTTON,
                description=description,
                pad=14,
            )
        )

    card = t.card_on_table(session)
    if card is not None:
        add("weigh", tr("Wegen"), panels.open_weigh(session), keys.WEIGH, t.Weigh in legal)
        add("note", tr("Notitie"), panels.open_note(session), keys.NOTE, t.WriteNote in legal)
        add("aside", tr("Opzij"), Do(t.PutAside()), keys.ASIDE, t.PutAside() in legal)
    add("counterweight", tr("Tegenwicht"), Do(t.DrawCounterweight()), keys.COUNTERWEIGHT,
        t.DrawCounterweight() in legal, tr("Trek een kaart uit een cluster dat weinig langskwam"))  # fmt: skip
    add("pass", tr("Overslaan"), Do(t.Pass()), keys.PASS, t.Pass() in legal)
    if card is None:
        number = Open("number", (("number", ""),))
        add("number", tr("Kaartnummer"), number, keys.NUMBER, t.BringUp in legal)
        if t.table(session).aside:
            add("back", tr("Terughalen"), Open("aside"), keys.TAKE_BACK, True)
    return Wrap(boxes, v.u(10))


def undo_boxes(v: View, playing: Playing) -> list[Box]:
    """*Herstel* and *Opnieuw*, each naming what it takes back or does again."""
    done, undone = playing.timeline.done, playing.timeline.undone
    what = undo_name(done.event) if done else ""
    boxes = [
        w.button(v, "undo", tr("Herstel"), Do(e.Undo()), keys.UNDO, enabled=e.Undo() in playing.legal,
                 size=SMALL_BUTTON, description=what, pad=14, aside=what)
    ]  # fmt: skip
    if undone:
        again = undo_name(undone.event)
        boxes.append(
            w.button(v, "redo", tr("Opnieuw"), Do(e.Redo()), keys.REDO, size=SMALL_BUTTON, description=again,
                     pad=14, aside=again)
        )  # fmt: skip
    return boxes


def _primary(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    play, legal = t.table(session), playing.legal
    if play.turn and play.turn.cards:
        return _main(v, tr("Klaar, volgende"), Do(t.FinishTurn()))
    if not play.left:
        able = t.Reshuffle() in legal
        return _main(v, tr("Opnieuw schudden"), Do(t.Reshuffle())) if able else panels.finish_main(v, session)
    if t.drawing_now(session) is Drawing.PILE:
        first = next(c for c in CLUSTERS if t.DrawFrom(c) in legal)
        return _main(v, tr("Trekken"), FocusOn(f"pile:{first}"), tr("Kies een stapel"))
    return _main(v, tr("Trekken"), Do(t.Draw()))


def _main(v: View, label: str, action: object, description: str = "") -> Box:
    return w.button(
        v, "primary", label, action, keys.PRIMARY, primary=True, first=True, description=description
    )


def _mentions(v: View, playing: Playing) -> Box:
    chips = [_mention(v, playing, cluster, key) for cluster, key in zip(CLUSTERS, keys.MENTION, strict=True)]
    label = tr("Ook genoemd in het gesprek?")
    head = w.text(v, label, w.SMALL, "semibold", v.theme.muted, natural=True, key="mentions:label")
    undo = Wrap(undo_boxes(v, playing), v.u(8))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("mentions", Role.GROUP, rect, label, children=tuple(nodes))

    return Column([ends(v, head, undo), Padded(Wrap(chips, v.u(6)), 0, 0, wrap)], v.u(8))


def _mention(v: View, playing: Playing, cluster: Cluster, shortcut: keys.Key) -> Box:
    turn = t.table(playing.timeline.session).turn
    on = turn is not None and cluster in turn.mentions
    action = t.TakeBackMention(cluster) if on else t.Mention(cluster)
    colours = v.theme.clusters[cluster]
    ink = colours.on_fill if on else v.theme.ink
    px, small = v.t(20.5), v.t(20)
    side, gap, mark = v.u(6), v.u(6), v.t(31)
    label = cluster_name(cluster)
    hint = shortcut.shown if v.model.settings.letter_keys else ""
    label_w, hint_w = v.type.width(label, "semibold", px), v.type.width(hint, "regular", small)
    high = max(v.u(50), mark + 2 * v.u(8))

    def place(rect: Rect) -> Nodes:
        able = action in playing.legal
        border = v.theme.muted if not able else colours.line
        ground = Fill(rect, colours.fill if on else v.theme.paper, rect.h // 2, max(2, v.u(3)), border)
        disc_at = Rect(rect.x + side, rect.y + (rect.h - mark) // 2, mark, mark)
        ops: list[object] = [ground, *disc_ops(v, cluster, disc_at, on)]
        line = v.type.line_height(px)
        x = disc_at.right + gap
        at = Rect(x, rect.y + (rect.h - line) // 2, label_w, line)
        ops += w.line_ops(v, at, [label], "semibold", px, ink)
        if hint:
            faint = ink if on else v.theme.muted
            ops += w.line_ops(v, Rect(at.right + gap, at.y, hint_w, line), [hint], "regular", small, faint)
        return [
            Node(f"mention:{cluster}", Role.TOGGLE, rect, label, action=Do(action), enabled=able, pressed=on,
                 shortcuts=shortcut.names, ops=tuple(ops))
        ]  # fmt: skip

    wide = side + mark + gap + label_w + (gap + hint_w if hint else 0) + v.u(13)
    return Leaf(high, place, wide)


# -- piles


def _piles(v: View, playing: Playing, across: int, room: int = 0) -> Box:
    label = w.text(v, tr("Stapels"), w.SMALL, "semibold", v.theme.muted)
    high = 0
    if room and across == 1:
        high = (room - label.height(v.t(SIDE)) - v.u(10) - 5 * v.u(16)) // 6
    boxes = [_pile(v, playing, cluster, high) for cluster in CLUSTERS]
    return Column([label, Grid(boxes, across, v.u(16))], v.u(10))


def _pile(v: View, playing: Playing, cluster: Cluster, at_least: int) -> Box:
    session: Session = playing.timeline.session
    left = len(t.pile(session, cluster))
    in_play = cluster in session.setup.clusters
    colours = v.theme.clusters[cluster] if left else None
    ink = colours.on_fill if colours else v.theme.muted
    name = w.text(v, cluster_name(cluster), 22, "semibold", ink)
    words = str(left) if left else (tr("leeg") if in_play else tr("doet niet mee"))
    count = w.text(v, words, 34 if left else 24, "bold" if left else "regular", ink, natural=True)
    mark = disc(v, cluster, 48, on_fill=bool(left))
    deep = v.u(7)
    inside = Padded(Column([Row([mark, space(), count], v.u(8)), name], v.u(6)), v.u(12), v.u(10))
    action = t.DrawFrom(cluster)
    able = action in playing.legal
    by_pile = t.drawing_now(session) is Drawing.PILE
    said = several("{n} kaart", "{n} kaarten", left) if left else words

    def place(rect: Rect) -> Nodes:
        top = Rect(rect.x, rect.y, rect.w - deep, rect.h - deep)
        high = inside.height(top.w)
        nodes = inside.place(Rect(top.x, top.y + (top.h - high) // 2, top.w, high))
        under = Rect(rect.x + deep, rect.y + deep, rect.w - deep, rect.h - deep)
        if colours:
            ops: tuple[Fill, ...] = (
                Fill(under, mixed(colours.fill, v.theme.paper, 0.45), v.u(16)),
                Fill(top, colours.fill, v.u(16), max(1, v.u(2)), v.theme.ground),
            )
        else:
            ops = (Fill(top, v.theme.ground, v.u(16), max(1, v.u(2)), v.theme.edge),)
        label = tr("Stapel {cluster}").format(cluster=cluster_name(cluster))
        role = Role.BUTTON if by_pile else Role.GROUP
        ink_only = tuple(node._replace(label="") for node in nodes)
        return [
            Node(f"pile:{cluster}", role, rect, label, said, action=Do(action) if able else None,
                 enabled=able or not by_pile, ops=ops, children=_silent(ink_only))
        ]  # fmt: skip

    return Leaf(lambda width: max(at_least, inside.height(max(1, width - deep)) + deep), place)


def _silent(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same to the eye; for a screen reader their words are the parent's name already."""
    return tuple(node._replace(role=Role.GROUP, label="", children=_silent(node.children)) for node in nodes)


# -- whose turn, and time


def _people(v: View, playing: Playing) -> Box:
    session: Session = playing.timeline.session
    play = t.table(session)
    assert play.turn is not None
    clock = _clock(v, playing)
    if session.alone:
        done = len(play.turns)
        line = tr("Kaart {n} van {m}").format(n=done + 1, m=done + 1 + len(play.waiting))
        names: Box = w.text(v, line, 30, "bold")
    else:
        names = _order(v, session, play, play.turn)
    inside: Box = Row([names, clock], v.u(14), 0.0) if clock else names
    head = w.text(v, tr("Aan de beurt"), w.SMALL, "semibold", v.theme.muted, natural=True)
    people = w.button(v, "people", tr("Deelnemers"), Open("people"), keys.PEOPLE, size=21, pad=12)
    parts: list[Box] = [ends(v, head, people), inside]
    below = clock_buttons(v, playing)
    if below:
        parts.append(Wrap(below, v.u(8)))
    return w.panel(v, Column(parts, v.u(12)), "people:panel", tr("Aan de beurt"), pad=22)


def _order(v: View, session: Session, play: t.Table, turn: t.Turn) -> Box:
    size = 26 if len(session.present) <= 6 else 22
    done = {one.participant for one in play.turns}
    rows = []
    for one in session.present:
        now = one.id == turn.participant
        rows.append(_person(v, participant_name(one), size, now, one.id in done and not now))
    listed = Column(rows, v.u(4 if len(rows) > 6 else 6))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("order", Role.LIST, rect, tr("Aan de beurt"), children=tuple(nodes))

    return Padded(listed, 0, 0, wrap)


def _person(v: View, name: str, size: float, now: bool, done: bool) -> Box:
    colour = v.theme.on_strong if now else (v.theme.muted if done else v.theme.ink)
    words = w.text(v, name, size, "bold" if now else "regular", colour)
    mark = w.icon(v, "check", size, v.theme.good) if done else None
    row: Box = Row([words, mark], v.u(8)) if mark else words
    value = tr("aan de beurt") if now else tr("geweest") if done else ""

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        ops = (Fill(rect, v.theme.strong, v.u(10)),) if now else ()
        key = f"person:{name}"
        return Node(key, Role.LIST_ITEM, rect, name, value, ops=ops, children=_silent(tuple(nodes)))

    return Padded(row, v.u(12), v.u(3), wrap)


def _clock(v: View, playing: Playing) -> Box | None:
    reading: Reading | None = playing.reading
    if reading is None or reading.stage is Stage.OFF:
        return None
    px = v.t(146)
    thinking = reading.stage is Stage.THINKING
    words = tr("denken") if thinking else tr("gesprek")
    shown = "" if thinking else time_shown(reading.left)
    if playing.standing_still:
        words = tr("stilgezet")
    if reading.stage is Stage.OVER:
        words = tr("tijd is om")
    label = tr("Denktijd") if thinking else tr("Gesprekstijd")

    def place(rect: Rect) -> Nodes:
        ring = Rect(rect.x, rect.y, px, px)
        colour = v.theme.clusters[Cluster.EMPLOYER].line if thinking else v.theme.ink
        ops: list[object] = [Ring(ring, reading.gone, max(4, px // 12), colour, v.theme.quiet)]
        big, small = v.t(36), v.t(20)
        high = (v.type.line_height(big) if shown else 0) + v.type.line_height(small)
        y = ring.y + (px - high) // 2
        if shown:
            at = Rect(ring.x, y, px, v.type.line_height(big))
            ops += w.line_ops(v, at, [shown], "bold", big, v.theme.ink, 0.5)
            y = at.bottom
        at = Rect(ring.x, y, px, v.type.line_height(small))
        ops += w.line_ops(v, at, [words], "medium", small, v.theme.muted, 0.5)
        value = f"{shown} {words}".strip()
        return [
            Node("clock", Role.TIMER, ring, label, value, number=(round(reading.gone * 100), 0, 100),
                 ops=tuple(ops))
        ]  # fmt: skip

    return Leaf(px, place, px)


def clock_buttons(v: View, playing: Playing) -> list[Box]:
    """Pause or go on, and a minute more; nothing when the time is off."""
    reading: Reading | None = playing.reading
    if reading is None or reading.stage is Stage.OFF:
        return []
    word, glyph = (tr("Verder"), "play") if playing.standing_still else (tr("Pauze"), "pause")
    over = reading.stage is Stage.OVER
    toggle = w.button(v, "clock:toggle", word, Clock("toggle"), keys.CLOCK, size=21, glyph=glyph, pad=12,
                      enabled=not over)  # fmt: skip
    minute = w.button(v, "clock:minute", tr("+1 minuut"), Clock("minute"), keys.MINUTE, size=21, pad=12)
    return [toggle, minute]


# -- the tally


def _tally(v: View, session: Session) -> Box:
    counts = t.tally_of(session).rounds[-1]
    head = Row(
        [
            w.text(v, tr("Wat kwam er langs?"), w.SMALL, "semibold", v.theme.muted),
            w.text(v, tr("deze ronde"), w.SMALL, "regular", v.theme.muted, natural=True),
        ],
        v.u(10),
    )
    rows = [_tally_row(v, c, counts.by_card(c), counts.by_mention(c)) for c in CLUSTERS]
    table = Column(rows, v.u(8))

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node("tally", Role.TABLE, rect, tr("Tussenstand van deze ronde"), children=tuple(nodes))

    return w.panel(v, Column([head, Padded(table, 0, 0, wrap)], v.u(12)), "tally:panel", pad=24)


def _tally_row(v: View, cluster: Cluster, cards: int, mentions: int) -> Box:
    name = w.text(v, cluster_name(cluster), 26, "semibold", role=Role.ROW_HEADER)
    total = cards + mentions
    chips: Box = w.text(v, tr("nog niet"), 22, "italic", v.theme.muted)
    if total:
        chips = _chips(v, cluster, cards, mentions)
    said = tr("{total}: {cards} kaart, {mentions} genoemd").format(
        total=total, cards=cards, mentions=mentions
    )
    count = w.text(v, str(total), 34, "bold", v.theme.ink if total else v.theme.muted, Role.CELL, natural=True,
                   label=said, key=f"count:{cluster}")  # fmt: skip

    def wrap(rect: Rect, nodes: Nodes) -> Node:
        return Node(f"tally:{cluster}", Role.ROW, rect, children=tuple(nodes))

    names = Column([name, chips], v.u(2))
    return Padded(Row([disc(v, cluster, 46), names, count], v.u(14)), 0, 0, wrap)


def _chips(v: View, cluster: Cluster, cards: int, mentions: int) -> Box:
    """A full chip for each card, an open one for each mention."""
    colours = v.theme.clusters[cluster]
    w_px, h_px = v.t(32), v.t(24)

    def chip(full: bool) -> Box:
        def place(rect: Rect) -> Nodes:
            ground = colours.fill if full else v.theme.paper
            ops = (Fill(rect, ground, v.u(6), max(2, v.u(3)), colours.line),)
            return [Node(f"chip:{cluster}:{rect.x}:{rect.y}", Role.GROUP, rect, ops=ops)]

        return Leaf(h_px, place, w_px)

    chips = [chip(number < cards) for number in range(cards + mentions)]
    return Padded(Wrap(chips, v.u(6)), 0, (v.type.line_height(v.t(22)) - h_px) // 2)
