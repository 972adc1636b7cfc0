"""Who may come in to the preview."""

import pytest

from factsheet.preview.access import is_loopback, make_access_rules

DOOR = make_access_rules("127.0.0.1", 8000, "secret")


def test_own_names_are_admitted() -> None:
    """The three names of this machine are admitted with the right port, and nothing like them."""
    assert all(DOOR.admits([f"{name}:8000"]) for name in ("127.0.0.1", "localhost", "[::1]"))
    assert not any(DOOR.admits([name]) for name in ("127.0.0.1", "LOCALHOST:8000", "127.0.0.1:8001", "::1:8000"))


def test_one_host_is_named() -> None:
    """No Host header and two of them are refused, even where both are right."""
    assert not DOOR.admits([])
    assert not DOOR.admits(["127.0.0.1:8000", "127.0.0.1:8000"])


def test_the_origin_is_that_of_the_host() -> None:
    """A socket needs the Origin of the very Host that it names."""
    assert DOOR.admits_socket(["localhost:8000"], ["http://localhost:8000"], ["secret"])
    assert not DOOR.admits_socket(["localhost:8000"], ["http://127.0.0.1:8000"], ["secret"])
    assert not DOOR.admits_socket(["localhost:8000"], [], ["secret"])


def test_the_token_is_compared_whole() -> None:
    """Only the whole token opens a socket."""
    for tokens in ([], [""], ["secre"], ["secrets"], ["SECRET"], ["secret", "secret"], ["șecret"]):
        assert not DOOR.admits_socket(["localhost:8000"], ["http://localhost:8000"], tokens)


def test_a_server_for_all_answers_to_addresses_in_figures() -> None:
    """A server that listens everywhere admits every address in figures, and no name but this machine's."""
    door = make_access_rules("0.0.0.0", 8000, "secret")  # noqa: S104 - what is tested
    assert all(door.admits([host]) for host in ("192.0.2.7:8000", "[2001:db8::1]:8000", "localhost:8000"))
    assert not any(door.admits([host]) for host in ("evil.example:8000", "192.0.2.7", "192.0.2.7:80", "1:8000"))


def test_a_server_for_a_network_answers_to_its_address() -> None:
    """A server that listens on one address admits that address only."""
    door = make_access_rules("192.0.2.7", 8000, "secret")
    assert door.admits(["192.0.2.7:8000"])
    assert not door.admits(["127.0.0.1:8000"])
    assert make_access_rules("2001:db8::1", 8000, "x").admits(["[2001:db8::1]:8000"])


def test_browsers_leave_out_the_port_of_http() -> None:
    """On port 80 the bare name is admitted as well."""
    assert make_access_rules("127.0.0.1", 80, "x").admits(["localhost"])


@pytest.mark.parametrize(
    ("host", "is_so"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("192.0.2.7", False),
        ("", False),
        ("a.example", False),
    ],
)
def test_loopback_is_known(host: str, is_so: bool) -> None:  # noqa: FBT001 - a table of cases
    """An address that only this machine reaches is told from others."""
    assert is_loopback(host) is is_so


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "[::]", ""])  # noqa: S104 - nothing listens
def test_who_listens_everywhere_answers_to_every_address(host: str) -> None:
    """Every address in figures is admitted with the right port, and no name but those of this machine."""
    door = make_access_rules(host, 8000, "t")
    for own in ("127.0.0.1:8000", "localhost:8000", "[::1]:8000", "192.168.1.5:8000", "[fe80::1]:8000"):
        assert door.admits([own]), own
    for foreign in ("192.168.1.5:8001", "192.168.1.5", "fe80::1:8000", "here.example:8000"):
        assert not door.admits([foreign]), foreign


def test_who_listens_at_an_address_answers_to_that_alone() -> None:
    """Another address of the machine is another server."""
    door = make_access_rules("192.168.1.5", 8000, "t")
    assert door.admits(["192.168.1.5:8000"])
    assert not door.admits(["192.168.1.6:8000"])
    assert not door.admits(["127.0.0.1:8000"])
