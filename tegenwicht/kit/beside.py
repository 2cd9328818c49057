"""Work done in a thread beside this one, with no more of Python loaded for it than there is at the start."""

import _thread
from collections.abc import Callable


def beside(work: Callable[[], object]) -> Callable[[], object]:
    """Begin the work; what is returned waits for its end, once. Where no thread is to be had it is done first.

    An error ends the work; it is told where Python tells what goes wrong in threads.
    """
    busy = _thread.allocate_lock()
    busy.acquire()

    def do() -> None:
        try:
            work()
        finally:
            busy.release()

    try:
        _thread.start_new_thread(do, ())
    except RuntimeError:
        do()
    return busy.acquire
