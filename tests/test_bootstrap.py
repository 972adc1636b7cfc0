"""What `scripts/bootstrap.sh` does with `.venv`, seen with a Python that only writes down what it is asked."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PYTHON = """#!/bin/sh
echo "$@" >>"$CALLS"
case "$*" in
  *'import ensurepip'*) exit "${ENSUREPIP:-0}" ;;
  *'print('*) echo python3.11-venv ;;
  *' venv '*) for folder; do :; done; rm -rf "$folder"; mkdir -p "$folder/bin"; cp "$0" "$folder/bin/python" ;;
  *'pip install'*) exit "${INSTALL:-0}" ;;
  *'pip check'*) echo 'a 1.0 requires b, which is not installed.'; exit "${CHECK:-0}" ;;
esac
"""
"""Asked for an environment, it copies itself there; ENSUREPIP, INSTALL and CHECK are what the steps exit with."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder, with a space in its name, that holds a lock and such a Python."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    _script(folder / "python", PYTHON)
    (folder / "some.lock").write_text("a lock\n", encoding="utf-8")
    return folder


def _script(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _bootstrap(checkout: Path, *locks: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (checkout / "calls").unlink(missing_ok=True)
    known = {"PYTHON": str(checkout / "python"), "CALLS": str(checkout / "calls")}
    return subprocess.run(
        [ROOT / "scripts/bootstrap.sh", *(locks or ["some.lock"])],
        cwd=checkout,
        env=os.environ | known | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def _calls(checkout: Path, part: str) -> list[str]:
    return [line for line in (checkout / "calls").read_text(encoding="utf-8").splitlines() if part in line]


def test_a_changed_lock_is_installed_with_hashes_and_wheels_only(checkout: Path) -> None:
    """A lock is installed with its hashes required, wheels only and nothing resolved, and copied when all is there."""
    (checkout / "more.lock").write_text("more\n", encoding="utf-8")
    done = _bootstrap(checkout, "some.lock", "more.lock")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Installing more.lock into .venv\n")
    (install,) = _calls(checkout, " install ")
    assert install.endswith("--no-deps --require-hashes --only-binary :all: -r more.lock")
    assert sorted(path.name for path in (checkout / ".venv").glob("*.lock")) == ["more.lock", "some.lock"]


def test_the_environment_is_kept_while_the_lock_is_the_same(checkout: Path) -> None:
    """Nothing is made or installed when .venv works and holds a copy of the lock."""
    assert _bootstrap(checkout).returncode == 0
    done = _bootstrap(checkout)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert _calls(checkout, "-m ") == []


def test_another_lock_makes_the_environment_anew(checkout: Path) -> None:
    """When the lock changes, nothing of the former environment stays, and the reason is told."""
    assert _bootstrap(checkout).returncode == 0
    (checkout / ".venv/left over").touch()
    (checkout / "some.lock").write_text("another lock\n", encoding="utf-8")
    done = _bootstrap(checkout)
    assert done.stderr == "Installing some.lock into .venv anew: it was made from other locks\n"
    assert not (checkout / ".venv/left over").exists()


def test_an_unfinished_installation_is_made_anew(checkout: Path) -> None:
    """After an installation that failed or was stopped, the next run makes the environment anew, and says why."""
    assert _bootstrap(checkout, INSTALL="130").returncode == 130
    done = _bootstrap(checkout)
    assert done.stderr == "Installing some.lock into .venv anew: the last installation did not finish\n"
    assert len(_calls(checkout, "venv --clear")) == 1


def test_a_stopped_update_leaves_nothing_that_looks_whole(checkout: Path) -> None:
    """When making anew is stopped and the former lock comes back, the environment is not taken for the former one."""
    assert _bootstrap(checkout).returncode == 0
    (checkout / "some.lock").write_text("another lock\n", encoding="utf-8")
    assert _bootstrap(checkout, INSTALL="1").returncode == 1
    (checkout / "some.lock").write_text("a lock\n", encoding="utf-8")
    assert "anew: the last installation did not finish" in _bootstrap(checkout).stderr


def test_a_lock_that_lacks_a_package_is_refused(checkout: Path) -> None:
    """What `pip check` finds is told, and the environment is not taken for a whole one."""
    done = _bootstrap(checkout, CHECK="1")
    assert done.returncode == 1
    assert "some.lock does not hold what its own packages need" in done.stderr
    assert "a 1.0 requires b, which is not installed." in done.stderr
    assert "anew: the last installation did not finish" in _bootstrap(checkout).stderr


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    """After an upgrade of the system took the interpreter away, the environment is made anew, and the reason told."""
    assert _bootstrap(checkout).returncode == 0
    (checkout / ".venv/bin/python").unlink()
    done = _bootstrap(checkout)
    assert done.stderr == "Installing some.lock into .venv anew: the Python in it no longer works\n"


def test_an_unusable_python_is_named(checkout: Path) -> None:
    """PYTHON naming no recent Python ends in exit code 2 and one line."""
    done = _bootstrap(checkout, PYTHON="/nowhere/python2")
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        2,
        ["PYTHON=/nowhere/python2 is no Python 3.11 or later"],
    )


@pytest.mark.parametrize(("user", "times"), [("1000", 0), ("0", 2)])
def test_a_python_that_makes_no_environments_is_explained(checkout: Path, user: str, times: int) -> None:
    """Without venv and ensurepip, and where Debian's package cannot be had, three lines say what to do."""
    tools = checkout.with_name("tools")
    tools.mkdir()
    _script(tools / "id", f"#!/bin/sh\necho {user}\n")
    _script(tools / "apt-get", f"#!/bin/sh\necho apt-get \"$@\" >>'{checkout}/apt'\nexit 100\n")
    done = _bootstrap(checkout, ENSUREPIP="1", PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [
        f"{checkout}/python lacks the modules venv and ensurepip, which make environments.",
        "On Debian and Ubuntu: sudo apt-get install python3.11-venv",
        "Elsewhere, name a Python that has them: make PYTHON=/path/to/python3",
    ]
    tried = checkout / "apt"
    assert (tried.read_text(encoding="utf-8").count("\n") if tried.exists() else 0) == times
