"""Accounts to write: of a session that was played, and of people who type anything."""

from dataclasses import replace
from datetime import UTC, datetime

from tegenwicht.game import events, tegenwicht
from tegenwicht.game.account import (
    Account,
    Bar,
    Block,
    CardEntry,
    Facts,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from tegenwicht.game.cards import CLUSTERS, Cluster, Group
from tegenwicht.game.state import Session
from tegenwicht.screens.parts.account.accounts import account_of
from tests.game.tables import TWO_OF_EACH, Play

MADE = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
DAY = datetime(2026, 11, 21)

NAMES = ("Samira", "Joost", "Anneke")
NOTE = "Wat we zagen, en wat we ervan maakten, liep door elkaar."
ASIDE = "Opzij, maar goed om op terug te komen."
POINT = "Eerst vragen wat iemand zelf wil."
TITLE = "Team Zuid"

HOSTILE = (
    '=HYPERLINK("http://x","klik")', "+31 6", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "   =1+1", "＝1+1",
    "# Kop", "| a | b |", "<script>alert(1)</script>", "`code` **vet** _schuin_ ~~weg~~", "1. lijst\n2. lijst",
    "- lijst\n\n    code", "![x](http://x) [a](b) [^1]", "&lt;b&gt; &amp; &", "$x^2$ \\alpha", "> citaat\n---\n===",
    "nul\x00bel\x07esc\x1b[31m", "rechts\u202enaar links\u2066!", "שלום עולם مرحبا", "Иван Ελένη 山田", "👩‍🏫 🎉 😀",
    "los\ud800surrogaat", "\ufeff\u200bniets\u2028regel\u2029alinea", ";;\"aanhalings'tekens\";;", "{nb}", "",
    "x" * 2000, "woord " * 333,
)  # fmt: skip
"""What people, or their keyboards, can put in a text."""


def played(finished: bool = True) -> Session:
    """Two rounds of three: weighed, noted, mentioned, put aside, passed, with a counterweight."""
    play = Play(TWO_OF_EACH, 3, order=(21, 61, 11, 31, 41, 51, 12, 22, 32, 42, 52, 62), rounds=2)
    groups = (None, Group.JC, Group.KM)
    named = zip(play.session.participants, NAMES, groups, strict=True)
    play.do(*(events.RenameParticipant(one.id, name, group) for one, name, group in named))
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Mention(Cluster.POLICY),
        tegenwicht.Weigh((0, 1, 2, 0)),
        tegenwicht.WriteNote(NOTE),
        tegenwicht.FinishTurn(),
    )
    play.do(
        tegenwicht.Draw(),
        tegenwicht.Weigh((1, 1, 1, 0)),
        tegenwicht.WriteNote(ASIDE),
        tegenwicht.PutAside(),
        tegenwicht.Draw(),
        tegenwicht.FinishTurn(),
    )
    play.do(
        tegenwicht.Pass(),
        tegenwicht.BeginRound(False),
        tegenwicht.Draw(),
        tegenwicht.DrawCounterweight(),
        tegenwicht.FinishTurn(),
    )
    if finished:
        play.do(tegenwicht.Pass(), tegenwicht.Pass(), events.Finish(False))
        play.happened(events.LearningPointWritten(1, POINT))
        play.do(events.Close())
    else:
        play.do(tegenwicht.Draw(), tegenwicht.WriteNote(NOTE))
    return replace(play.session, setup=replace(play.session.setup, title=TITLE))


def account(finished: bool = True, person_free: bool = False) -> Account:
    return account_of(played(finished), DAY, person_free)


def card(number: int, note: str = "", cluster: Cluster = Cluster.CLIENT) -> CardEntry:
    return CardEntry(
        number, f"Titel {number}", cluster, "Cliënt · Ronde 1", "Hoe woog je dit?", (1, 0, 2, 3), note
    )


def of(*blocks: Block, title: str = "Titel") -> Account:
    return Account(title, "Tegenwicht", "21 november 2026", blocks)


def hostile() -> Account:
    """Each of the hostile texts in each kind of block."""
    return of(*(block for text in HOSTILE for block in every_block(text)), title="=Titel | <b>\x00 😀")


def every_block(text: str) -> tuple[Block, ...]:
    return (
        Heading(text, 1),
        Paragraph(text),
        Facts(((text, text),)),
        Items((text,)),
        Quote(text, text[:60]),
        Table(text, (text[:60], "Aantal"), ((text, 3),), (Cluster.POLICY,)),
        Picture(text, ("kaarten", "genoemd"), (Bar(text, (1, 2)),)),
        Heading(text, 2),
        CardEntry(7, text, Cluster.CLIENT, text, text, (1, 0, 0, 9), text),
    )


def tally_table(rows: int = 6, columns: int = 3) -> Table:
    """A table of numbers that are all different."""
    head = ("Cluster", *(f"Ronde {n}" for n in range(1, columns + 1)))
    numbers = tuple((f"Rij {row}", *(1000 * row + n for n in range(columns))) for row in range(rows))
    return Table("Een tabel", head, numbers, tuple(CLUSTERS[row % 6] for row in range(rows)))
