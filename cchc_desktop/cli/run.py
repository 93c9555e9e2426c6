"""From the words of the command line to an exit code; the one place where its errors are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cchc_desktop import __version__
from cchc_desktop.cli.arguments import HelpAsked, WrongUse, no_such_command, read
from cchc_desktop.cli.console import Console
from cchc_desktop.errors import UserFacingError

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

RunWindow = Callable[[Path | None], int]


def run(arguments: Sequence[str], console: Console, run_window: RunWindow) -> int:
    """Do what the arguments say; returns the exit code and never raises."""
    try:
        return _run(arguments, console, run_window)
    except HelpAsked as answer:
        console.say(str(answer))
        return DONE
    except WrongUse as error:
        console.complain(error)
        return WRONG_USE
    except UserFacingError as error:
        console.complain(error)
        return FAILED
    except KeyboardInterrupt:
        console.complain(UserFacingError("Đã dừng theo yêu cầu."))
        return INTERRUPTED
    except BrokenPipeError:
        console.silence()
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence and a file instead of a traceback
        from cchc_desktop.cli.error_log import unexpected

        console.complain(unexpected(error))
        return FAILED


def _run(arguments: Sequence[str], console: Console, run_window: RunWindow) -> int:
    if not arguments:
        return run_window(None)
    from cchc_desktop.cli import bases_command, commands, import_command

    known = {
        "new": commands.make_new,
        "sample": commands.make_sample,
        "info": commands.say_info,
        "export": commands.export,
        "import": import_command.import_old,
        "bases": bases_command.bases,
    }
    first = arguments[0]
    if first not in known and not first.startswith("-"):
        return run_window(_dossier_path(arguments))
    wanted = read(arguments, known)
    if wanted.version:
        console.say(f"CCHC Desktop {__version__}")
    elif wanted.self_test:
        from cchc_desktop.cli.self_test import self_test

        return DONE if self_test(console) else FAILED
    elif "command" in wanted:
        wanted.command(wanted, console)
    else:
        raise WrongUse("Chưa có lệnh nào.", "Gõ “cchc-desktop --help” để xem cách dùng.")
    return DONE


def _dossier_path(arguments: Sequence[str]) -> Path:
    """The only argument as a path; the window says what is wrong with a file that is no dossier."""
    first = arguments[0]
    path = Path(first)
    if len(arguments) > 1 or not (path.suffix.lower() == ".cchc" or path.is_file()):
        raise no_such_command(first)
    return path
