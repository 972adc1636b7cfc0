"""A run tells what it took, and a failed one is no result."""

import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from benchmarks import measure, serving
from benchmarks.measure import Failed, run

HOLD = "import time; block = bytearray(b'x' * 60_000_000); time.sleep(0.3)"
FORK = f"import os\nif os.fork():\n    os.wait()\nelse:\n    {HOLD}\n    os._exit(0)"


def test_run(tmp_path: Path) -> None:
    """A run has wall time, processor time and memory, in the folder and with the variables it was given."""
    code = "import os, pathlib; pathlib.Path('made').write_text(os.environ['GIVEN'])"
    taken = run([sys.executable, "-c", code], tmp_path, {"GIVEN": "yes"})
    assert (tmp_path / "made").read_text("utf-8") == "yes"
    assert taken.cpu > 0
    assert 0 < taken.wall < 60
    assert 4 < taken.peak < 4000


def test_failure(tmp_path: Path) -> None:
    """A command that fails is no result, and says why."""
    with pytest.raises(Failed, match="broken"):
        run([sys.executable, "-c", "raise SystemExit('broken')"], tmp_path, {})


def test_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that takes too long is ended."""
    monkeypatch.setattr(measure, "LIMIT", 0.2)
    with pytest.raises(Failed):
        run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {})


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is sampled on Linux only")
def test_children_count(tmp_path: Path) -> None:
    """Memory of a child counts together with its parent's."""
    assert run([sys.executable, "-c", FORK], tmp_path, {}, watched=True).peak > 60


def test_shown_in_time() -> None:
    """A page is asked for until it has the text, and not for ever."""
    answers = [b"old", b"old", b"new"]

    class Handler(BaseHTTPRequestHandler):
        """Answers with the next text, and from then on with the last."""

        def do_GET(self) -> None:
            """Answer."""
            text = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(200)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            serving.until_shown(server.server_port, "/", "new", 10)
            assert answers == [b"new"]
            with pytest.raises(Failed, match="never"):
                serving.until_shown(server.server_port, "/", "never", 0.05)
        finally:
            server.shutdown()
            thread.join()


def test_free_port() -> None:
    """Where no server listens, a page is empty rather than an error."""
    assert serving.page(serving.free_port(), "/") == b""
