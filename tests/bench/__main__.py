"""Every row of the targets: ``python -m tests.bench``. Ends non-zero when something is too slow."""

import argparse
import sys

from tests.bench import bench_decks, bench_growth, bench_history, bench_journal, bench_packages, bench_window

TABLES = {
    "window": bench_window.main,
    "journal": lambda: bench_journal.main(None),
    "packages": bench_packages.main,
    "decks": bench_decks.main,
    "growth": bench_growth.main,
    "history": bench_history.main,
}


def main() -> int:
    """One table after the other, or those that are named."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measure, and print each figure with its target and above what it is too slow. All of it takes"
        " some ten minutes, on a machine that does nothing else.",
    )
    parser.add_argument("tables", nargs="*", metavar="table", help=", ".join(TABLES))
    named = parser.parse_args().tables
    if strange := [name for name in named if name not in TABLES]:
        parser.error(f"no table {', '.join(strange)}; there are {', '.join(TABLES)}")
    return max([TABLES[name]() for name in named or TABLES])


if __name__ == "__main__":
    sys.exit(main())
