"""The card on the table with its folded corner, and the strip under it: its doorvragen, or a note."""

from tegenwicht.game import tegenwicht
from tegenwicht.game.cards import Card, moment_for
from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Edit, Node, Role
from tegenwicht.kit.ops import Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.fields import worry_sentence
from tegenwicht.screens.parts.names import card_name, moment_name
from tegenwicht.screens.parts.panels.writing import no_client_data, no_client_data_line
from tegenwicht.screens.parts.table import cards, letters, strip
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell import entries, keys
from tegenwicht.screens.shell.commands import All, Do, Shut
from tegenwicht.screens.shell.panels import Panel
from tegenwicht.screens.tegenwicht.now import Now
from tegenwicht.screens.tegenwicht.pieces import dragging, joining, jokers, kinds, noted, thoughts

PAPER = -1
"""The layer of a strip's paper, under the card it comes out from."""


def card(now: Now) -> list[Node]:
    """The card, its corner and its strip."""
    on_table = now.enlarged or now.cards[-1]
    rect = cards.card_rect(now.g)
    paper = card_node(now, on_table, rect, "card", kinds.sizes(on_table))
    return [
        paper._replace(children=(*paper.children, *_noted(now, on_table, rect))), *kinds.places(now, on_table, rect),
        *ear(now, on_table, rect), *under(now, on_table),
    ]  # fmt: skip


def card_node(now: Now, card: Card, rect: Rect, key: str, sizes: cards.Sizes, first: bool = True) -> Node:
    """The card as something to read; with the focus on it, Enter is the main button and Space the next doorvraag."""
    turned = now.turned(card)
    alone = len(now.cards) == 1 or now.enlarged is not None or now.writing
    face = kinds.face(now, card, turned, alone)
    ops = cards.card_ops(now.g, rect, face, sizes)
    title = Node(
        f"{key}:title", Role.HEADING, Rect(rect.x, rect.y, rect.w, now.g.px(190)), card.title, level=2
    )
    below = Rect(rect.x, title.rect.bottom, rect.w, rect.h - title.rect.h)
    asked = " ".join(filter(None, (face.question, face.under)))
    question = Node(f"{key}:question", Role.TEXT, below, asked)
    about = moment_for(card, now.session.setup.moment)
    told = [Node(f"{key}:moment", Role.TEXT, title.rect, moment_name(about))] if about else []
    read = f"{face.kind}: {asked}" if turned else asked
    return Node(
        key, Role.ARTICLE, rect, card_name(card), description=read, first=first and not now.writing,
        corner=now.g.px(sizes.radius), ops=ops,
        drag=dragging.card(now) if key == "card" else None, children=(*told, title, question),
    )  # fmt: skip


def _noted(now: Now, card: Card, rect: Rect) -> list[Node]:
    """That a note was written with it, at the card's foot."""
    g = now.g
    return noted.sign(now, card, rect.x + g.px(60), rect.bottom - g.px(42), letters.size(g, 26))


def ear(now: Now, card: Card, rect: Rect) -> list[Node]:
    """The folded corner of a card with another side: it turns the card to that side, and back."""
    if not card.other_side:
        return []
    turned = now.turned(card)
    word = tr("Terug") if turned else tr("Andersom")
    face = front(card, None, turned)
    sign = now.sign(keys.OTHER_SIDE)
    ops = cards.ear_ops(now.g, rect, face, word, sign)
    return [Node(
        "ear", Role.BUTTON, cards.ear_rect(rect, now.g, word, sign), word, action=now.turn_round(card),
        shortcuts=keys.OTHER_SIDE.names, corner=now.g.px(20), ops=ops,
    )]  # fmt: skip


# -- the strip


def under(now: Now, card: Card) -> list[Node]:
    """What is asked beside the card, in one place: a note being written, or its doorvragen."""
    if now.v.model.panel is Panel.NOTE:
        return note(now)
    if found := asked(now):
        return found
    thought = [] if now.slips(card)[0] else thoughts.laid_down(now)
    return thought or (slips(now, card) if card.deeper else [])


def asked(now: Now) -> list[Node]:
    """What lies on the strip and is not about the card alone."""
    if now.v.model.panel is Panel.PARK:
        return thoughts.on_strip(now)
    if now.v.model.panel is Panel.JOIN:
        return joining.on_strip(now)
    joker = jokers.opened(now)
    return jokers.on_strip(now, joker) if joker else []


def ink_of(now: Now, card: Card) -> strip.Ink:
    """The colours of the strip of a card."""
    c = cards.colours_of(now.g, front(card))
    return strip.Ink(c.edge, c.band, c.on_band)


def slips(now: Now, card: Card) -> list[Node]:
    """Three strips: at rest under the card, or one of them drawn out."""
    out, _ = now.slips(card)
    count, at, ink = len(card.deeper), strip.strip_rect(now.g), ink_of(now, card)
    following = now.draw_slip(card)
    sign = now.sign(keys.DEEPER) if following and space_is_free(now) else ""
    names = keys.DEEPER.names if following else ()
    if not out:
        return _at_rest(now, card, ink, sign)
    later = tuple(range(out + 1, count + 1))
    paper = Node("slip:paper", Role.GROUP, at, layer=PAPER, ops=strip.strip_ops(now.g, ink))
    words = card.deeper[out - 1]
    label = tr("Doorvraag {n} van {m}: {words}").format(n=out, m=count, words=words)
    ops = strip.asked_ops(now.g, ink, out, words, later, sign)
    asked = Node("slip", Role.TEXT, at._replace(w=at.w - now.g.px(130)), label, ops=ops)
    nodes = [paper, asked]
    if following:
        right = Rect(at.right - now.g.px(126), at.y + now.g.px(10), now.g.px(118), at.h - now.g.px(18))
        name = tr("Doorvraag {n}").format(n=out + 1)
        nodes.append(Node("slip:next", Role.BUTTON, right, name, action=following, shortcuts=names))
    return nodes


def _at_rest(now: Now, card: Card, ink: strip.Ink, sign: str) -> list[Node]:
    """The strips peek out; on the first stands which comes next."""
    _, seen = now.slips(card)
    count, at = len(card.deeper), strip.strip_rect(now.g)
    following = now.draw_slip(card)
    paper = Node("slip:paper", Role.GROUP, at, layer=PAPER, ops=strip.resting_ops(now.g, ink, count))
    name = tr("Doorvraag {n}").format(n=seen + 1) if following else ""
    later = tuple(range(seen + 2, count + 1))
    words = strip.rest_words(now.g, ink, tuple(range(1, seen + 1)), name, later, sign)
    band = Rect(at.x, at.y + now.g.px(4), at.w, now.g.px(44))
    if not following:
        told = tr("Alle {n} doorvragen zijn geweest").format(n=count)
        return [paper, Node("slip", Role.TEXT, band, told, ops=words)]
    after = tr("daarna {numbers}").format(numbers=", ".join(map(str, later))) if later else ""
    before = tr("geweest {numbers}").format(numbers=", ".join(map(str, range(1, seen + 1)))) if seen else ""
    told = "; ".join(filter(None, (before, after)))
    node = Node(
        "slip", Role.BUTTON, band, name, description=told, action=following, shortcuts=keys.DEEPER.names,
        corner=now.g.px(18), ops=words,
    )  # fmt: skip
    return [paper, node]


def space_is_free(now: Now) -> bool:
    """Whether Space draws the next doorvraag: while no other control has the focus."""
    return now.v.model.focus_is("", "card", "card:first", "card:second")


# -- a note


def note(now: Now) -> list[Node]:
    """A note with the card, written on the strip."""
    g, m = now.g, now.v.theme.table
    typed = str(now.v.model.form(entries.NOTE, ""))
    sheet = strip.sheet(g, typed)
    at, inside, px = sheet.rect, sheet.inside, sheet.px
    paper = Node("slip:paper", Role.GROUP, at, ops=sheet.ops(g))
    label = tr("Notitie bij deze kaart · komt in het verslag")
    worry = worry_sentence(typed)
    head, guard = sheet.head_ops(g, label, worry or no_client_data_line())
    lines = (
        now.v.type.lines(typed, "regular", px, inside.w)[: max(1, inside.h // now.v.type.line_height(px))]
        if not now.v.model.focus_is("note:text")
        else ()
    )
    ops = (head, guard, *_written(now, inside, lines, px))
    keep = All((Do(tegenwicht.WriteNote(typed)), Shut()))
    field = Node(
        "note:text", Role.TEXT_FIELD, at, tr("Notitie"), typed, worry or no_client_data(), action=keep, first=True,
        edit=Edit("note", tegenwicht.LONGEST_NOTE, multiline=True, font_px=px, inside=inside, paper=m.slip),
        corner=g.px(20), ops=ops,
    )  # fmt: skip
    told = [Node("note:text:worry", Role.TEXT, guard.rect, worry)] if worry else []
    return [paper, Node("panel:note", Role.GROUP, at, children=(field, *told))]


def _written(now: Now, inside: Rect, lines: tuple[str, ...], px: int) -> list[Op]:
    from tegenwicht.kit import widgets

    return list(widgets.line_ops(now.v, inside, lines, "regular", px, now.v.theme.ink))
