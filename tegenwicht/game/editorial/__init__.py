"""What an editor would frown at in a deck in Dutch: advice about its texts, never a reason to refuse it.

Pure over the deck; the words of the advice are the command line's.
"""

from collections.abc import Iterator

from tegenwicht.game.cards import Deck
from tegenwicht.game.editorial import beside, counting
from tegenwicht.game.editorial.findings import Finding, Kind, Text, questions_of
from tegenwicht.game.editorial.sentences import of_text

__all__ = ["Finding", "Kind", "review"]


def review(deck: Deck) -> tuple[Finding, ...]:
    """Everything to look at again, in the order of the cards."""
    texts = [text for card in deck.cards for text in questions_of(card)]
    findings = [finding for card in deck.cards for finding in counting.of_card(card)]
    findings += [finding for text in texts for finding in of_text(text)]
    findings += [*beside.alike(texts), *_beginnings(texts), *counting.of_deck(deck, texts)]
    place = {card.id: number for number, card in enumerate(deck.cards)}
    return tuple(sorted(findings, key=lambda finding: place[finding.card.id]))


def _beginnings(texts: list[Text]) -> Iterator[Finding]:
    """What too many texts of one field begin with."""
    yield from beside.openings([text for text in texts if text.field == "question"])
    turned = [text for text in texts if text.field == "other_side"]
    yield from list(beside.openings(turned)) or beside.templates(turned)
    for number in (1, 2, 3):
        yield from beside.shared_templates([text for text in texts if text.field == f"deeper {number}"])
