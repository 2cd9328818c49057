"""The program's own sounds, loaded with the first one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tegenwicht import paths

if TYPE_CHECKING:
    from tegenwicht.kit.sound import Speaker

BELL = "bell"


class Sounds:
    """clock: seconds that only go forward."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._speaker: Speaker | None = None

    def play(self, name: str) -> None:
        """One of ``assets/sounds``. The bell may be heard late; what belongs to a movement is left out then."""
        from tegenwicht.kit.sound import Speaker

        self._speaker = self._speaker or Speaker(self._clock)
        self._speaker.play(paths.assets() / "sounds" / f"{name}.wav", late=name == BELL)

    def close(self) -> None:
        """No more of them; one that is heard now is heard to its end."""
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
