"""What many tests need: small sites on disk, and the command line as its user meets it."""

import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from hypothesis import settings

from factsheet.cli import main
from factsheet.core.codes import fix, message
from factsheet.core.problems import Problem
from factsheet.files.marker import MARKER

ROOT = Path(__file__).resolve().parent.parent

SETTINGS = 'reference = "ro"\ntitle = "Exemplu"\nbase_url = "https://facts.example/"\n'

ROMANIAN = """---
title: Exemplu
metrics:
  arrests:
    value: 1209
    label: Arestări
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    source: presa
    quote: "1.209 arestări"
sources:
  presa: {title: Comunicat de presă, lang: ro}
---
Operațiunile au dus la {{ arrests }}.
"""

ENGLISH = """---
title: Example
metrics:
  arrests:
    label: Arrests
    unit: {one: "{n} arrest", other: "{n} arrests"}
---
The operations led to {{ arrests }}.
"""

SMALL_SITE: Mapping[str, str] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": ROMANIAN,
    "content/en/index.md": ENGLISH,
}
"""The smallest site worth building: one figure in two languages."""


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root`, replacing those that are there, and give `root` back."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def run_cli(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `python build.py` with arguments, as a person would, and wait for it, ten minutes at most."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *map(str, arguments)],
        cwd=cwd or ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


LISTENING: list[Callable[[subprocess.CompletedProcess[str]], None]] = []
"""What hears all that commands say which are run here."""


def run_here(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in this process: the same command line without the second that a new Python takes to start.

    What a process of its own alone can show (its exit code and its encodings, another seed of hashes) is for `run_cli`.
    """
    out, err = io.StringIO(), io.StringIO()
    words = [str(argument) for argument in arguments]
    with redirect_stdout(out), redirect_stderr(err), chdir(cwd or "."):
        try:
            code = main(words)
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 2
    done = subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())
    for listen in LISTENING:
        listen(done)
    return done


def cases(usual: int, roaming: int) -> int:
    """How many cases a test of chance looks at: fewer in `make test`, more where `make fuzz` lets chance roam."""
    return roaming if settings.get_current_profile_name() == "fuzz" else usual


def tree(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder, by their path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def files_of(folder: Path) -> dict[str, bytes]:
    """Read all files below an output, the list of them left out."""
    return {path: data for path, data in tree(folder).items() if Path(path).name != MARKER}


def codes(problems: list[Problem]) -> list[str]:
    """Give the codes of findings, in their order."""
    return [problem.code for problem in problems]


def said(problem: Problem) -> str:
    """Give all that is said of a finding: place, code, message and fix."""
    return f"{problem.place}: {problem.code} {message(problem)} | {fix(problem)}"


def settle(site: Path) -> None:
    """Give a site that has just been begun an address and a publisher, as docs/editors.md asks of its editor."""
    file = site / "site.toml"
    text = file.read_text(encoding="utf-8")
    for sample, own in (("https://example.org/", "https://books.example/"), ('Biblioteca din Valea Mică"\n', 'Noi"\n')):
        assert text.count(sample) == 1
        text = text.replace(sample, own)
    file.write_text(text, encoding="utf-8")
