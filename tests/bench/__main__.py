"""Print the table: `python -m tests.bench [ROUNDS]`, three rounds where nothing is said."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bench import Bench
from tests.bench.row import table
from tests.bench.rows import ROWS

ROUNDS = 3


def main(arguments: list[str]) -> None:
    """Measure, then print; seconds are medians of the rounds."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for number in range(rounds):
            print(f"Round {number + 1} of {rounds} ...", file=sys.stderr, flush=True)
            bench.round()
        print(table(row for rows in ROWS for row in rows(bench)))


if __name__ == "__main__":
    main(sys.argv[1:])
