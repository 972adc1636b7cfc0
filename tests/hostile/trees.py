"""Hostile sites grown from a seed, and what must be true of a build of each.

    python -m tests.hostile.trees --count 1000 --seed 0

Each tree is a small site that was published once, and then was changed by several hands that wish it ill. A
build of it must end in time and in bounds, with exit code 0, 1 or 2 and no traceback; unless it is 0, the
published site is as it was, byte for byte; if it is 0, nothing in the site acts, and `verify` is content.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.hostile.activity import active_parts
from tests.hostile.nastiness import CATALOGUE_LINES, CHUNKS, FRONT_LINES, NAMES, SETTINGS_LINES, TEMPLATES
from tests.support import ENGLISH, ROMANIAN, ROOT, SETTINGS, tree, write_site

SECONDS: Final = 20
"""What a build may take of the processors."""

HANG: Final = 600.0
"""Seconds after which a build is taken to hang, and is ended."""

MEMORY: Final = 2_000_000_000
"""Bytes of address space that a build may take beside what this process had before it."""

MOST_BYTES: Final = 10_000_000
"""Files larger than this are changed no further."""
_CODE: Final = re.compile(r"^[^\s:]\S*:\d+:\d+: ([A-Z]\d{3}) ", re.MULTILINE)
_TYPED: Final = "V906"
"""A number that stands in no figure: hostile templates type some, which `verify` is right to say."""

_FINDING: Final = re.compile(r"^[^\s:]\S*:\d+:\d+: ", re.MULTILINE)

Dice = random.Random
Hand = Callable[[Dice, Path], None]


def grow(root: Path, seed: int) -> None:
    """Change the small site at `root` as the seed says."""
    dice = random.Random(seed)  # noqa: S311 - the same tree for the same seed
    for _ in range(dice.randint(1, 5)):
        hand = dice.choice(HANDS)
        try:
            hand(dice, root)
        except (OSError, ValueError):  # one hand has taken away what another wants to change
            continue


def plant(root: Path) -> Path:
    """Write the small site, with something in every folder it may have."""
    base = (ROOT / "templates/base.html").read_bytes()
    catalog = (ROOT / "locales/ro.po").read_bytes()
    return write_site(
        root,
        {
            "site.toml": SETTINGS,
            "content/ro/index.md": ROMANIAN,
            "content/en/index.md": ENGLISH,
            "content/ro/method.md": "---\ntitle: Metoda\n---\n## Cum\n\nVezi [cifrele](index.md#arrests).\n",
            "content/en/method.md": "---\ntitle: Method\n---\n## How\n\nSee [the figures](index.md#arrests).\n",
            "locales/ro.po": catalog,
            "templates/base.html": base,
            "static/style.css": (ROOT / "static/style.css").read_bytes(),
            "static/own.txt": "mine\n",
        },
    )


def _some_file(dice: Dice, root: Path, suffixes: tuple[str, ...] = ()) -> Path:
    folders = ("content", "locales", "templates", "static")
    own = [root / name for name in folders if not (root / name).is_symlink()]
    found = sorted(path for folder in own for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    found += [path for name in ("site.toml", "translations.lock") if (path := root / name).is_file()]
    found = [path for path in found if path.stat().st_size < MOST_BYTES]
    fitting = [path for path in found if not suffixes or path.suffix in suffixes]
    if not fitting:
        raise FileNotFoundError(root)
    return dice.choice(fitting)


def _some_folder(dice: Dice, root: Path) -> Path:
    folder = root / dice.choice(("content", "content/ro", "content/en", "locales", "templates", "static", "."))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _insert_line(dice: Dice, path: Path, lines: tuple[str, ...]) -> None:
    text = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    text.insert(dice.randint(1, max(1, len(text) - 1)), dice.choice(lines))
    path.write_bytes("\n".join(text).encode("utf-8", "surrogateescape"))


def flip_bytes(dice: Dice, root: Path) -> None:
    """Change a few bytes of a file."""
    path = _some_file(dice, root)
    data = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 6)):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    path.write_bytes(data)


def cut(dice: Dice, root: Path) -> None:
    """Cut a file short, or a piece out of it."""
    path = _some_file(dice, root)
    data = path.read_bytes()
    start, end = sorted((dice.randint(0, len(data)), dice.randint(0, len(data))))
    path.write_bytes(data[:start] + (data[end:] if dice.random() < 0.5 else b""))


def junk(dice: Dice, root: Path) -> None:
    """Fill a file with random bytes."""
    _some_file(dice, root).write_bytes(dice.randbytes(dice.choice((0, 1, 100, 5000))))


def other_encoding(dice: Dice, root: Path) -> None:
    """Save a file in another encoding."""
    path = _some_file(dice, root, (".md", ".po", ".toml"))
    text = path.read_bytes().decode("utf-8", "replace")
    path.write_bytes(text.encode(dice.choice(("utf-16", "utf-32", "utf-8-sig", "cp1250", "utf-7")), "replace"))


def nasty_front(dice: Dice, root: Path) -> None:
    """Put a bad line into front matter."""
    _insert_line(dice, _some_file(dice, root, (".md",)), FRONT_LINES)


def nasty_text(dice: Dice, root: Path) -> None:
    """Add bad Markdown to a sheet."""
    path = _some_file(dice, root, (".md",))
    chunk = dice.choice(CHUNKS) * dice.choice((1, 1, 1, 30, 1000, 20000))
    with path.open("ab") as file:
        file.write(b"\n" + chunk.encode("utf-8", "surrogatepass")[: dice.choice((500, 50_000, 900_000))] + b"\n")


def nasty_settings(dice: Dice, root: Path) -> None:
    """Put a bad line into site.toml."""
    _insert_line(dice, _some_file(dice, root, (".toml",)), SETTINGS_LINES)


def nasty_catalogue(dice: Dice, root: Path) -> None:
    """Put a bad line into a catalogue."""
    _insert_line(dice, _some_file(dice, root, (".po",)), CATALOGUE_LINES)


def nasty_template(dice: Dice, root: Path) -> None:
    """Put a bad line into a template."""
    _insert_line(dice, _some_file(dice, root, (".html",)), TEMPLATES)


def odd_name(dice: Dice, root: Path) -> None:
    """Add a sheet or another file under an odd name."""
    name = dice.choice(NAMES) + dice.choice(("", ".md", ".po", ".html"))
    (_some_folder(dice, root) / name).write_bytes(dice.choice((b"", b"x", ROMANIAN.encode(), dice.randbytes(50))))


def odd_folder(dice: Dice, root: Path) -> None:
    """Add folders with odd names, or many of them inside each other."""
    folder = _some_folder(dice, root) / dice.choice(NAMES)
    for _ in range(dice.choice((0, 0, 1, 40))):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(ENGLISH)


def a_link(dice: Dice, root: Path) -> None:
    """Put a link where a file or a folder is, or beside them."""
    target = dice.choice(("/etc/passwd", "..", ".", "nowhere", "/dev/zero", "/proc/self", str(root)))
    place = dice.choice(
        (_some_file(dice, root), _some_folder(dice, root) / "link.md", root / "static", root / ".cache")
    )
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def a_pipe(dice: Dice, root: Path) -> None:
    """Put a pipe where a file is."""
    path = dice.choice((_some_file(dice, root), _some_folder(dice, root) / "pipe.md", root / "translations.lock"))
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def a_giant(dice: Dice, root: Path) -> None:
    """Make a file giant, on disk or by its claim alone."""
    path = dice.choice((_some_file(dice, root), _some_folder(dice, root) / "giant.md"))
    if dice.random() < 0.5:
        with path.open("ab") as file:
            file.truncate(2**40)
    else:
        path.write_bytes(dice.choice((b"a", b"\n", b"- ", b"\xc4\x83", b"k: v\n")) * 300_000)


def folder_for_file(dice: Dice, root: Path) -> None:
    """Put a folder where a file is wanted, or a file where a folder is."""
    if dice.random() < 0.5:
        path = _some_file(dice, root)
        path.unlink()
        path.mkdir()
    else:
        path = _some_folder(dice, root)
        if path != root:
            shutil.rmtree(path)
            path.write_text("x")


def copy_about(dice: Dice, root: Path) -> None:
    """Copy a file over another one, of whatever kind."""
    shutil.copyfile(_some_file(dice, root), _some_file(dice, root))


def damage_cache(dice: Dice, root: Path) -> None:
    """Damage what the last build has kept, and the list of what it published."""
    if (root / ".cache").is_symlink():  # what lies behind is not the cache
        raise FileNotFoundError(root)
    kept = sorted(path for path in (root / ".cache").rglob("*") if path.is_file())
    path = dice.choice(kept)
    data = bytearray(path.read_bytes())
    if data and dice.random() < 0.7:
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(data)
    else:
        path.write_bytes(dice.randbytes(dice.choice((0, 10, 3000))))


def a_lock(dice: Dice, root: Path) -> None:
    """Write a translations.lock of sorts."""
    (root / "translations.lock").unlink(missing_ok=True)
    lines = ('"content/en/index.md" = 3', "[x]", '"../../x" = "0123456789ab"', "a = [[[[", "\x00", "v = 99999999999")
    (root / "translations.lock").write_text("\n".join(dice.sample(lines, 3)))


HANDS: Final[tuple[Hand, ...]] = (
    *(flip_bytes, cut, junk, other_encoding, nasty_front, nasty_front, nasty_text, nasty_text, nasty_settings),
    *(nasty_catalogue, nasty_template, odd_name, odd_folder, a_link, a_pipe, a_giant, folder_for_file, copy_about),
    *(damage_cache, a_lock),
)


@dataclass(frozen=True)
class Outcome:
    """How one build of a hostile tree ended."""

    seed: int
    code: int
    seconds: float
    said: str
    faults: tuple[str, ...]


def warm() -> None:
    """Import what builds import, so that each child need not."""


def try_tree(seed: int, folder: Path) -> Outcome:
    """Publish the small site in `folder`, let it be changed, build again, and judge."""
    root = plant(folder / f"tree-{seed}")
    code, said, _ = _build(root, folder)
    if code:
        return Outcome(seed, code, 0.0, said, ("the small site cannot be built",))
    before = tree(root / "public")
    grow(root, seed)
    code, said, seconds = _build(root, folder)
    faults = tuple(_faults(root, before, code, said, seconds))
    if not faults:
        shutil.rmtree(root)
    return Outcome(seed, code, seconds, said, faults)


def _faults(root: Path, before: dict[str, bytes], code: int, said: str, seconds: float) -> Iterator[str]:
    if code not in {0, 1, 2}:
        yield f"exit code {code}"
    if "Traceback" in said:
        yield "a traceback"
    if seconds > SECONDS:
        yield f"{seconds:.0f} seconds"
    after = tree(root / "public")
    if code:
        yield from _faults_of_refusal(code, said, is_as_it_was=after == before)
        return
    for path, data in after.items():
        if path.endswith(".html") and data != before.get(path):
            yield from (f"{path}: {part}" for part in active_parts(data.decode("utf-8", "replace")))
    verified, said = _in_a_child(["verify", str(root / "public")], root)[:2]
    if verified and set(_CODE.findall(said)) - {_TYPED}:
        yield f"verify: {said[-600:]}"


def _faults_of_refusal(code: int, said: str, *, is_as_it_was: bool) -> Iterator[str]:
    if not is_as_it_was:
        yield "the published site is not as it was"
    if code == 1 and not _FINDING.search(said):
        yield "no finding with file and line"
    if not said.strip(" \n"):
        yield "nothing is said"


def _build(root: Path, folder: Path) -> tuple[int, str, float]:
    return _in_a_child(["build", "--root", str(root), "-j", "2", "--all"], folder)


def _in_a_child(arguments: list[str], folder: Path) -> tuple[int, str, float]:
    """Run a command in a fork with bounded memory, and stop it when it takes far too long."""
    begun = time.monotonic()
    with tempfile.TemporaryFile(dir=folder.parent if folder.is_file() else None) as said:
        pid = os.fork()
        if not pid:
            _be_a_build(arguments, said.fileno())
        while not (ended := os.wait4(pid, os.WNOHANG))[0]:
            if time.monotonic() - begun > HANG:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return -9, "", HANG
            time.sleep(0.005)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(ended[1]), text, ended[2].ru_utime + ended[2].ru_stime


def _address_space() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell (proc(5), `statm`)."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split(" ")[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _be_a_build(arguments: list[str], output: int) -> None:
    code = 70
    try:
        import resource

        os.dup2(output, 1)
        os.dup2(output, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        most = _address_space() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        from factsheet.cli import main

        code = main(arguments)
        sys.stdout.flush()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # noqa: BLE001 - what escapes is what is looked for
        import traceback

        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def main() -> int:
    """Try trees; print those that went wrong and a summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="keep the trees that went wrong here")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="trees-"))
    folder.mkdir(parents=True, exist_ok=True)
    warm()
    ended: dict[int, int] = {}
    wrong, slowest = 0, 0.0
    for seed in range(arguments.seed, arguments.seed + arguments.count):
        outcome = try_tree(seed, folder)
        ended[outcome.code] = ended.get(outcome.code, 0) + 1
        slowest = max(slowest, outcome.seconds)
        if outcome.faults:
            wrong += 1
            print(f"seed {seed}: {'; '.join(outcome.faults)}\n{outcome.said[-1500:]}", flush=True)  # noqa: T201
    print(f"{arguments.count} trees, exit codes {ended}, slowest {slowest:.1f} s, {wrong} wrong")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
