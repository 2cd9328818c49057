"""What is said by itself comes a moment after the rest, and at once when there is no rest."""

import pytest

from tegenwicht.kit.nodes import Node, Role, find, walk
from tegenwicht.kit.rect import Rect
from tegenwicht.kit.screen_reader.announcing import (
    LATER_SECONDS,
    LATEST_SECONDS,
    RESTS_SECONDS,
    Announcing,
    silent,
)

SOMEWHERE = Rect(0, 0, 9, 9)
Shown = tuple[Node, str, None]


def shown(
    said: str = "", name: str = "Next", focus: str = "next", screen: str = "Game", count: str = ""
) -> Shown:
    """A screen with a button, a count that speaks (where there is one), and what is announced."""
    counts = (Node("count", Role.TEXT, SOMEWHERE, count, live=True),) if count else ()
    button, status = Node("next", Role.BUTTON, SOMEWHERE, name), Node("status", Role.STATUS, SOMEWHERE, said)
    return Node("window", Role.WINDOW, SOMEWHERE, screen, children=(button, *counts, status)), focus, None


def begun(first: Shown) -> Announcing:
    one = Announcing()
    one.sent_all(first)
    return one


def words(sent: object, key: str = "status") -> str:
    assert isinstance(sent, tuple)
    node = find(sent[0], key)
    assert node is not None
    return node.label


def test_words_alone_go_at_once() -> None:
    one = begun(shown())
    assert one.next(shown("Drawn"), 5.0) == shown("Drawn")
    assert one.due is None
    assert one.next(shown("Drawn"), 5.0) is None


def test_with_something_else_the_rest_goes_first_and_the_words_a_moment_later() -> None:
    one, new = begun(shown("Begun")), shown("Drawn", name="Done")
    assert one.next(new, 5.0) == shown("Begun", name="Done")
    assert one.due == 5.0 + LATER_SECONDS
    assert one.next(new, 5.04) is None
    assert one.next(new, 5.0 + LATER_SECONDS) == new
    assert one.due is None and one.next(new, 9.0) is None


def typing(text: str, count: str, said: str = "") -> Shown:
    """A field in which someone types, and how many that finds."""
    tree, _, caret = shown(said, count=count)
    field = Node("field", Role.TEXT_FIELD, SOMEWHERE, "Seek", text)
    return tree._replace(children=(field, *tree.children)), "field", caret


def test_what_typing_finds_is_said_once_when_no_more_letters_come() -> None:
    one, now, text = begun(typing("", "60 cards")), 1.0, ""
    for letter in "weight":
        text, now = text + letter, now + 0.2
        assert words(one.next(typing(text, f"{60 - len(text)} cards"), now), "count") == "60 cards"
        assert one.next(typing(text, f"{60 - len(text)} cards"), now + 0.1) is None
    assert words(one.next(typing(text, "54 cards"), now + RESTS_SECONDS), "count") == "54 cards"
    assert one.due is None


def test_news_of_the_program_does_not_wait_for_who_types() -> None:
    one = begun(typing("", "60 cards"))
    new = typing("w", "12 cards", "Not saved")
    assert words(one.next(new, 1.0)) == ""
    assert words(one.next(new, 1.0 + LATER_SECONDS)).startswith("Not saved")


def test_another_focus_counts_as_something_else() -> None:
    one = begun(shown())
    assert words(one.next(shown("Drawn", focus="other"), 1.0)) == ""
    assert words(one.next(shown("Drawn", focus="other"), 1.0 + LATER_SECONDS)) == "Drawn"


def test_what_changes_meanwhile_moves_the_moment_but_not_for_ever() -> None:
    one, now, sent = begun(shown()), 0.0, ""
    for step in range(20):
        now = step * 0.05
        sent = words(one.next(shown("Drawn", name=f"Done {step}"), now))
        if sent:
            break
    assert sent == "Drawn" and LATEST_SECONDS <= now <= LATEST_SECONDS + 0.05


def test_words_that_are_replaced_before_their_moment_are_not_said() -> None:
    one = begun(shown())
    one.next(shown("First", name="Done"), 0.0)
    assert one.next(shown("Second", name="Done"), 0.05) is None
    assert words(one.next(shown("Second", name="Done"), 0.1)) == "Second"


def test_without_new_words_everything_goes_at_once() -> None:
    one = begun(shown("Begun"))
    assert one.next(shown("Begun", name="Done"), 0.0) == shown("Begun", name="Done")
    assert one.due is None


def test_what_speaks_and_appears_is_silent_at_first() -> None:
    one, new = begun(shown()), shown(count="3 hands")
    assert words(one.next(new, 0.0), "count") == ""
    assert words(one.next(new, LATER_SECONDS), "count") == "3 hands"


def test_on_another_screen_the_same_words_are_news_but_what_was_announced_is_not() -> None:
    one, new = begun(shown("Begun", count="3 hands")), shown("Begun", screen="Help", count="3 hands")
    first = one.next(new, 0.0)
    assert (words(first), words(first, "count")) == ("Begun", "")
    assert one.next(new, LATER_SECONDS) == new


CARD = "Card 15, Client: A yes that was none. How did you notice?"


def with_card(said: str, focus: str = "card", question: str = "How did you notice?") -> Shown:
    """A screen with a card on it, and what is announced."""
    card = Node(
        "card", Role.ARTICLE, SOMEWHERE, "Card 15, Client: A yes that was none.", description=question
    )
    status = Node("status", Role.STATUS, SOMEWHERE, said)
    return Node("window", Role.WINDOW, SOMEWHERE, "Game", children=(card, status)), focus, None


def all_said(one: Announcing, new: Shown, now: float) -> str:
    """What is announced of it, at once or later."""
    first, later = one.next(new, now), one.next(new, now + LATER_SECONDS)
    return words(later or first) if later or first else ""


def test_a_card_that_gets_the_focus_is_not_announced_as_well() -> None:
    one = begun(with_card("", focus=""))
    assert all_said(one, with_card(CARD), 1.0) == ""
    assert all_said(one, with_card(CARD, focus=""), 2.0) == ""  # nor later, when the focus goes on


def test_what_the_focus_does_not_say_is_announced() -> None:
    one = begun(with_card("", focus=""))
    assert all_said(one, with_card(f"Opposite card 4. {CARD}"), 1.0) == "Opposite card 4."
    assert all_said(one, with_card("Round 2 begins"), 2.0) == "Round 2 begins"


def test_the_other_side_of_a_card_is_said_once_by_the_card_itself() -> None:
    one = begun(with_card(""))
    one.next(with_card(""), 0.5)
    turned = "What if it was a yes all along?"
    assert all_said(one, with_card(f"Other side: {turned}", question=turned), 1.0) == "Other side"


def test_another_card_in_the_same_place_is_said_by_its_name_and_the_question_follows() -> None:
    one = begun(with_card(""))
    one.next(with_card(""), 0.5)
    tree, focus, caret = with_card(
        "Opposite card 15. Card 4, Trade: A question from a colleague. Which one stayed?"
    )
    (card, status) = tree.children
    card = card._replace(label="Card 4, Trade: A question from a colleague.", description="Which one stayed?")
    new = tree._replace(children=(card, status)), focus, caret
    assert all_said(one, new, 1.0) == "Opposite card 15. Which one stayed?"


@pytest.mark.parametrize(
    ("asked", "more", "left"),
    [
        ("When did you say ‘must’?", "Press Enter.", "Press Enter."),
        ("When was it heavy", "’s Evenings too.", "’s Evenings too."),
    ],
)
def test_of_what_the_focus_says_no_quotation_mark_is_left(asked: str, more: str, left: str) -> None:
    one = begun(with_card("", focus=""))
    assert (
        all_said(one, with_card(f"Card 15, Client: A yes that was none. {asked} {more}", question=asked), 1.0)
        == left
    )


def test_asked_for_again_the_card_is_said_though_it_has_the_focus() -> None:
    one = begun(with_card("", focus=""))
    all_said(one, with_card(CARD), 1.0)
    all_said(one, with_card("Your turn"), 2.0)
    assert all_said(one, with_card(CARD + "\u00a0"), 3.0) == CARD + "\u00a0"


def test_what_came_with_the_focus_once_is_announced_when_it_comes_back_without() -> None:
    one = begun(with_card("", focus=""))
    assert all_said(one, with_card(CARD), 1.0) == ""
    all_said(one, with_card("", focus=""), 2.0)
    assert all_said(one, with_card(CARD, focus=""), 3.0) == CARD


def test_a_short_name_in_a_sentence_is_left_there() -> None:
    one = begun(shown())
    assert all_said(one, shown("Client was named", name="Client", focus="next"), 1.0) == "Client was named"


def test_of_two_windows_with_the_same_on_them_one_is_silent() -> None:
    tree, focus, caret = shown("Drawn", count="3 hands")
    quiet = silent(tree)
    assert words((quiet, focus, caret)) == ""
    assert words((quiet, focus, caret), "count") == "3 hands"
    one = begun((silent(shown()[0]), focus, caret))
    one.next((quiet, focus, caret), 1.0)
    assert one.due is None


def test_the_question_of_a_choice_that_gets_the_focus_is_not_announced_as_well() -> None:
    first = with_card("", focus="card")
    option = Node("option", Role.RADIO, SOMEWHERE, "Trade")
    group = Node("group", Role.RADIO_GROUP, SOMEWHERE, "Which one did you name most?", children=(option,))
    status = Node("status", Role.STATUS, SOMEWHERE, "Round 1 is done. Which one did you name most?")
    tree = first[0]._replace(children=(group, status))
    one = begun(first)
    one.next(first, 0.5)
    assert all_said(one, (tree, "option", None), 1.0) == "Round 1 is done."


def test_the_name_of_what_gets_the_focus_is_not_announced_as_well_however_short() -> None:
    """With more said about it, that is no longer all that comes with the focus."""
    first = shown()
    asked = Node(
        "hands", Role.BUTTON, SOMEWHERE, "1 of 5", description="Press once for each hand that you see."
    )
    status = Node("status", Role.STATUS, SOMEWHERE, "1 of 5")
    one = begun(first)
    one.next(first, 0.5)
    assert all_said(one, (first[0]._replace(children=(asked, status)), "hands", None), 1.0) == ""


def test_a_sentence_that_came_with_the_focus_is_left_out_of_what_is_announced() -> None:
    first = shown()
    about = "About this you differ the most. Begin with 1 or with 4."
    asked = Node("asks", Role.BUTTON, SOMEWHERE, "Which situation?", description=about)
    said = "About this you differ the most: Policy. Whoever wants to, tells: why so heavy?"
    status = Node("status", Role.STATUS, SOMEWHERE, said)
    one = begun(first)
    one.next(first, 0.5)
    heard = all_said(one, (first[0]._replace(children=(asked, status)), "asks", None), 1.0)
    assert heard == "Policy. Whoever wants to, tells: why so heavy?"


@pytest.mark.parametrize("name", ["6 cards in your hand", "Your hand, 6 cards in your hand"])
def test_the_name_of_a_list_that_gets_the_focus_is_not_announced_as_well(name: str) -> None:
    """Nor is part of it; who is in the list already does not hear its name again, so then it is announced."""

    def dealt(name: str, said: str, focus: str) -> Shown:
        cards = tuple(Node(key, Role.BUTTON, SOMEWHERE, key) for key in ("One", "Two"))
        hand = Node("hand", Role.LIST, SOMEWHERE, name, children=cards)
        status = Node("status", Role.STATUS, SOMEWHERE, said)
        return Node("window", Role.WINDOW, SOMEWHERE, "Game", children=(hand, status)), focus, None

    one = begun(shown())
    one.next(shown(), 0.5)
    assert all_said(one, dealt(name, "6 cards in your hand", "One"), 1.0) == ""
    assert all_said(one, dealt(name, "5 cards in your hand", "Two"), 2.0) == "5 cards in your hand"


def test_what_is_new_with_the_status_is_said_in_one() -> None:
    one, new = begun(shown()), shown("Finished", name="Next: 2", screen="Harvest", count="Who, what?")
    assert words(one.next(new, 1.0)) == ""
    sent = one.next(new, 1.0 + LATER_SECONDS)
    assert words(sent) == "Finished. Who, what?"
    assert [node for node in walk(sent[0]) if node.live] == []  # type: ignore[index]
    assert one.next(new, 9.0) is None
    new = shown("Finished", name="Next: 2", screen="Harvest", count="Who else?")
    one.next(new, 10.0)
    later = one.next(new, 10.0 + LATER_SECONDS)
    assert (words(later), words(later, "count")) == ("Finished. Who, what?", "Who else?")
    assert [node.key for node in walk(later[0]) if node.live] == ["count"]  # type: ignore[index]


def test_what_the_status_says_too_is_said_once() -> None:
    one, new = begun(shown()), shown("Kept: a.pdf", name="Kept", count="Kept: a.pdf.")
    one.next(new, 1.0)
    assert words(one.next(new, 1.0 + LATER_SECONDS)) == "Kept: a.pdf"
    other = shown("Not now", name="Kept", count="Kept: a.pdf.")
    assert words(one.next(other, 5.0)) == "Not now"


def test_the_next_question_of_the_same_choice_is_announced() -> None:
    """Who is in a group already does not hear its name again."""

    def asked(question: str, focus: str) -> Shown:
        options = tuple(Node(key, Role.RADIO, SOMEWHERE, key) for key in ("Trade", "Client"))
        group = Node("group", Role.RADIO_GROUP, SOMEWHERE, question, children=options)
        status = Node("status", Role.STATUS, SOMEWHERE, question)
        return Node("window", Role.WINDOW, SOMEWHERE, "Game", children=(group, status)), focus, None

    one = begun(asked("Which one did you name most?", "Trade"))
    one.next(asked("Which one did you name most?", "Trade"), 0.5)
    now = "Which one did you never name?"
    assert all_said(one, asked(now, "Client"), 1.0) == now
