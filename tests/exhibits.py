"""Built sites to look at: the real one, and one that shows every part of a page, from right to left as well."""

import functools
import gzip
import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factsheet.pipeline import Options, build
from tests.support import ROOT, write_site

_HEAD: Final = """---
title: {title}
summary: Tot ce poate sta pe o pagină, cu {{{{ arrests }}}}.
date: 2025-11-13
updated: 2025-12-01
sources:
  presa: {{title: Comunicat de presă, publisher: Agenția, date: 2025-11-13, lang: ro, url: "https://news.example/1"}}
  buletin: {{title: Weekly bulletin, lang: en, accessed: 2025-11-20}}
metrics:
"""
_METRICS: Final = """
  arrests:
    value: 1209
    label: Arestări
    note: O persoană poate fi arestată de mai multe ori.
    unit: {one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}
    as_of: 2025-06-01
    history: {2021: 310, 2022: 640, 2023: 580, 2024: 990}
    source: presa
    quote: "1.209 arestări"
  recovered: {value: 97000000, currency: USD, label: Bani recuperați, source: presa, quote: "97 milioane de dolari"}
  disrupted: {value: 678000000, bound: over, currency: USD, label: Valoarea activităților infracționale perturbate, source: presa, quote: "peste 678 de milioane de dolari"}
  solved: {kind: percent, value: 62.5, label: Cazuri rezolvate, source: buletin, quote: "62.5% of the cases"}
  appealed: {kind: percent, value: 8, bound: nearly, label: Cazuri atacate, source: buletin, quote: "nearly 8%"}
  launch: {kind: year, value: 2019, label: Anul lansării}
  study: {kind: period, value: 2021-2024, label: Perioada studiului}
  report: {kind: date, value: 2025-03-09, label: Ziua raportului}
charts:
  - {id: money, type: bars, title: Bani, summary: Sumele alăturate., metrics: [recovered, disrupted]}
  - {id: yearly, type: columns, title: Arestări pe an, metrics: [arrests]}
  - {id: course, type: line, title: Mersul arestărilor, metrics: [arrests]}
  - {id: cases, type: share, title: Cazuri, metrics: [solved, appealed]}
  - {id: calendar, type: timeline, title: Calendar, metrics: [launch, study, report]}
corrections:
  - {date: 2025-12-01, text: Numărul arestărilor a fost îndreptat.}
---
"""
_BODY: Final = """Textul spune {{ arrests }}, {{ recovered }}, {{ disrupted }} și {{ solved }}, apoi {{ appealed }}.

## Un titlu destul de lung cât să se rupă pe mai multe rânduri

1. {{ launch }}
2. {{ study }}
3. {{ report }}

| Ce | Cât |
| --- | ---: |
| [Arestări](#arrests) | {{ arrests }} |

> Un citat.

### Mai jos

Text cu `cod` și o notă.[^1]

[^1]: Nota.
"""
_ARABIC: Final = """---
title: كل الأجزاء
summary: كل ما يمكن أن تحمله الصفحة.
metrics:
  arrests:
    label: عمليات توقيف
    unit: {zero: "{n} توقيف", one: "توقيف {n}", two: "توقيفان {n}", few: "{n} توقيفات", many: "{n} توقيفًا", other: "{n} توقيف"}
  recovered: {label: الأموال المستردة}
  disrupted: {label: قيمة الأنشطة المعطلة}
charts:
  - {id: money, title: الأموال}
corrections:
  - {date: 2025-12-01, text: تم التصحيح.}
---
يقول النص {{ arrests }} و {{ recovered }} و {{ disrupted }} و {{ solved }} و {{ appealed }}.

## عنوان

1. {{ launch }}
2. {{ study }}
3. {{ report }}

| ما | كم |
| --- | ---: |
| [توقيف](#arrests) | {{ arrests }} |

> اقتباس.

### أسفل

نص `cod`.[^1]

[^1]: حاشية.
"""
_SECOND: Final = """---
title: A doua fișă
summary: Ia o cifră de pe prima.
---
Prima fișă numără {{ index/arrests }}. Vezi [începutul](../index.md#arrests).
"""

GALLERY: Final[Mapping[str, str]] = {
    "site.toml": (
        'reference = "ro"\ntitle = "Galerie"\nbase_url = "https://facts.example/atlas/"\n'
        'publisher = "Editura"\nlicense = "CC BY 4.0"\nlicense_url = "https://license.example/by/4.0/"\n'
        'contact = "mailto:greseli@facts.example"\n[locales.ar]\nnumerals = "arab"\n'
    ),
    "content/ro/index.md": _HEAD.format(title="Toate părțile unei pagini") + _METRICS.lstrip("\n") + _BODY,
    "content/ar/index.md": _ARABIC,
    "content/ro/dosar/second.md": _SECOND,
}
"""A site with every type of chart, a language from right to left, a missing translation and a nested sheet."""

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

    def text(self, path: str) -> str:
        """One page as text."""
        return self.files[path].decode()


@functools.cache
def real_site() -> Exhibit:
    """The site of this repository."""
    return _built(ROOT, "/")


def gallery(root: Path) -> Exhibit:
    """The site that shows everything, its sources written below `root`."""
    return _built(write_site(root, GALLERY), "/atlas/")


def _built(root: Path, base_path: str) -> Exhibit:
    result = build(root, Options())
    assert not result.has_errors, [str(problem) for problem in result.problems]
    return Exhibit(result.artifacts, base_path)


@contextmanager
def served(exhibit: Exhibit) -> Iterator[str]:
    """Serve a site on the loopback as a host would: headers of `_headers`, gzip, its 404 page; gives its address."""
    headers = _policy_headers(exhibit.files.get("_headers", b"").decode())

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
            for header, value in headers:
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


def _policy_headers(text: str) -> list[tuple[str, str]]:
    """The headers that `_headers` gives for every path."""
    block = text.partition("/*\n")[2].partition("\n\n")[0]
    lines = [line.strip(" \t").partition(": ") for line in block.splitlines()]
    return [(name, value) for name, _, value in lines if value]
