"""The card in one's hand, large: upright, its doorvragen as slips, one line for oneself."""

from tegenwicht.game import alone
from tegenwicht.game.cards import Card
from tegenwicht.i18n import tr
from tegenwicht.kit import widgets
from tegenwicht.kit.command import Command
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Fill, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.alone import acts
from tegenwicht.screens.alone.now import PAIR, Now, line_form, pair_form
from tegenwicht.screens.alone.places import card_places
from tegenwicht.screens.alone.words import about, of_the_day
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around, back_to, large
from tegenwicht.screens.parts.favourites import sign as favourite_sign
from tegenwicht.screens.parts.favourites import turn
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, letters, rim
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.parts.table.ground import Ground, ground_of
from tegenwicht.screens.parts.table.upright import Upright, standing_back, upright_ops
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Do, FocusOn, Open, Put
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.shell.view import View

QUESTION = 33
PAPER = -1
WAITING = tuple((x, y) for x, y in zip((-43, -39, -38, -34, -31), (121, 271, 421, 571, 721), strict=True))
ASIDE = (-95.0, -84.0, -95.0, -83.0, -94.0)
"""Where the other cards of the hand wait, and how far each is turned: a quarter, so that its sign is to be seen."""
LONGEST = 140
"""Characters of a line."""


def build(now: Now) -> Node:
    """The whole window."""
    g = ground_of(now.v)
    card = now.card
    assert card is not None
    rect = card_places(g).card
    nodes = [*waiting(g, now), card_node(now, g, card, rect), ear(now, g, card, rect), *slips(g, now, card)]
    nodes += [*field(g, now, card.number), *beside(g, now)]
    return large(g, around(now), nodes)


def around(now: Now) -> Around:
    """The rim and the corner."""
    card = now.card
    day = card is not None and of_the_day(now.session, card.number)
    place = tr("{mode} · kaart van de dag").format(mode=about().name) if day else about().name
    back = back_to(now.keeping(Do(alone.PutBack())), tr("Terug naar je hand"))._replace(sign=not now.writing)
    done = Act(
        "primary", tr("Klaar, leg terug"), now.keeping(Do(alone.LayDown())), keys.PRIMARY, primary=True,
        sign=now.v.model.focus in ("", "card", "primary"),
    )  # fmt: skip
    return Around(place, (done,), back, "", acts.dialog(now), acts.bindings(now))


def waiting(g: Ground, now: Now) -> list[Node]:
    """The other cards of the hand at the left edge, only to be seen."""
    ops = tuple(
        standing_back(
            g, g.left(*WAITING[n], 164, 230), now.session.cards[number].cluster, ASIDE[n], corners=True
        )
        for n, number in enumerate(now.hand[:5])
    )  # fmt: skip
    if not ops or g.v.near or g.middle_x < -1:
        return []
    return [Node("waiting", Role.GROUP, g.left(0, 120, 190, 840), layer=-2, ops=ops)]


def card_node(now: Now, g: Ground, card: Card, rect: Rect, key: str = "card", first: bool = True) -> Node:
    """The card as something to read; with the focus on it Enter is the main button, Space the next doorvraag."""
    turned = now.turned and key == "card"
    face = front(card, None, turned)
    at = card_places(g)
    picture = at.picture if key == "card" else 0
    look = Upright(
        QUESTION,
        low=at.low if key == "card" else 0,
        least=0.42,
        large=not g.v.near or key == "card",
        side=picture,
    )
    ops = upright_ops(g, rect, face, look)
    title = Node(f"{key}:title", Role.HEADING, rect._replace(h=rect.h // 4), card.title, level=2)
    below = Rect(rect.x, title.rect.bottom, rect.w, rect.h - title.rect.h)
    question = Node(f"{key}:question", Role.TEXT, below, face.question)
    read = tr("Andersom: {words}").format(words=face.question) if turned else face.question
    return Node(
        key, Role.ARTICLE, rect, card_name(card), description=read, first=first, corner=g.px(29), ops=ops,
        children=(title, question),
    )  # fmt: skip


def ear(now: Now, g: Ground, card: Card, rect: Rect) -> Node:
    """The folded corner: it turns the card to its other side, and back."""
    word = tr("Terug") if now.turned else tr("Andersom")
    sign = now.sign(keys.OTHER_SIDE)
    side = card_places(g).ear
    ops = cards.ear_ops(g, rect, front(card, None, now.turned), word, sign, side)
    return Node(
        "ear", Role.BUTTON, cards.ear_rect(rect, g, word, sign, side), word, action=now.turn_round(card),
        shortcuts=keys.OTHER_SIDE.names, corner=g.px(20), ops=ops,
    )  # fmt: skip


# -- its doorvragen


def slips(g: Ground, now: Now, card: Card) -> list[Node]:
    """The one that is out, and stubs of the others; Space draws the next."""
    if not card.deeper:
        return []
    at = card_places(g)
    head = letters.line(g, (at.head.x, at.head.y), tr("Doorvragen"), 26, "semibold", g.v.theme.table.faint)
    made = [Node("slips:head", Role.HEADING, head.rect, tr("Doorvragen"), level=3, ops=(head,))]
    y, out = at.slips.y, now.slip
    order = (
        [out, *(n for n in range(1, len(card.deeper) + 1) if n != out)]
        if out
        else range(1, len(card.deeper) + 1)
    )
    following = out % len(card.deeper) + 1
    for number in order:
        stub = Rect(at.slips.x, y, g.px(at.stub[0]), g.px(at.stub[1]))
        rect = at.slips._replace(y=y) if number == out else stub
        made.append(
            _out(g, now, card, rect)
            if number == out
            else _stub(g, now, card, number, rect, number == following)
        )
        y += rect.h + g.px(at.gap)
    return made


def _paper(g: Ground, card: Card, rect: Rect) -> tuple[Op, ...]:
    m, c = g.v.theme.table, cards.colours_of(g, front(card))
    return (Fill(rect, m.slip, g.px(14), g.px(2.6 if m.rich else 3), c.edge, g.px(8) if m.rich else 0),)


def _out(g: Ground, now: Now, card: Card, rect: Rect) -> Node:
    """The doorvraag that is out, in at most two lines."""
    c, number = cards.colours_of(g, front(card)), now.slip
    at = card_places(g)
    px = g.px(at.words * 1.32)
    disc = Rect(rect.x + g.px(at.first), rect.y + (rect.h - px) // 2, px, px)
    x, room = disc.right + g.px(20), rect.right - disc.right - g.px(46)
    design, words = at.words, card.deeper[number - 1]
    while design > 24 and len(g.v.type.lines(words, "semibold", letters.size(g, design), room)) > 2:
        design -= 2
    lines = cards.balanced(g, words, "semibold", letters.size(g, design), room)
    step = g.px(design * 1.14 * g.v.spacing)
    first = rect.y + rect.h // 2 - (len(lines) - 1) * step // 2 + g.px(design * 0.34)
    ops = (
        *_paper(g, card, rect), Fill(disc, c.band, px // 2),
        letters.line(g, (disc.x + px // 2, disc.y + round(px * 0.69)), str(number), at.words * 0.68, "bold", c.on_band, 0.5),
        *(letters.line(g, (x, first + n * step), one, design, "semibold", g.v.theme.ink) for n, one in enumerate(lines)),
    )  # fmt: skip
    label = tr("Doorvraag {n} van {m}: {words}").format(n=number, m=len(card.deeper), words=words)
    return Node("slip", Role.TEXT, rect, label, layer=PAPER, ops=ops)


def _stub(g: Ground, now: Now, card: Card, number: int, rect: Rect, following: bool) -> Node:
    c, m = cards.colours_of(g, front(card)), g.v.theme.table
    word, sign = tr("Doorvraag"), now.sign(keys.DEEPER) if following else ""
    x, base = rect.x + g.px(62), rect.y + rect.h // 2 + round(letters.size(g, 26) * 0.35)
    figure = letters.line(g, (x, base), str(number), 26, "bold", c.edge)
    start = figure.rect.right + g.px(18)
    ops: list[Op] = [figure]
    said = letters.line(g, (start, base), word, 26, "semibold", c.edge, 0.0, rect.right - start - g.px(12))
    ops.append(said)
    if sign:
        wide = letters.width(g, sign, 20, "bold") + 2 * g.px(9)
        box = Rect(said.rect.right + g.px(16), rect.y + (rect.h - g.px(32)) // 2, wide, g.px(32))
        ops += letters.key_sign(g, box, sign, c.edge, m.slip)
        rect = rect._replace(w=max(rect.w, box.right + g.px(18) - rect.x))
    hit = Rect(rect.x + g.px(24), rect.y, rect.w - g.px(24), rect.h)
    return Node(
        f"slip:{number}", Role.BUTTON, hit, f"{number} {word}", action=now.draw_slip(card, number), layer=PAPER,
        shortcuts=keys.DEEPER.names if following else (), corner=g.px(14), ops=(*_paper(g, card, rect), *ops),
    )  # fmt: skip


# -- a line for oneself


def field(g: Ground, now: Now, number: int) -> list[Node]:
    """The line with the card."""
    one = now.play.on_table
    kept = one.note if one else ""
    keep = now.keeping(FocusOn("card"))
    return [line_node(g, now, card_places(g).sheet, "line", line_form(number), now.typed(), kept, keep)]


def pair_field(g: Ground, now: Now, rect: Rect, pair: tuple[int, int]) -> Node:
    """The line with two cards."""
    keep = now.keeping(FocusOn("primary"))
    return line_node(
        g, now, rect, "pair:line", pair_form(*pair), now.typed_on_pair(), now.play.line_of(*pair), keep
    )


def line_node(
    g: Ground, now: Now, at: Rect, key: str, form: str, typed: str, kept: str, keep: Command
) -> Node:
    """A sheet with one line to write on, that keeps itself."""
    m, v = g.v.theme.table, now.v
    label, hint = (
        tr("Eén regel voor jezelf"),
        tr("Blijft vanzelf bewaard, alleen op deze computer. Geen namen."),
    )
    px = g.px(30)
    icon = Icon(Rect(at.x + g.px(34), at.y + g.px(28), px, px), "note", m.faint)
    head = letters.line(g, (icon.rect.right + g.px(14), at.y + g.px(52)), label, 26, "semibold", m.faint)
    sign = now.sign(keys.NOTE)
    room = at.w - g.px(72)
    fits = letters.width(g, hint, 21, "medium") <= room
    said = (hint,) if fits else v.type.lines(hint, "medium", letters.size(g, 24), room)
    step = max(g.px(28), v.type.line_height(letters.size(g, 24)))
    more = step * (len(said) - 1)
    base = at.bottom - g.px(26) - more
    low = [
        letters.line(g, (at.x + g.px(36), base + n * step), one, 24, "medium", m.faint, 0.0, room)
        for n, one in enumerate(said)
    ]
    inside = Rect(at.x + g.px(34), at.y + g.px(66), at.w - g.px(68), at.h - g.px(66 + 66) - more)
    size = letters.size(g, 38)
    while size > letters.size(g, 22) and _high(v, typed, size, inside.w) > inside.h:
        size -= 2
    most = max(1, inside.h // v.type.line_height(size))
    lines = v.type.lines(typed, "regular", size, inside.w)[:most] if typed else ()
    rule = Fill(
        Rect(inside.x, inside.bottom + g.px(4), inside.w, max(1, g.px(3))), m.line if not m.rich else _RULE
    )
    shadow = g.px(8) if m.rich else 0
    ops: list[Op] = [
        Fill(at, v.theme.paper, g.px(16), g.px(2.4 if m.rich else 3), m.line, shadow),
        icon,
        head,
        *low,
        rule,
    ]
    if sign:
        box = Rect(head.rect.right + g.px(16), at.y + g.px(28), g.px(33), g.px(32))
        ops += letters.key_sign(g, box, sign, m.faint, m.paper)
    if v.model.focus != key:
        ops += widgets.line_ops(v, inside, lines, "regular", size, v.theme.ink)
    edit = Edit(
        form, max(LONGEST, len(kept)), multiline=True, font_px=size, inside=inside, unbroken="\n" not in kept
    )
    return Node(
        key, Role.TEXT_FIELD, at, label, typed, hint, action=keep, shortcuts=keys.NOTE.names, edit=edit,
        corner=g.px(16), ops=tuple(ops),
    )  # fmt: skip


def _high(v: View, words: str, px: int, width: int) -> int:
    return len(v.type.lines(words or "x", "regular", px, width)) * v.type.line_height(px)


_RULE = (133, 127, 108)


def beside(g: Ground, now: Now) -> list[Node]:
    """*Combineer*, *Jouw regels* and *Favoriet*, under the line."""
    assert now.card is not None
    more = card_places(g).more
    made, x = [], more.x
    liked = turn(now.v.model, now.session.deck, now.card)
    given: list[tuple[str, str, Command, keys.Key]] = [
        ("rules", acts.rules_word(now), Open(Panel.RULES), keys.OWN_RULES),
        ("favourite", tr("Favoriet"), liked, keys.FAVOURITE),
    ]
    if now.pairs:
        given.insert(0, ("combine", tr("Combineer"), now.keeping(Put(PAIR, 1)), keys.COMBINE))
    for key, word, command, shortcut in given:
        sign, on = now.sign(shortcut), now.is_liked if key == "favourite" else None
        glyph = ("" if g.v.near else rim.GLYPHS[key]) if on is None else favourite_sign(on)
        wide = rim.button_width(g, word, sign, False, glyph)
        at = more._replace(x=x, w=wide)
        made.append(Node(
            key, Role.BUTTON if on is None else Role.TOGGLE, at, word, action=command, shortcuts=shortcut.names,
            corner=g.px(14), ops=rim.button_ops(g, at, word, sign, glyph=glyph), pressed=on,
        ))  # fmt: skip
        x += wide + g.px(18 if not g.v.near else 12)
    return made
