"""Reading and understanding a whole published plan: pytest tests/benchmarks/bench_recognise.py -s"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_desktop.authoring.import_source import read_source
from cchc_desktop.paper.recognise_source import recognise_source

MOST_SECONDS = 0.1


def best(work: Callable[[], object]) -> float:
    """The shortest of five runs, in seconds."""
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def test_a_whole_seed_is_understood_within_a_tenth_of_a_second(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{'plan':>6} {'lines':>6} {'read':>9} {'recognise':>10}"]
    slowest = 0.0
    for path in sorted(seeds.glob("*.txt")):
        source = read_source(path)
        read = best(lambda: read_source(path))  # noqa: B023
        understood = best(lambda: recognise_source(source))  # noqa: B023
        slowest = max(slowest, read + understood)
        lines.append(
            f"{path.name[:3]:>6} {len(source.lines):>6} {read * 1000:>6.1f} ms {understood * 1000:>7.1f} ms"
        )
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert slowest <= MOST_SECONDS
