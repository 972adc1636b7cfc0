"""Built sites to look at: the real one, and one that shows every part of a page, in Arabic as well."""

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from factsheet.builder.pipeline import Options, build
from factsheet.checks.verify import read_back
from factsheet.core.codes import message
from tests.support import ROOT, write_site

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
_TEXTUAL: Final = re.compile(r"text/|\+xml|json|xml")


@dataclass(frozen=True)
class Exhibit:
    """A built site: its files by their paths, and the path below which a host would show it."""

    files: Mapping[str, bytes]
    base_path: str

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of all HTML files."""
        return tuple(sorted(path for path in self.files if path.endswith(".html")))

    @property
    def samples(self) -> tuple[str, ...]:
        """All pages, but of those that frame a single figure only the first of each language: they are alike."""
        chosen: dict[str, str] = {}
        for path in self.pages:
            folder, frames, _ = path.partition("/embed/")
            chosen.setdefault(folder if frames else path, path)
        return tuple(chosen.values())

    def text(self, path: str) -> str:
        """One page as text."""
        return self.files[path].decode()


@functools.cache
def real_site() -> Exhibit:
    """The site of this repository."""
    return _built(ROOT, "/")


@functools.cache
def gallery() -> Exhibit:
    """A site with every type of chart, an Arabic sheet, a missing translation and a nested sheet."""
    return _built(ROOT / "tests/browser/gallery", "/atlas/")


@functools.cache
def example(name: str) -> Exhibit:
    """A site of `examples/`, of which there is nothing to warn, read back as it will be published."""
    result = build(ROOT / "examples" / name, Options())
    problems = [*result.problems, *read_back(result.artifacts)]
    assert problems == [], [message(problem) for problem in problems]
    return Exhibit(result.artifacts, "/")


def published(root: Path, files: Mapping[str, str]) -> Exhibit:
    """A small site, its sources written below `root`."""
    return _built(write_site(root, files), "/")


def _built(root: Path, base_path: str) -> Exhibit:
    result = build(root, Options())
    assert not result.has_errors, [str(problem) for problem in result.problems]
    return Exhibit(result.artifacts, base_path)


@contextmanager
def served(exhibit: Exhibit) -> Iterator[str]:
    """Serve a site on the loopback as a host would, with its `_headers`, gzip and 404 page."""
    policy = exhibit.files.get("_headers", b"").decode()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].removeprefix(exhibit.base_path)
            name = f"{path}index.html" if path == "" or path.endswith("/") else path
            status = 200 if name in exhibit.files else 404
            name = name if status == 200 else "404.html"
            body = gzip.compress(exhibit.files[name], 9, mtime=0)
            kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
            if not _TEXTUAL.search(kind):
                body = exhibit.files[name]
            self.send_response(status)
            for header, value in headers_of(policy, exhibit.base_path + name).items():
                self.send_header(header, value)
            self.send_header("Content-Type", kind)
            if _TEXTUAL.search(kind):
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the terminal for the tests."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{exhibit.base_path}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def headers_of(policy: str, path: str) -> dict[str, str]:
    """The headers that `_headers` gives a path: all that fit it, in their order; `!` takes back what came before."""
    headers: dict[str, str] = {}
    fits = False
    for line in policy.splitlines():
        name, _, value = line.strip().partition(": ")
        if line.startswith("/"):
            fits = fnmatchcase(path, line)
        elif fits and name.startswith("! "):
            headers.pop(name[2:], None)
        elif fits and value:
            headers[name] = value
    return headers
