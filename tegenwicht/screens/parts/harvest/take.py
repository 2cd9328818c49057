"""Meenemen: who tells, the card that stayed large in the middle, the others small at either side. Spoken first."""

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role
from tegenwicht.kit.ops import Drawing, Icon, Op
from tegenwicht.kit.rect import Rect
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.harvest.head import step_names
from tegenwicht.screens.parts.harvest.lines import slip, writing, writing_acts
from tegenwicht.screens.parts.harvest.minis import MIDDLE, sides
from tegenwicht.screens.parts.harvest.now import (
    TURNED,
    Harvest,
    Step,
    keep_card,
    next_tells,
    open_line,
    pass_on,
)
from tegenwicht.screens.parts.harvest.panels import people
from tegenwicht.screens.parts.harvest.places import places_of
from tegenwicht.screens.parts.names import card_name
from tegenwicht.screens.parts.table import cards, letters
from tegenwicht.screens.parts.table.faces import front
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.commands import Put

LONGEST, LONGEST_NEAR = 24, 14
"""Characters of a name that still fits on the main button, on a large screen and near by."""


def nodes(now: Harvest) -> list[Node]:
    """Everything between the top and the rim."""
    below = writing(now) if now.writing else [*slip(now), *people(now)]
    place = Node(MIDDLE, Role.GROUP, places_of(now).card)
    return [_question(now), place, *_middle(now), *sides(now), *below]


def question_words(now: Harvest) -> str:
    """What is asked, of whom."""
    who = now.teller
    if who is None:
        return tr("Iedereen is geweest.")
    asked = tr("welke kaart blijft je bij?") if now.cards else tr("wat neem je mee?")
    return f"{asked[0].upper()}{asked[1:]}" if now.session.alone else f"{now.names[who.id]}, {asked}"


def _question(now: Harvest) -> Node:
    words, at = question_words(now), places_of(now)
    line = letters.line(now.g, at.asked, words, at.question, "bold", now.v.theme.ink, 0.5, at.room)
    return Node("question", Role.HEADING, line.rect, words, level=2, live=True, ops=(line,))


def _middle(now: Harvest) -> list[Node]:
    card, who = now.card, now.teller
    if card is None or who is None:
        return [_nothing_chosen(now)]
    at = places_of(now)
    rect, high = at.card, now.g.px(at.sizes.title_y + 13)
    turned = now.v.model.form(TURNED, 0) == card.number
    face = front(card, None, turned)
    ops = cards.card_ops(now.g, rect, face, at.sizes)
    said = f"{card_name(card)}. {face.kind}" if turned else card_name(card)
    body = Node("harvest:card", Role.GROUP, rect, said, ops=ops, children=(
        Node("harvest:card:title", Role.HEADING, Rect(rect.x, rect.y, rect.w, high), said, level=3),
        Node("harvest:card:question", Role.TEXT, Rect(rect.x, rect.y + high, rect.w, rect.h - high),
             face.question),
    ))  # fmt: skip
    return [body, _ear(now, rect, card.number, turned)] if card.other_side else [body]


def _ear(now: Harvest, rect: Rect, number: int, turned: bool) -> Node:
    """The folded corner, that turns the card round."""
    word = tr("Draai terug") if turned else tr("Andersom")
    face, sign, side = (
        front(now.session.cards[number], None, turned),
        now.sign(keys.OTHER_SIDE),
        places_of(now).ear,
    )
    return Node(
        "ear", Role.BUTTON, cards.ear_rect(rect, now.g, word, sign, side), word, action=Put(TURNED, 0 if turned else number),
        shortcuts=keys.OTHER_SIDE.names, corner=now.g.px(20), ops=cards.ear_ops(now.g, rect, face, word, sign, side),
    )  # fmt: skip


def _nothing_chosen(now: Harvest) -> Node:
    """An empty place, with what to do; or, when everyone has had their say, that one can go on."""
    g, m, theme = now.g, now.v.theme.table, now.v.theme
    at = places_of(now)
    rect = at.card
    if now.teller is None:
        lines = [tr("Zeg nog wat je kwijt wilt."), tr("Daarna kijken jullie samen terug.")]
    elif now.cards:
        asked = (
            tr("Wijs je kaart aan.")
            if now.v.model.bare
            else tr("Klik op een kaart, of kies met de pijltjes.")
        )
        lines = [asked, tr("Het mag er ook geen zijn.")]
    else:
        lines = [tr("Eén zin is genoeg."), tr("Niets meenemen mag ook.")]
    w, h = rect.w / g.scale, rect.h / g.scale
    frame_ = Drawing(rect, (w, h), (
        f'<rect x="3" y="3" width="{w - 6:.0f}" height="{h - 6:.0f}" rx="24" fill="{_web(m.paper)}" fill-opacity="0.5"'
        f' stroke="{_web(m.line)}" stroke-width="3" stroke-dasharray="14 10"/>'
    ))  # fmt: skip
    px = g.px(at.empty * 2.5)
    middle, top = rect.x + rect.w // 2, rect.y + rect.h // 2 - px - g.px(at.empty * 1.8)
    ops: list[Op] = [
        frame_,
        Icon(
            Rect(middle - px // 2, top + g.px(at.empty * 0.7), px, px),
            "cards" if now.cards else "say",
            m.faint,
        ),
    ]
    for n, line in enumerate(lines):
        ops.append(
            letters.line(
                g,
                (middle, rect.y + rect.h // 2 + g.px(at.empty * (0.66 + 1.4 * n))),
                line,
                at.empty,
                "semibold",
                theme.ink,
                0.5,
                rect.w - g.px(80),
            )
        )
    return Node("harvest:none", Role.TEXT, rect, " ".join(lines), ops=tuple(ops))


def _web(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def acts(now: Harvest) -> list[Act]:
    """The buttons on the rim, the main one last."""
    if now.writing:
        return writing_acts(now)
    who, following = now.teller, now.following
    found = []
    if who is not None:
        if now.card is not None and not now.session.alone:
            found.append(Act("none", tr("Geen kaart"), keep_card(now, None), None))
        found += [
            Act("pass", tr("Pas"), pass_on(now), keys.PASS),
            Act("line", tr("Schrijf een regel"), open_line(now), keys.NOTE),
        ]
    if following is not None:
        name = now.names[following.id]
        longest = LONGEST_NEAR if now.v.near else LONGEST
        word = tr("Volgende: {name}").format(name=name) if len(name) <= longest else tr("Volgende")
        return [*found, Act("primary", word, next_tells(now), keys.PRIMARY, primary=True)]
    name = step_names(now)[Step.LOOK]
    word = tr("Verder: {name}").format(name=f"{name[0].lower()}{name[1:]}")
    return [*found, Act("primary", word, next_tells(now), keys.PRIMARY, primary=True)]
