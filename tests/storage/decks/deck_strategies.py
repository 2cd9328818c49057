"""Any deck in order, for Hypothesis: every character, length and value that the reader takes."""

from hypothesis import strategies as st

from tegenwicht.game.cards import Card, Cluster, Deck, Kind, Rank, Source
from tegenwicht.storage.decks.limits import (
    LONGEST_WORD,
    MOST_IN_DEEPER,
    MOST_IN_EXPLANATION,
    MOST_IN_FACTOR,
    MOST_IN_INSTRUCTION,
    MOST_IN_OTHER_SIDE,
    MOST_IN_QUESTION,
    MOST_IN_SOURCE,
    MOST_IN_TITLE,
)
from tegenwicht.storage.decks.text import BREAKS, HIDDEN

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True) | st.sampled_from(
    ["no", "null", "12", "1e3", "0x1f", "2021-01-01", "true", "id"]
)
_letters = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])
_awkward = st.sampled_from(
    ["", " ", "een woord ", "\u0600", "=1+1", "+31", "-x", "@naam", "'=1", "''-", "'s avonds", '"', '"a"', "'", "\\",
     "\\n", "#", "# x", "x #y", ": ", "a: b", "- a", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "%a", "?", "no", "~",
     "12", "012", "1,5", "1:30", "3.0", "2021-01-01", "a;b", "a,b", "#N/A", "TRUE", "WAAR", "sep=;", "é", "👩🏽", "…",
     "<b>&amp;", "\xa0x", "id kaartset"]
)  # fmt: skip


def lines(most: int) -> st.SearchStrategy[str]:
    """One line of text that a deck may have, of at most so many characters."""
    words = st.tuples(_awkward, st.text(_letters, max_size=12))
    return words.map("".join).map(lambda text: text[:most].strip()).filter(_fits)


def _fits(text: str) -> bool:
    hidden = HIDDEN.search(text) or BREAKS.search(text)
    return bool(text) and not hidden and max(map(len, text.split())) <= LONGEST_WORD


ranks = st.builds(
    Rank,
    st.integers(1, 41),
    st.lists(st.integers(1, 41), min_size=6, max_size=6).map(tuple),
)


def _maybe(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | texts


def _card(id_: str, number: int) -> st.SearchStrategy[Card]:
    unranked = st.tuples(st.sampled_from([Source.ARTICLE, Source.PRACTICE]), st.none())
    origin = st.tuples(st.just(Source.TABLE), ranks) | unranked
    others = st.sampled_from([kind for kind in Kind if kind is not Kind.FACTOR])
    cluster = st.sampled_from(Cluster)
    kinds = st.tuples(st.just(Kind.FACTOR), cluster, origin) | st.tuples(
        others, st.none() | cluster, unranked
    )
    return st.builds(
        lambda kind, title, question, deeper, other_side, explanation, picture, factor: Card(
            id_,
            number,
            kind[1],
            title,
            question,
            tuple(deeper),
            other_side,
            *kind[2],
            kind[0],
            explanation,
            picture,
            "" if kind[2][0] is Source.PRACTICE else factor,
        ),
        kinds,
        lines(MOST_IN_TITLE),
        lines(MOST_IN_QUESTION),
        st.lists(lines(MOST_IN_DEEPER), max_size=3),
        _maybe(lines(MOST_IN_OTHER_SIDE)),
        _maybe(lines(MOST_IN_EXPLANATION)),
        st.sampled_from(["", "coffee"]),
        _maybe(lines(MOST_IN_FACTOR)),
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck in order, of one or two cards."""
    names = draw(st.lists(ids, min_size=1, max_size=2, unique=True))
    numbers = draw(st.lists(st.integers(1, 9999), min_size=len(names), max_size=len(names), unique=True))
    return Deck(
        id=draw(ids),
        title=draw(lines(MOST_IN_TITLE)),
        language=draw(st.sampled_from(["nl", "nl-NL", "no", "fy"])),
        version=draw(st.integers(1, 999_999)),
        sources=tuple(draw(st.lists(lines(MOST_IN_SOURCE), min_size=1, max_size=3))),
        cards=tuple(draw(_card(name, number)) for name, number in zip(names, numbers, strict=True)),
        instruction=draw(_maybe(lines(MOST_IN_INSTRUCTION))),
    )
