"""Every row of the targets: ``python -m tests.bench``. Ends non-zero when something is too slow."""

import sys

from tests.bench import bench_decks, bench_history, bench_journal, bench_window


def main() -> int:
    """One table after the other."""
    return max([bench_window.main(), bench_decks.main(), bench_journal.main(None), bench_history.main()])


if __name__ == "__main__":
    sys.exit(main())
