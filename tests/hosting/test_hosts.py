"""The configurations for web servers, each tried with the server itself where Debian has a package of it."""

import gzip
import json
import os
import re
import socket
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from factsheet.builder.pipeline import Options, assemble, read_sources
from factsheet.cli import main
from factsheet.outputs.hosting import EMBED_POLICY, HEADERS
from factsheet.tools.hosting import configuration, served
from tests.previewing import HANG, ROOT, wait_for, write_site
from tests.programs import program

HOSTING = ROOT / "hosting"
APACHE_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "setenvif", "rewrite", "alias", "env")


BASES = ("/", "/facts/")
"""Where the site stands on its host: at the root, and under a path."""

MOVED = """
[redirects]
"/Old.html" = "ro/index.md"
"/EN/" = "/en/"
"/away/" = "https://books.example/x?y=1"
"/știri/" = "/ro/"
"""


@dataclass(frozen=True)
class Host:
    """A running server, and the site that it shows."""

    port: int
    base: str
    published: Path

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask for a path of the site, seen from its root."""
        return _get(self.port, f"{self.base}{path.removeprefix('/')}", **headers)


@pytest.fixture(scope="module", params=BASES)
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The sources of a site that is published under a path."""
    folder = write_site(tmp_path_factory.mktemp("site"))
    settings = (folder / "site.toml").read_text(encoding="utf-8")
    address = re.sub(r'base_url = ".*"', f'base_url = "https://books.example{request.param}"', settings)
    (folder / "site.toml").write_text(f"{address}{MOVED}", encoding="utf-8")
    return folder, str(request.param)


@pytest.fixture(scope="module")
def published(source: tuple[Path, str]) -> Iterator[Path]:
    """The site, published with compressed copies where a server that runs as another user can read it.

    Not in a folder of pytest's: each pytest that starts takes the rights of others away from the folder that all
    of them share, also under a server that is at work.
    """
    with TemporaryDirectory() as folder:
        output = Path(folder, "public")
        assert main(["build", "--root", str(source[0]), "-o", str(output), "--compress", "-q"]) == 0
        Path(folder).chmod(0o755)
        yield output


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _made(name: str, source: Path, port: int, published: Path) -> str:
    """The configuration that the tool makes for the site."""
    site, _ = assemble(source, read_sources(source), Options())
    assert site is not None
    return configuration(name, served(site, str(published), port))


def _nginx(folder: Path, port: int, published: Path, source: Path) -> list[str]:
    own = _made("nginx", source, port, published).replace("listen ", "listen 127.0.0.1:")
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;\n"
        f"fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n{own}\n}}\n",
        encoding="utf-8",
    )
    return [program("nginx", "nginx-light"), "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(folder: Path, port: int, published: Path, source: Path) -> list[str]:
    own = _made("caddy", source, port, published).replace(f":{port} {{", f"http://127.0.0.1:{port} {{", 1)
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + own, encoding="utf-8")
    return [program("caddy", "caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _apache2(folder: Path, port: int, published: Path, source: Path) -> list[str]:
    server = program("apache2", "apache2")
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in APACHE_MODULES)
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName 127.0.0.1\nPidFile {folder}/pid\nErrorLog /dev/stderr\n"
        f"DefaultRuntimeDir {folder}\nListen 127.0.0.1:{port}\n{modules}"
        f"User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n{_made('apache', source, port, published)}",
        encoding="utf-8",
    )
    return [server, "-f", str(folder / "apache.conf"), "-DFOREGROUND"]


STARTS = {"nginx": _nginx, "caddy": _caddy, "apache2": _apache2}


@pytest.fixture(scope="module", params=sorted(STARTS))
def host(
    request: pytest.FixtureRequest, source: tuple[Path, str], published: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    """A server that runs with the configuration that the tool makes."""
    folder = tmp_path_factory.mktemp(request.param)
    number = _port()
    command = STARTS[request.param](folder, number, published, source[0])
    log = (folder / "log").open("wb")
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    try:
        assert wait_for(lambda: _is_up(number) or process.poll() is not None)
        assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
        yield Host(number, source[1], published)
    finally:
        process.terminate()
        process.wait(HANG)
        log.close()


def _is_up(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=HANG)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_pages_come_as_they_were_built(host: Host) -> None:
    """Pages, data and style sheets are sent byte for byte, each with its media type."""
    style = next((host.published / "assets").glob("style.*.css")).name
    for path, file, media in [
        ("/", "index.html", "text/html"),
        ("/ro/", "ro/index.html", "text/html"),
        ("/en/more/", "en/more/index.html", "text/html"),
        ("/ro/figures.json", "ro/figures.json", "application/json"),
        ("/ro/figures.csv", "ro/figures.csv", "text/csv"),
        ("/robots.txt", "robots.txt", "text/plain"),
        (f"/assets/{style}", f"assets/{style}", "text/css"),
    ]:
        answer, body = host.get(path)
        assert answer.status == 200, path
        assert body == (host.published / file).read_bytes()
        assert str(answer.headers["Content-Type"]).partition(";")[0] == media


def test_the_headers_are_those_of_the_build(host: Host) -> None:
    """Every answer, also one that finds nothing, has the headers that the build writes into `_headers`."""
    for path in ("/", "/ro/", "/none", "/ro/figures.json"):
        answer, _ = host.get(path)
        for name, value in HEADERS:
            assert answer.headers.get_all(name) == [value], (path, name)


def test_only_figures_made_for_it_may_be_framed(host: Host) -> None:
    """Pages below `embed/` have a policy that lets every site frame them, in place of the one that lets none."""
    page = min((host.published / "ro" / "embed").rglob("index.html"))
    answer, body = host.get(f"/{page.parent.relative_to(host.published).as_posix()}/")
    assert (answer.status, body) == (200, page.read_bytes())
    assert answer.headers.get_all("Content-Security-Policy") == [EMBED_POLICY]
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]


def test_assets_are_kept_and_pages_are_asked_for(host: Host) -> None:
    """What has a digest in its name is kept for a year; a page is asked for anew, and answered in short."""
    asset = next((host.published / "assets").iterdir()).name.removesuffix(".gz").removesuffix(".br")
    kept, _ = host.get(f"/assets/{asset}")
    assert kept.headers.get_all("Cache-Control") == ["public, max-age=31536000, immutable"]
    page, _ = host.get("/ro/")
    assert page.headers.get_all("Cache-Control") == ["no-cache"]
    again, body = host.get("/ro/", If_None_Match=str(page.headers["Etag"]))
    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "file"),
    [("/none", "404.html"), ("/ro/nimic/", "ro/404.html"), ("/en/nothing", "en/404.html"), ("/zz/", "404.html")],
)
def test_what_is_not_there_is_said_in_the_readers_language(host: Host, path: str, file: str) -> None:
    """An address that does not exist gives the page of its language, with the status 404."""
    answer, body = host.get(path)
    assert (answer.status, body) == (404, (host.published / file).read_bytes())


def test_a_language_is_offered_and_never_forced(host: Host) -> None:
    """Whatever a browser asks for, `/` is the chooser; the language it asks for is named in a header."""
    for wish, offer in [("ro-RO,ro;q=0.9,en;q=0.8", "ro"), ("en-GB,en;q=0.5", "en"), ("fr", None), ("", None)]:
        answer, body = host.get("/", Accept_Language=wish)
        assert (answer.status, body) == (200, (host.published / "index.html").read_bytes())
        assert "Accept-Language" in ", ".join(answer.headers.get_all("Vary") or [])
        expected = None if offer is None else f'<{host.base}{offer}/>; rel="alternate"; hreflang="{offer}"'
        assert answer.headers["Link"] == expected
    answer, _ = host.get("/ro/", Accept_Language="en")
    assert (answer.status, answer.headers["Link"]) == (200, None)


def test_copies_are_sent_compressed(host: Host) -> None:
    """A browser that takes gzip is sent the copy that was built, as the type of its original."""
    answer, body = host.get("/ro/figures.json", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert body == (host.published / "ro/figures.json.gz").read_bytes()
    assert gzip.decompress(body) == (host.published / "ro/figures.json").read_bytes()
    assert str(answer.headers["Content-Type"]).startswith("application/json")
    assert "Accept-Encoding" in ", ".join(answer.headers.get_all("Vary") or [])


def test_a_folder_is_found_without_its_slash(host: Host) -> None:
    """`/ro` leads to `/ro/` on the same host."""
    answer, _ = host.get("/ro")
    assert answer.status in {301, 302, 307, 308}
    assert re.fullmatch(rf"(?:http://127\.0\.0\.1:{host.port})?{host.base}ro/", str(answer.headers["Location"]))


def test_what_is_not_for_readers_is_not_sent(host: Host) -> None:
    """The tool's own list, the files for other hosts and folders without a page are answered by the page for that."""
    for path in ("/.factsheet.json", "/_headers", "/assets/", "/en/index/"):
        answer, body = host.get(path)
        assert answer.status == 404
        assert b'<html lang="en"' in body or not path.startswith("/en/")


def test_old_addresses_lead_on(host: Host) -> None:
    """What has moved is answered with 301 and the new address, in the capitals that were asked for alone."""
    for old, new in [
        ("/Old.html", "ro/"),
        ("/EN/", "en/"),
        ("/EN", "en/"),
        ("/away/", "https://books.example/x?y=1"),
        ("/%C8%99tiri/", "ro/"),
    ]:
        answer, _ = host.get(old)
        assert answer.status == 301, old
        target = new if ":" in new else f"{host.base}{new}"
        assert str(answer.headers["Location"]).removeprefix(f"http://127.0.0.1:{host.port}") == target
    assert host.get("/en/")[0].status == 200


def test_nothing_is_seen_outside_of_the_path(host: Host) -> None:
    """Under a path, the way to the site begins with it, and the path alone leads there."""
    if host.base != "/":
        assert _get(host.port, "/ro/")[0].status in {403, 404}
        assert b"nginx!" not in _get(host.port, "/")[1]
        answer, _ = _get(host.port, host.base.rstrip("/"))
        assert (answer.status, str(answer.headers["Location"]).endswith(host.base)) == (301, True)


# ---- the files themselves ----


def test_netlify_reads_what_is_meant(published: Path, node: str, page_checkers: Path) -> None:
    """Netlify's own readers find each header for every path, other frames for embeds, and a 404 for each language."""
    copied = published.with_name("netlify.mjs")  # beside the packages' folder, for Node.js looks for them upwards
    copied.write_text((Path(__file__).parent / "netlify.mjs").read_text(encoding="utf-8"), encoding="utf-8")
    (copied.parent / "node_modules").symlink_to(page_checkers, target_is_directory=True)
    command = [node, str(copied), str(published / "_headers"), str(HOSTING / "netlify.toml")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    read = json.loads(done.stdout)
    assert read["errors"] == []
    headers = {rule["for"]: rule["values"] for rule in read["headers"]}
    assert headers["/*"] == dict(HEADERS)
    assert headers["/ro/embed/*"] == headers["/en/embed/*"] == {"Content-Security-Policy": EMBED_POLICY}
    assert "immutable" in headers["/assets/*"]["Cache-Control"]
    redirects = [(rule["from"], rule["to"], rule["status"]) for rule in read["redirects"]]
    assert redirects == [(f"/{tag}/*", f"/{tag}/404.html", 404) for tag in ("ro", "en")]


def test_services_take_headers_from_the_build(published: Path) -> None:
    """Netlify and Cloudflare Pages publish `public`, in which the build has put `_headers`."""
    netlify = tomllib.loads((HOSTING / "netlify.toml").read_text(encoding="utf-8"))
    cloudflare = tomllib.loads((HOSTING / "wrangler.toml").read_text(encoding="utf-8"))
    assert netlify["build"]["publish"] == cloudflare["pages_build_output_dir"] == "public"
    lines = (published / "_headers").read_text(encoding="utf-8").splitlines()
    assert [f"  {name}: {value}" for name, value in HEADERS] == lines[1 : len(HEADERS) + 1]
