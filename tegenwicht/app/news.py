"""What a screen reader is told that no command asked for: news about saving, and where one has come."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from tegenwicht.i18n import tr
from tegenwicht.kit.nodes import Node, Role, find
from tegenwicht.screens.shell.model import Model


class Saves(Protocol):
    """Something that is kept on disk."""

    @property
    def trouble(self) -> str:
        """Why something is not saved, as long as that lasts; empty when all is well."""


class Announcer:
    """Puts words in the model for a screen reader. notices: news of the journal, once. saves: all that is kept."""

    def __init__(self, notices: Callable[[], Sequence[str]], saves: Sequence[Saves]) -> None:
        self._notices, self._saves = notices, saves
        self._shown = ("", "")

    def said(self, model: Model, words: str, after: Node | None = None) -> Model:
        """The same words again are said again. after: the tree that is shown; what was said just now and is not
        on it yet, and so not on its way, is said first."""
        from tegenwicht.kit.screen_reader.access import again

        if after is not None:
            shown = find(after, "status")
            if shown is None or shown.label != model.announcement:
                words = f"{model.announcement} {words}".strip()
        return replace(model, announcement=again(words, model.announcement))

    @property
    def _trouble(self) -> str:
        return next((one.trouble for one in self._saves if one.trouble), "")

    def has_news(self, model: Model) -> bool:
        """Whether the trouble with saving is another than the model shows."""
        return self._trouble != model.trouble

    def with_news(self, model: Model, shown: Node) -> Model:
        """What there is to tell about saving: on the screen, and said after whatever was to be said."""
        news = tuple(self._notices())
        words = [*news]
        if self.has_news(model):
            words.append(self._trouble or tr("Alles is weer bewaard."))
        model = replace(model, trouble=self._trouble, notices=(*model.notices, *news))
        return self.said(model, " ".join(words), shown) if words else model

    def arrived(self, model: Model, tree: Node) -> tuple[Model, Node]:
        """On another screen of which nothing was said, its name is: a blind player would not know of it."""
        screen, said = self._shown
        if screen and screen != tree.label and said == model.announcement:
            model = self.said(model, screen_of(tree))
            tree = _saying(tree, model.announcement)
        self._shown = (tree.label, model.announcement)
        return model, tree


def screen_of(tree: Node) -> str:
    """The name of a screen: what the window is called, without the program."""
    return tree.label.removesuffix(" – Tegenwicht")


def _saying(tree: Node, words: str) -> Node:
    """The tree with other words for a screen reader."""
    children = (one._replace(label=words) if one.role is Role.STATUS else one for one in tree.children)
    return tree._replace(children=tuple(children))
