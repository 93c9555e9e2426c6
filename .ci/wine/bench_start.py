"""How long until a frozen program's window is on the screen, against a bare Qt program frozen the same way.

    python bench_start.py PROGRAM.exe BARE.exe [ROUNDS]     under Wine, with WINEPREFIX and DISPLAY set

BARE.exe is `pyinstaller --windowed --name bare` of a QMainWindow titled "Bare Qt" with one label in it.
"""

import statistics
import subprocess
import sys
import time

TITLES = ("CCHC Desktop", "Bare Qt")
_LONGEST_SECONDS = 60


def seconds_to_window(program: str, title: str) -> float:
    """From the start of the process to its window being mapped."""
    begun = time.monotonic()
    running = subprocess.Popen(
        ["wine", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        while not _is_shown(title):
            if time.monotonic() - begun > _LONGEST_SECONDS:
                raise SystemExit(f"no window of {program}")
            time.sleep(0.01)
        return time.monotonic() - begun
    finally:
        name = program.replace("\\", "/").rsplit("/", 1)[-1]
        subprocess.run(
            ["wine", "taskkill", "/F", "/IM", name], input=b"", capture_output=True, timeout=30, check=False
        )
        running.communicate(timeout=30)


def _is_shown(title: str) -> bool:
    found = subprocess.run(
        ["xwininfo", "-name", title], capture_output=True, text=True, timeout=10, check=False
    )
    return bool(found.stdout.strip())


def main(programs: list[str], rounds: int) -> None:
    """Start both in turn, so that both meet the same machine; the first round only warms it up."""
    times: dict[str, list[float]] = {title: [] for title in TITLES}
    for turn in range(rounds + 1):
        for program, title in zip(programs, TITLES, strict=True):
            seconds = seconds_to_window(program, title)
            if turn:
                times[title].append(seconds)
    medians = [statistics.median(times[title]) for title in TITLES]
    for title, median in zip(TITLES, medians, strict=True):
        print(
            f"{title}: median {median:.2f} s of {rounds}, {min(times[title]):.2f} to {max(times[title]):.2f}"
        )
    print(f"{medians[0] / medians[1]:.2f} times the bare program")


if __name__ == "__main__":
    main(sys.argv[1:3], int(sys.argv[3]) if len(sys.argv) > 3 else 5)
