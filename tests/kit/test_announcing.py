"""What is said by itself comes a moment after the rest, and at once when there is no rest."""

from tegenwicht.kit.announcing import LATER_SECONDS, LATEST_SECONDS, Announcing
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.kit.rect import Rect

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
