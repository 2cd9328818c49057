"""The sides of a card of this mode, as the table shows them."""

from tegenwicht.game.cards import Card, Moment
from tegenwicht.i18n import tr
from tegenwicht.screens.parts.names import cluster_name, moment_name
from tegenwicht.screens.parts.table.cards import Face


def front(card: Card, moment: Moment | None = None, turned: bool = False) -> Face:
    """The side of a card that is up. moment: of the klantreis, where the talk is about one."""
    own = card.cluster is None  # of another kind, which stands in the band already
    kind = tr("Andersom") if turned else "" if own else cluster_name(card.kind)
    if moment is not None:
        kind = moment_name(moment)
    question = card.other_side if turned else card.question
    number = "" if own else str(card.number)
    return Face(
        card.family, cluster_name(card.family), kind, number, card.title, question, card.picture, turned
    )
