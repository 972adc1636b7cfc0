"""What somebody has who installs the wheel and nothing else of this repository."""

import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.previewing import Running, wait_for

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `factsheet`, from the wheel, in an environment that knows nothing of this checkout.

    The packages that the wheel asks for are those of the development environment: nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-I", "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, cwd=folder, capture_output=True, check=True)
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin/python"
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "-q"]
    subprocess.run([*install, str(next(folder.glob("*.whl")))], cwd=folder, capture_output=True, check=True)
    return environment / "bin/factsheet"


def _run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *arguments], cwd=cwd, env=_clean(), capture_output=True, text=True, timeout=120, check=False
    )


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}


def test_the_command_is_that_of_the_wheel(command: Path, tmp_path: Path) -> None:
    """The command runs the installed package, not this checkout."""
    code = "import factsheet; print(factsheet.__file__)"
    done = subprocess.run(
        [command.with_name("python"), "-c", code],
        cwd=tmp_path,
        env=_clean(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(command.parent.parent) in done.stdout


def test_a_site_is_begun_checked_and_published(command: Path, tmp_path: Path) -> None:
    """`new site`, `check --strict`, `build` and `verify` need nothing but the wheel."""
    for arguments in (
        ("new", "site", "x"),
        ("check", "--strict", "--root", "x"),
        ("build", "--strict", "--root", "x"),
        ("verify", "x/public"),
        ("new", "sheet", "visitors", "--root", "x"),
        ("explain", "N103", "--lang", "ro"),
    ):
        done = _run(command, *arguments, cwd=tmp_path)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    assert "20.480" in (tmp_path / "x/public/ro/index.html").read_text(encoding="utf-8")


def test_the_preview_runs_from_the_wheel(command: Path, tmp_path: Path) -> None:
    """`serve` shows the new site, with its script and style sheet out of the wheel."""
    assert _run(command, "new", "site", "x", cwd=tmp_path).returncode == 0
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [command, "serve", "--root", "x", "--port", "0"], cwd=tmp_path, env=_clean(), stdout=out, stderr=out
        )
        try:
            assert wait_for(lambda: "Preview at " in log.read_text(encoding="utf-8"), seconds=60)
            port = int(log.read_text(encoding="utf-8").partition("127.0.0.1:")[2].partition("/")[0])
            running = Running(process, port=port)
            assert "20,480" in running.ask("/en/").decode()
            assert running.ask("/_preview/client.js").startswith(b"HTTP/1.1 200 ")
            assert running.ask("/_preview/client.css").startswith(b"HTTP/1.1 200 ")
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=10) == 0
        finally:
            process.kill()
            process.wait(timeout=10)
