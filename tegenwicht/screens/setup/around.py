"""What stands round both screens of a new session."""

from tegenwicht.i18n import tr
from tegenwicht.kit.command import Command
from tegenwicht.screens.parts.act import Act
from tegenwicht.screens.parts.around import Around
from tegenwicht.screens.parts.top_steps import Steps
from tegenwicht.screens.shell import keys
from tegenwicht.screens.shell.corner import help_button, settings_button


def setup_around(
    place: str,
    steps: Steps,
    main: Act,
    back: Command,
    *,
    typing: bool = False,
    line: str = "",
    bindings: tuple[tuple[str, Command], ...] = (),
    calm: bool = False,
) -> Around:
    """main: the button that goes on. back: what *Terug* does. typing: its key is for the text now. Else as ``Around``."""
    return Around(
        place, (main,), Act("back", tr("Terug"), back, keys.BACK, sign=not typing), line, bindings=bindings,
        steps=steps, corner=(help_button(), settings_button()), wood=False, calm=calm,
    )  # fmt: skip
