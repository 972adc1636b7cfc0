"""What the preview's server answers, whole: status, headers and body, of each request that browsers and strangers make.

`answers/requests.txt` has a request in each group: its lines begin with `> `, those of the answer follow. `{host}` is
the server's own name and `{port}` its port. A frame is sent to the reload socket once the handshake
is over, and the message behind it is what comes back. Headers that the published site has as well are
written out in the first answer alone. `make golden` writes the answers.
"""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.outputs.hosting import HEADERS
from factsheet.preview.access import make_access_rules
from factsheet.preview.handlers import Shared
from factsheet.preview.overlay import Desk
from factsheet.preview.preview import _serving, bind
from factsheet.preview.rebuild import State
from factsheet.tools.findings import words_of
from tests.previewing import HANG, frame, head_of_answer, next_frame, received

FILE = Path(__file__).parent / "answers/requests.txt"
PAGE = "<!doctype html><html lang=ro><head><title>Cifre</title></head><body><p>1.209</p></body></html>"
SITE = State(
    serial=7,
    files={
        **{name: PAGE.encode() for name in ("index.html", "ro/index.html", "ro/școală/index.html")},
        **{name: f"{name}: {PAGE}".encode() for name in ("404.html", "ro/404.html")},
        **{
            name: name.encode()
            for name in (
                *("assets/style.0123456789.css", "ro/data/arrests.csv", "ro/data/arrests.json", "ro/feed.xml"),
                *("ro/card.png", "ro/hartă.svg", "ro/sheet.pdf", "robots.txt", "_headers", "assets/a.woff2"),
            )
        },
    },
    problems=(
        report("N101", Place("content/ro/index.md", 2, 8), metric="a", value="1.2.3"),
        report("F003", Place("content/ro/more.md")),
    ),
)
STATES = {
    "": SITE,
    "errors": State(serial=7, files=SITE.files, problems=SITE.problems, has_errors=True),
    "none": State(),
    "crash": State(files=SITE.files, crash="ValueError: <b> (rows.py:3)"),
}
_OF_THE_SITE = "\n".join(f"{name}: {value}" for name, value in HEADERS)
_ASKED = "> "
_STATE = "> state: "
_FRAME = "> frame: "


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Shared]:
    """What the handlers of a server share, which serves while a test runs."""
    sockets, port = bind("127.0.0.1", 0)
    (tmp_path / "content/ro").mkdir(parents=True)
    (tmp_path / "content/ro/index.md").write_text("---\nvalue: 1.2.3\n---\n", encoding="utf-8")
    desk = Desk(root=tmp_path, words=words_of("en"), editor="code://file{path}:{line}:{column}")
    shared = Shared(rules=make_access_rules("127.0.0.1", port, "token"), desk=desk, language="en", state=SITE)
    with _serving(shared, sockets):
        shared.ready.set()
        yield shared


def answer(shared: Shared, asked: list[str]) -> Iterator[str]:
    """The lines of an answer, without what differs each time: the day, and the length of what names the folder."""
    name = next((line.removeprefix(_STATE) for line in asked if line.startswith(_STATE)), "")
    shared.state, frames = STATES[name], [line.removeprefix(_FRAME) for line in asked if line.startswith(_FRAME)]
    lines = [line.removeprefix(_ASKED) for line in asked if not line.startswith((_STATE, _FRAME))]
    is_socket, host = "Upgrade: websocket" in lines, f"127.0.0.1:{shared.rules.port}"
    request = "".join(f"{line}\r\n" for line in (*lines, *([] if is_socket else ["Connection: close"]), ""))
    with closing(socket.create_connection(("127.0.0.1", shared.rules.port), timeout=HANG)) as connection:
        connection.sendall(request.replace("{host}", host).replace("{port}", f"{shared.rules.port}").encode())
        said = (head_of_answer(connection) if is_socket else received(connection)).decode()
        head, _, body = said.partition("\r\n\r\n")
        assert not body or f"Content-Length: {len(body.encode())}\r\n" in f"{head}\r\n"
        for one in frames:
            connection.sendall(frame(one.encode()))
            kind, message = next_frame(connection)
            said += f"{kind}: {message.decode() if kind == 1 else message.hex()}"
    for line in said.replace(host, "{host}").replace(str(shared.desk.root), "").split("\n"):
        if line.strip() and not line.startswith(("Date:", "Content-Length:")):
            yield line.rstrip("\r")


def test_answers(shared: Shared, *, rewrite_golden: bool) -> None:
    """Each request is answered as it was when the answers were read."""
    made: list[str] = []
    expected = FILE.read_text("utf-8")
    for group in expected.rstrip("\n").split("\n\n"):
        asked = [line for line in group.split("\n") if line.startswith(_ASKED)]
        said = "\n".join([*asked, *answer(shared, asked)])
        made.append(said.replace(_OF_THE_SITE, "(the headers of the site)") if made else said)
    if rewrite_golden:
        FILE.write_text("\n\n".join(made) + "\n", "utf-8")
        expected = FILE.read_text("utf-8")
    assert "\n\n".join(made) + "\n" == expected
