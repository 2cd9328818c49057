"""Every row of the targets: ``python -m tests.bench``. Ends non-zero when something is too slow."""

import sys

from tests.bench import bench_decks, bench_growth, bench_history, bench_journal, bench_packages, bench_window


def main() -> int:
    """One table after the other."""
    window, others = bench_window.main(), [bench_packages, bench_decks, bench_growth, bench_history]
    return max([window, bench_journal.main(None), *(one.main() for one in others)])


if __name__ == "__main__":
    sys.exit(main())
