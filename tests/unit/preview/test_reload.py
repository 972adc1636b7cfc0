"""What pages are given on their way out, and what they are told."""

from factsheet.preview.access import MOST_CHANGED, ServedFile, reload_message, with_client
from factsheet.preview.handlers import PROTOCOL
from factsheet.preview.rebuild import State


def _page(body: bytes, path: str = "ro/index.html") -> ServedFile:
    return ServedFile(path=path, body=body, media="text/html; charset=utf-8")


def test_the_script_goes_into_the_head() -> None:
    """The preview's script stands at the end of the head, once, and the page itself is not changed."""
    page = _page(b"<html><head><title>x</title></head><body></head></body>")
    sent = with_client(page, "token", 3).decode()
    assert sent.count("/_preview/client.js") == 1
    assert sent.startswith("<html><head><title>x</title><script src=")
    assert 'data-token="token" data-serial="3" data-page="ro/index.html"' in sent
    assert page.body == b"<html><head><title>x</title></head><body></head></body>"


def test_a_page_without_a_head_has_the_script_in_front() -> None:
    """A template that writes no head is kept up to date all the same."""
    assert with_client(_page(b"<p>x"), "t", 0).endswith(b"></script><p>x")


def test_a_path_cannot_leave_its_attribute() -> None:
    """A page's path is escaped where the script is told it."""
    sent = with_client(_page(b"</head>", 'a"><script>x.html'), "t", 0).decode()
    assert sent.count("<script") == 1
    assert '"><' not in sent.partition("data-page=")[2].replace('"></script>', "")


def test_few_changes_are_named_and_many_are_all() -> None:
    """A page is told which files have changed, or that it should think all have."""
    few = reload_message(State(serial=2, changed=frozenset({"b", "a"})))
    assert (few["command"], few["path"], few["changed"], few["serial"]) == ("reload", "*", ["a", "b"], 2)
    many = reload_message(State(changed=frozenset(str(number) for number in range(MOST_CHANGED + 1))))
    assert many["changed"] is None


def test_a_style_sheet_is_named_as_livereload_names_it() -> None:
    """A style sheet to be exchanged is the message's path."""
    told = reload_message(State(styles={"assets/a.css": "assets/b.css"}))
    assert (told["path"], told["liveCSS"]) == ("assets/b.css", True)
    assert PROTOCOL.endswith("official-7")
