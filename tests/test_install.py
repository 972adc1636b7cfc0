"""What somebody has who installs the wheel and nothing else of this repository."""

import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from scripts.locks import INSTALLERS
from tests.previewing import HANG, Running, wait_for
from tests.support import SMALL_SITE, settle, write_site


@pytest.fixture(scope="module")
def command(archives: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `factsheet`, from the wheel, in an environment that knows nothing of this checkout.

    The packages that the wheel asks for are those of the development environment: nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("installed")
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    python = environment / "bin/python"
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "-q"]
    subprocess.run([*install, str(archives[0])], cwd=folder, capture_output=True, check=True)
    return environment / "bin/factsheet"


def _run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *arguments], cwd=cwd, env=_clean(), capture_output=True, text=True, timeout=600, check=False
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
        if arguments[:2] == ("new", "site"):
            settle(tmp_path / "x")
    assert "20.480" in (tmp_path / "x/public/ro/index.html").read_text(encoding="utf-8")


def _serves(command: list[Path | str], site: Path) -> None:
    """Preview a small site by a command, look at its page and the preview's own files, and end it."""
    log = site.with_name("log")
    with log.open("wb") as out:
        process = subprocess.Popen([*command, "serve", "--port", "0"], cwd=site, env=_clean(), stdout=out, stderr=out)
        try:
            assert wait_for(lambda: "Preview at " in log.read_text(encoding="utf-8")), log.read_text("utf-8")
            port = int(log.read_text(encoding="utf-8").partition("127.0.0.1:")[2].partition("/")[0])
            running = Running(process, port=port)
            assert "1,209" in running.ask("/en/").decode()
            assert running.ask("/_preview/client.js").startswith(b"HTTP/1.1 200 ")
            assert running.ask("/_preview/client.css").startswith(b"HTTP/1.1 200 ")
            process.send_signal(signal.SIGINT)
            assert process.wait(HANG) == 0
        finally:
            process.kill()
            process.wait(HANG)


@pytest.fixture(scope="module")
def installers(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pipx and uv at their locked releases."""
    environment = tmp_path_factory.mktemp("installers") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin/python"), "install", "-q", "--no-deps"]
    pip.append("--no-compile")  # of the many modules few are used
    lock = ["--require-hashes", "-r", str(INSTALLERS)]
    subprocess.run([*pip, *lock], env=_clean() | _only(wheels, environment), check=True)
    return environment / "bin"


def _only(wheels: Path, folder: Path) -> dict[str, str]:
    """The variables that make pip and uv look for packages in one folder and nowhere else; `folder` holds settings."""
    settings = folder / "uv.toml"
    settings.write_text(f'no-index = true\nfind-links = ["{wheels.as_uri()}"]\n', encoding="utf-8")
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels.as_uri()}
    return pip | {"UV_CONFIG_FILE": str(settings), "PIPX_DEFAULT_BACKEND": "uv"}


@pytest.fixture
def _locked_alone(wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offer installers the locked releases and no others, so that what they choose is the same on any day."""
    for name, value in _only(wheels, tmp_path).items():
        monkeypatch.setenv(name, value)


@pytest.mark.slow
@pytest.mark.usefixtures("_locked_alone")
def test_pipx_installs_the_wheel(
    archives: tuple[Path, Path], installers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pipx install` of the wheel gives a command that begins a site, from the locked packages alone."""
    for name in ("HOME", "BIN_DIR", "MAN_DIR"):
        monkeypatch.setenv(f"PIPX_{name}", str(tmp_path / name))
    _succeeds(installers / "pipx", "install", "--python", sys.executable, archives[0], cwd=tmp_path)
    _succeeds(tmp_path / "BIN_DIR/factsheet", "new", "site", "x", cwd=tmp_path)
    assert (tmp_path / "x/site.toml").exists()


@pytest.mark.slow
@pytest.mark.usefixtures("_locked_alone")
def test_uvx_runs_the_wheel(
    archives: tuple[Path, Path], installers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`uvx --from` the wheel shows a site without installing anything for good, the preview's own files out of it."""
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("UV_TOOL_DIR", str(tmp_path / "tools"))
    run: list[Path | str] = [installers / "uvx", "--python", sys.executable, "--from", archives[0], "factsheet"]
    _serves(run, write_site(tmp_path / "x", SMALL_SITE))


def _succeeds(*words: Path | str, cwd: Path) -> None:
    """Run a command that may install packages; it must end well."""
    done = subprocess.run(words, cwd=cwd, env=_clean(), capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
