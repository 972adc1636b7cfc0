"""The entry: finds the command, runs it, and turns what happened into an exit code.

0: published, or nothing to report. 1: problems in the content. 2: wrong usage or settings.
"""

from __future__ import annotations  # the names of types need not be imported to start

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import NoReturn

MOST: int = 2_000_000_000
"""How many bytes of address space a command may use for a site of usual size."""

USUAL: int = 20_000_000
"""How many bytes the sheets of such a site have together: about a thousand in two languages."""

SHARE: int = 24
"""Bytes more that a command may use for each byte beyond: pages are held until all of them are published."""


def command(*, prepare: Callable[[], None] | None = None) -> NoReturn:
    """Run the command of this process, and end it.

    What Python would let go of piece by piece, the system takes back at once. Where threads are left, or what was
    printed has no way out, the end is left to Python.
    """
    code = main(prepare=prepare)
    threading = sys.modules.get("threading")
    if threading is None or threading.active_count() == 1:
        atexit._run_exitfuncs()  # noqa: SLF001 - as `sys.exit` would
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(code)
        except (AttributeError, OSError, ValueError):
            pass
    sys.exit(code)


def main(argv: Sequence[str] | None = None, *, prepare: Callable[[], None] | None = None) -> int:
    """Run the command that `argv` names (`build` where none is named) and return its exit code.

    `prepare` is called before anything is done, but not where nothing is to be done.
    """
    try:
        return _main(argv, prepare)
    except KeyboardInterrupt:
        from factsheet.cli.printing import complain

        complain("interrupted", "nothing was published")
        return 130


def _main(argv: Sequence[str] | None, prepare: Callable[[], None] | None) -> int:
    from factsheet.builder import up_to_date

    given = list(sys.argv[1:] if argv is None else argv)
    if (code := up_to_date.take(given)) is not None:
        return code
    if prepare is not None:
        prepare()
    if argv is None and given[:1] != ["serve"]:
        gc.disable()  # a command makes little garbage and ends soon; to look for it costs a tenth of a small build
    from factsheet.core import modules

    if argv is None:
        modules.use(modules.FILE)
    from factsheet.core.derived import derived, keep_compiled, keep_modules, use_compiled

    use_compiled()
    from factsheet.core.codes import keep_by

    keep_by(derived)
    code = _run(given, is_bounded=argv is None)
    keep_compiled()
    if argv is None:
        keep_modules()
    return code


def _run(given: list[str], *, is_bounded: bool) -> int:
    from factsheet.cli.arguments import parse
    from factsheet.cli.printing import Ended, complain, fall_silent, show

    _bear_any_text()
    words = with_command(given)
    arguments = parse(words)
    arguments.given = given
    if not os.path.isdir(arguments.root):
        _no_folder(arguments.root)
        return 2
    if is_bounded and words[0] != "serve":  # the threads of the preview reserve more than they use
        bound_memory(most_for(arguments.root))
    try:
        run = _profiled if getattr(arguments, "profile", False) else arguments.run
        return int(run(arguments))
    except Ended as ended:
        return ended.code
    except BrokenPipeError:  # whoever read our output, such as `head`, has gone
        fall_silent()
        return 1
    except MemoryError:
        complain("the site needs more memory than there is", "make its files smaller; nothing was published")
        return 1
    except Exception as error:  # noqa: BLE001 - raised again where it is not a plugin's
        from pathlib import Path

        from factsheet.builder.plugins import problem_of

        show([problem_of(error)], Path(arguments.root))
        return 1


# A bound on the memory of a command, so that no source can take the machine down with it.


def most_for(root: str) -> int:
    """How many bytes of address space a command may use for the site in a folder."""
    from factsheet.files.scanning import scan_tree

    try:
        sheets = scan_tree(root, ("content",), suffixes={"content": (".md",)})
    except OSError:
        return MOST
    return MOST + SHARE * max(sum(size for size, *_ in sheets.values()) - USUAL, 0)


def bound_memory(most: int) -> None:
    """Let this process fail with MemoryError instead of taking all memory there is; does nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _no_folder(wanted: str) -> None:
    from pathlib import Path

    from factsheet.cli.printing import complain
    from factsheet.core.suggest import nearest

    path = Path(wanted)
    beside = [found.name for found in path.parent.iterdir() if found.is_dir()] if path.parent.is_dir() else []
    name = nearest(path.name, beside)
    near = name and path.with_name(name)
    complain("there is no folder {folder}", "name the folder of a site with --root", folder=wanted, near=near)


def _profiled(arguments: argparse.Namespace) -> int:
    from factsheet.cli.printing import profiled, tell

    code, lines = profiled(lambda: int(arguments.run(arguments)))
    for line in lines:
        tell(line)
    return code


def _bear_any_text() -> None:
    """Escape what a terminal of another encoding than UTF-8 cannot show, instead of failing at it."""
    for stream in (sys.stdout, sys.stderr):
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(errors="backslashreplace")


def with_command(given: list[str]) -> list[str]:
    """Put `build` in front where no command is named."""
    from factsheet.cli.arguments import MODULES

    if any(word in {"-h", "--help", "--version"} for word in given[:1]):
        return given
    if given and given[0] in MODULES:
        return given
    skip = False
    for index, word in enumerate(given):
        if skip:
            skip = False
        elif word == "--root":
            skip = True
        elif word in MODULES:
            return [word, *given[:index], *given[index + 1 :]]
        elif not word.startswith("-") and not given[index - 1].startswith("-"):
            return given
    return ["build", *given]
