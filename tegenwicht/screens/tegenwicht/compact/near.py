"""The table on a small window, seen from near: the large pictures with fewer design pixels."""

from tegenwicht.screens.parts.table.ground import ground_around, is_near, near_view
from tegenwicht.screens.shell import frame
from tegenwicht.screens.tegenwicht.compact.compact_size import is_compact
from tegenwicht.screens.tegenwicht.now import Now


def near_of(now: Now) -> Now | None:
    """The same table seen from near; None where it is large, where it is too small or its letters too large for that,
    or where news takes some of the room."""
    if not is_compact(now.v) or not is_near(now.v) or frame.news_height(now.v):
        return None
    v = near_view(now.v, grows=False)
    return now._replace(v=v, g=ground_around(v))
