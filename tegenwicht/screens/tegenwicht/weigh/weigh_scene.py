"""Weighing on the large table: the same room and scale, with figures, hands and how they lie in the middle."""

from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.small_views import enlarged_more
from tegenwicht.screens.parts.table import letters, plates, rim, ruler, weigh
from tegenwicht.screens.parts.table.room import room
from tegenwicht.screens.shell import frame, keys
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.compact.near import near_of
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import above, laid, seats
from tegenwicht.screens.tegenwicht.pieces.counting import counters_to_read
from tegenwicht.screens.tegenwicht.pieces.pans import pans
from tegenwicht.screens.tegenwicht.weigh import weigh_compact, weigh_near
from tegenwicht.screens.tegenwicht.weigh import weigh_words as said
from tegenwicht.screens.tegenwicht.weigh import weighing as rules
from tegenwicht.screens.tegenwicht.words import round_line


def build(now: Now, weighing: rules.Weighing, dialog: Node | None) -> Node:
    """The weighing that is going on."""
    card = rules.card_of(now, weighing)
    assert card is not None
    if is_compact(now.v):
        buttons = _escaping([as_button(now, one) for one in acts(now, weighing, card)])
        near = near_of(now)
        if near is not None:
            return weigh_near.build(near, weighing, card, buttons, dialog, bindings(now, weighing))
        small = now._replace(v=enlarged_more(now.v))
        return weigh_compact.build(small, weighing, card, buttons, dialog, bindings(now, weighing))
    return _large(now, weighing, card, dialog)


def at_large(now: Now, weighing: rules.Weighing) -> Node:
    """The same on the large table, whatever the window, without a panel: for all to see."""
    card = rules.card_of(now, weighing)
    assert card is not None
    return _large(now, weighing, card, None)


def _large(now: Now, weighing: rules.Weighing, card: Card, dialog: Node | None) -> Node:
    nodes = [*above.corners(now), weigh.top_line(now.g, card, said.asked(now.session.alone))]
    nodes += middle(now, weighing, card)
    nodes += [*counters_to_read(now), *pans(now)]
    nodes += [*on_rim(now, weighing, card), *seats.seats(now), *laid.aside(now), *laid.discussed(now)]
    nodes += [still_clock(now), *above.corner_buttons(now.g, escape=False)]
    title = said.window_title(round_line(now.session), card.title)
    floor = now.g.front(0, 1004, 0, 0).y
    return frame.scene(now.v, title, room(now.g), nodes, dialog, bindings(now, weighing), floor)


def still_clock(now: Now) -> Node:
    """The head of the scale, without the time: one does not weigh against it."""
    at = rim.clock_rect(now.g, False)
    return Node("clock", Role.GROUP, at, layer=9, ops=rim.clock_ops(now.g, at, 0.0, glyph="scale"))


def bindings(now: Now, weighing: rules.Weighing) -> tuple[tuple[str, Command], ...]:
    """Undo, where its button is not on the rim; and a hand that is counted while the words still stand there."""
    back = rules.undo(now, weighing)
    pairs = [(name, back) for name in keys.UNDO.names if back is not None]
    if weighing.stage == rules.DOWN and now.v.letter_keys:
        for weight in (1, 2, 3, 4):
            command = rules.press(now, weighing, weight)
            pairs += [(name, command) for name in keys.MENTION[weight - 1].names if command is not None]
    return tuple(pairs)


def middle(now: Now, weighing: rules.Weighing, card: Card) -> list[Node]:
    """What stands before the scale."""
    if weighing.stage == rules.DOWN:
        return _counting_down(now, weighing)
    if weighing.stage == rules.COUNT:
        return _counting(now, weighing)
    return _result(now, weighing, card)


def _counting_down(now: Now, weighing: rules.Weighing) -> list[Node]:
    return [weigh.figures(now.g, weighing.standing), weigh.legend_sheet(now.g, rules.HEAD, said.after_one())]


def _counting(now: Now, weighing: rules.Weighing) -> list[Node]:
    g, counted, people = now.g, len(weighing.hands), rules.people(now)
    head = weigh.large_words(g, *said.head_words(now.session.alone), 96, 220)
    numbers = weigh.hand_buttons(
        g, lambda weight: rules.press(now, weighing, weight), keys.MENTION, now.sign, weighing.pressed
    )
    if now.session.alone:
        at = g.mid(960, 860, 0, 0)
        line = letters.line(
            g, (at.x, at.y), said.how_to_count(now.session.alone), 30, "medium", now.v.theme.ink, 0.5
        )
        how = Node(
            rules.HEAD,
            Role.ARTICLE,
            line.rect.inset(-g.px(14)),
            said.how_to_count(now.session.alone),
            first=True,
            ops=(line,),
        )
        return [head, *numbers, how]
    discs = weigh.discs(
        g, rules.HEAD, counted, people, said.below_discs(now.v, counted), said.how_to_count(now.session.alone)
    )
    return [head, *numbers, discs]


def _result(now: Now, weighing: rules.Weighing, card: Card) -> list[Node]:
    g, counts = now.g, rules.kept(now, card.number) or weighing.counts
    left, right = plates.result_words(counts)
    head = weigh.large_words(g, left, right, 112, 258)
    sheet = weigh.question_sheet(g, rules.HEAD, said.question(), plates.result_line(counts))
    place = [weigh.published_strip(g, card)] if weighing.shown and card.rank is not None else []
    return [head, *weigh.result(g, counts), sheet, *place]


# -- what can be done


def acts(now: Now, weighing: rules.Weighing, card: Card) -> list[Act]:
    """The buttons on the rim, the main one last."""
    if weighing.stage == rules.DOWN:
        return _before_counting(now, weighing)
    if weighing.stage == rules.COUNT:
        return _while_counting(now, weighing)
    told = ruler.place_aloud(card) if card.rank is not None else ""
    place = rules.show_place(weighing, card, told)
    found = [Act("weigh:recount", tr("Opnieuw tellen"), rules.start_counting(weighing))]
    if place is not None:
        found.append(Act("weigh:place", tr("Wat vond het onderzoek?"), place, keys.DEEPER))
    back = Act("weigh:back", tr("Terug naar de kaart"), rules.back_to_card(now), keys.PRIMARY, primary=True)
    return [*found, back]


def _before_counting(now: Now, weighing: rules.Weighing) -> list[Act]:
    """Counting down first, when everyone is ready; then counting the hands that are up."""
    back = Act("weigh:back", tr("Terug naar de kaart"), rules.back_to_card(now), keys.BACK)
    down, count = rules.count_down_now(now, weighing), rules.start_counting(weighing)
    if weighing.waits:
        first = Act("weigh:down", tr("Tel af: 3, 2, 1"), down, keys.PRIMARY, primary=True)
        return [back, Act("weigh:count", tr("Tel de handen"), count, keys.DEEPER), first]
    again = Act("weigh:again", tr("Nog een keer"), down, keys.DEEPER)
    return [back, again, Act("weigh:count", tr("Tel de handen"), count, keys.PRIMARY, primary=True)]


def _while_counting(now: Now, weighing: rules.Weighing) -> list[Act]:
    found = [Act("weigh:back", tr("Stoppen"), rules.back_to_card(now), keys.BACK)]
    if weighing.hands:
        word = tr("Ongedaan maken: {what}").format(what=plates.fingers(weighing.hands[-1]))
        found.append(Act("weigh:undo", word, rules.take_back(weighing), keys.UNDO))
    if now.session.alone:
        return found
    count = len(weighing.hands)
    word = tr("Klaar met {n}").format(n=count) if count else tr("Klaar")
    return [*found, Act("weigh:done", word, rules.show(now, weighing), keys.PRIMARY, primary=True)]


def on_rim(now: Now, weighing: rules.Weighing, card: Card) -> list[Node]:
    """The same, placed."""
    found = acts(now, weighing, card)
    buttons, kept = [as_button(now, one) for one in found], [now.kept_sign(one.shortcut) for one in found]
    return rim.buttons_on_rim(now.g, _escaping(buttons), seats.width(now) + now.g.px(24), kept)


def _escaping(buttons: list[tuple[Node, str, str]]) -> list[tuple[Node, str, str]]:
    """The same; where no other button does, the last one leads back with Esc too."""
    if any("escape" in node.shortcuts for node, *_ in buttons):
        return buttons
    *others, (last, word, sign) = buttons
    return [*others, (last._replace(shortcuts=(*last.shortcuts, *keys.BACK.names)), word, sign)]


def as_button(now: Now, act: Act) -> tuple[Node, str, str]:
    """An act as the rim takes it: its node, its word, its key's sign where that works now."""
    node = rim.button(
        act.key, act.word, act.command, act.shortcut, primary=act.primary, enabled=act.command is not None,
        description=act.told,
    )  # fmt: skip
    free = now.v.model.focus in ("", rules.HEAD, act.key)
    pressed = act.shortcut in (keys.PRIMARY, keys.DEEPER)
    shown = act.shortcut is not None and (free or not pressed)
    return node, act.word, now.sign(act.shortcut) if shown and act.shortcut else ""
