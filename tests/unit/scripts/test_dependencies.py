"""What the check of dependencies finds, on small lists made for it."""

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from scripts import dependencies
from scripts.dependencies import Hole
from scripts.locks import Locked

ALLOWED = frozenset({"MIT", "PSF-2.0", "Apache-2.0"})


def _locked(name: str, version: str = "1.0") -> Locked:
    return Locked(name=name, version=version, hashes=("0" * 64,))


def test_a_package_without_a_hash_is_found() -> None:
    """A package that could be replaced by another file of its name is found."""
    loose = Locked(name="loose", version="1.0")
    assert list(dependencies.unlocked([_locked("tight"), loose])) == [
        "loose 1.0 has no hash in its lock: run `make lock`"
    ]


def test_a_site_must_get_what_was_tested() -> None:
    """A package at two versions in the two locks is found, and so is one that is in the first alone."""
    found = dependencies.unequal([_locked("a"), _locked("b"), _locked("c")], [_locked("a"), _locked("b", "2.0")])
    assert [finding.split(" ", 1)[0] for finding in found] == ["b", "c"]


def test_a_requirement_must_be_met() -> None:
    """A requirement that no lock meets is found, whatever the spelling of its name."""
    wanted = [Requirement("Py_YAML>=6"), Requirement("babel==2.18.*"), Requirement("absent")]
    found = dependencies.unanswered(wanted, [_locked("py-yaml", "6.0.3"), _locked("babel", "2.17.0")])
    assert [finding.partition(" is asked")[0] for finding in found] == ["babel==2.18.*", "absent"]


def test_the_environment_must_be_the_locked_one() -> None:
    """A package at another version, or not installed, is found; one for other machines is not missed."""
    elsewhere = Locked(name="elsewhere", version="1.0", marker='sys_platform == "none"', hashes=("0" * 64,))
    found = list(dependencies.outdated_environment([_locked("pytest", "0.1"), _locked("no-such-package"), elsewhere]))
    assert [finding.partition(" ")[0] for finding in found] == ["pytest", "no-such-package"]


def test_a_licence_must_be_known_and_allowed() -> None:
    """A package without a recorded licence is found, and so is one whose licence is not allowed."""
    licences = {"free": "MIT", "other": "GPL-3.0-or-later"}
    found = dependencies.unlicensed([_locked("free"), _locked("other"), _locked("new")], licences, ALLOWED)
    assert [finding.partition(" ")[0] for finding in found] == ["other", "new"]


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND GPL-3.0-or-later", False),
        ("GPL-3.0-or-later OR MIT", True),
        ("(GPL-3.0-or-later OR Apache-2.0)", True),
        ("GPL-3.0-or-later", False),
    ],
)
def test_licence_expressions(expression: str, *, allowed: bool) -> None:
    """All parts joined by AND must be allowed, one of those joined by OR."""
    assert dependencies.is_allowed(expression, ALLOWED) is allowed


def test_a_changed_licence_is_found() -> None:
    """A release that states another licence than the one recorded is found."""
    assert list(dependencies.relicensed([_locked("pytest")], {"pytest": "MIT"})) == []
    assert list(dependencies.relicensed([_locked("pytest")], {"pytest": "ISC"})) == [
        "pytest 1.0 is under MIT, but ISC is recorded"
    ]


@pytest.mark.parametrize(
    ("version", "found"), [("6.4.1", True), ("6.4.2", False), ("7.0", True), ("7.1", False), ("8", False)]
)
def test_a_known_hole_is_found(version: str, *, found: bool) -> None:
    """A version in one of the ranges that have the hole is found, and no other."""
    hole = Hole(package="a", advisory="CVE-0", affected=(SpecifierSet("<6.4.2"), SpecifierSet(">=7,<7.1")))
    assert bool(list(dependencies.vulnerable([_locked("a", version), _locked("b", "1")], [hole]))) is found


def test_findings_fail_the_check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints each finding and exits with 1 if there is any."""
    monkeypatch.setattr(dependencies, "find", lambda: iter(["a is wrong"]))
    assert dependencies.main() == 1
    assert capsys.readouterr().err == "dependencies: a is wrong\n"
    monkeypatch.setattr(dependencies, "find", lambda: iter(()))
    assert dependencies.main() == 0


def test_a_licence_that_is_stated_in_a_file_was_read_there() -> None:
    """What a package of npm states counts, but for one that names a file: that is looked up, or unknown."""
    plain, filed, new = (
        Locked(name=name, version="1.0", hashes=("0" * 64,), licence=licence)
        for name, licence in (("plain", "MIT"), ("filed", "SEE LICENSE IN LICENSE"), ("new", "SEE LICENSE IN LICENSE"))
    )
    stated = dependencies.stated_licences([plain, filed, new], {"filed": "Bitstream-Vera", "plain": "0BSD"})
    assert stated == {"plain": "MIT", "filed": "Bitstream-Vera", "new": "none"}
