"""The desk for decks of one's own: the list of them, the one that is edited, and the one that is played with.

``desk`` answers the commands about the list, ``editing_desk`` those about the deck that is edited.
"""

from tegenwicht.app.desks.own_decks.desk import DeckDesk as DeckDesk
