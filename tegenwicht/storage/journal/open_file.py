"""The journal's file, kept open as long as that goes: opened again when it moved, begun anew when it is damaged."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeVar

from tegenwicht.storage.files import set_aside
from tegenwicht.storage.journal import trouble as troubles
from tegenwicht.storage.journal.file import ReadOnlyFile, SessionFile
from tegenwicht.storage.journal.rows import Readable

_Answer = TypeVar("_Answer")
_Otherwise = TypeVar("_Otherwise")


class OpenFile:
    """No trouble with a disk comes out of ``attempt`` and ``ask``.

    today: the date, for the name of a file that is set aside. line_up: called with every file that is opened, before
    anything else is done with it. mine: the sessions that this process knows better than a damaged file.

    trouble: why nothing can be written, in Dutch, since the last attempt that failed; None when all is well.
    notices: Dutch sentences about what happened to files, to be shown once.
    """

    def __init__(
        self,
        path: Path,
        today: Callable[[], str],
        line_up: Callable[[SessionFile], None],
        mine: Callable[[], set[str]],
    ) -> None:
        self.path = path
        self.trouble: str | None = None
        self.notices: list[str] = []
        self._today, self._line_up, self._mine = today, line_up, mine
        self._file: SessionFile | None = None
        self._to_rescue: tuple[Path, str] | None = None

    def attempt(self, work: Callable[[SessionFile], _Answer], otherwise: _Otherwise) -> _Answer | _Otherwise:
        """What the work on the open file gives; once more after a damaged file was set aside."""
        for _ in range(2):
            try:
                return work(self.opened())
            except troubles.DISK_ERRORS as error:
                if not self._can_begin_anew(error):
                    break
        return otherwise

    def ask(self, question: Callable[[Readable], _Answer], otherwise: _Otherwise) -> _Answer | _Otherwise:
        """The answer, if need be from a disk on which nothing can be written just now."""
        answer = self.attempt(question, troubles.Failed.ON_DISK)
        if not isinstance(answer, troubles.Failed):
            return answer
        try:
            with closing(ReadOnlyFile(self.path)) as file:
                return question(file)
        except troubles.DISK_ERRORS:
            return otherwise  # the trouble was told by the attempt

    def opened(self) -> SessionFile:
        """The open file. Raises what a disk can raise (``DISK_ERRORS``)."""
        if self._file is None or not self._file.is_in_place():
            self.close()
            with ExitStack() as on_failure:
                file = SessionFile(self.path)
                on_failure.callback(file.close)
                self._rescue(file)
                self._line_up(file)
                on_failure.pop_all()
            self._file = file
        return self._file

    def _rescue(self, file: SessionFile) -> None:
        """Into the fresh file what can be read of the damaged one, and what a backup has beside that."""
        if self._to_rescue is None:
            return
        from tegenwicht.storage.journal.salvage import rescue

        (aside, told), self._to_rescue = self._to_rescue, None
        came_of_it = rescue(file, aside, self._mine())
        if told in self.notices:
            self.notices[self.notices.index(told)] = f"{told} {came_of_it}"
        else:
            self.notices.append(came_of_it)

    def _can_begin_anew(self, error: Exception) -> bool:
        """Whether there is a fresh start to be made; sets the trouble when there is not."""
        why = troubles.why_unusable(error)
        in_place = self._file is None or self._file.is_in_place()
        if why is None:
            self.trouble = troubles.sentence(error, self.path)
        if why or not troubles.is_only_busy_or_full(error):
            self.close()
        # A file that lost its name was set aside by another copy of the app: go on with what is there now.
        return why is not None and (not in_place or self._set_aside(why))

    def _set_aside(self, why: troubles.Unusable) -> bool:
        try:
            aside = set_aside(self.path, why, self._today())
        except OSError:
            self.trouble = troubles.stays_notice(why, self.path)
            return False
        told = troubles.set_aside_notice(why, self.path, aside)
        self.notices.append(told)
        self._to_rescue = (aside, told) if why is troubles.Unusable.DAMAGED else None
        return True

    def close(self) -> None:
        """Let go of the file; the next attempt or question opens it again."""
        file, self._file = self._file, None
        if file:
            file.close()
