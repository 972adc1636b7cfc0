"""Old addresses: pages that lead on, and what hosts are told."""

from pathlib import Path

from tests.exhibits import published
from tests.support import SMALL_SITE


def with_aliases(aliases: str, settings: str = "") -> dict[str, str]:
    """The small site with aliases of its English sheet, and more settings."""
    english = SMALL_SITE["content/en/index.md"].replace("title: Example", f"title: Example\naliases: {aliases}")
    return {**SMALL_SITE, "content/en/index.md": english, "site.toml": f"{SMALL_SITE['site.toml']}{settings}"}


def test_every_old_address_leads_on(tmp_path: Path) -> None:
    """Pages stand where they can; hosts are told of every address, of folders without their slash too."""
    settings = (
        '[redirects]\n"/gone/" = "ro/index.md"\n"/away.htm" = "https://x.example/"\n"/data" = "/ro/figures.csv"\n'
    )
    built = published(tmp_path, with_aliases("[/Old.html, /vechi/pagina.html, Despre_noi, EN, /x.php]", settings))
    assert built.text("_redirects").splitlines() == [
        "/Old.html /en/ 301",
        "/vechi/pagina.html /en/ 301",
        "/en/Despre_noi/ /en/ 301",
        "/en/Despre_noi /en/ 301",
        "/en/EN/ /en/ 301",
        "/en/EN /en/ 301",
        "/x.php /en/ 301",
        "/gone/ /ro/ 301",
        "/gone /ro/ 301",
        "/away.htm https://x.example/ 301",
        "/data/ /ro/figures.csv 301",
        "/data /ro/figures.csv 301",
    ]
    assert '<a href="../en/">Example</a>' in built.text("vechi/pagina.html")
    assert 'content="0; url=en/"' in built.text("Old.html")
    assert '<html lang="ro"' in built.text("gone/index.html")
    assert 'content="0; url=https://x.example/"' in built.text("away.htm")
    assert "x.php" not in built.files


def test_capitals_are_left_to_the_host(tmp_path: Path) -> None:
    """An address that differs from the new one in capitals alone has no page: some systems keep only one of the two."""
    files = with_aliases("[/EN/]")
    built = published(tmp_path, files)
    assert "EN/index.html" not in built.files
    assert built.text("_redirects").splitlines() == ["/EN/ /en/ 301", "/EN /en/ 301"]


def test_nothing_has_moved(tmp_path: Path) -> None:
    """Without an old address there is no file for hosts."""
    assert "_redirects" not in published(tmp_path, SMALL_SITE).files


def test_the_language_at_the_root_had_a_folder(tmp_path: Path) -> None:
    """With `root` set, the addresses that its pages had before lead on."""
    more = {f"content/{tag}/more.md": "---\ntitle: M\n---\n" for tag in ("ro", "en")}
    site = with_aliases("[]", 'root = "ro"\n')
    more["content/ro/more.md"] = "---\ntitle: M\naliases: [old, /older/]\n---\n"
    built = published(tmp_path, {**site, "site.toml": site["site.toml"].replace("example/", "example/atlas/"), **more})
    assert '<a href="../../more/">M</a>' in built.text("ro/more/index.html")
    assert built.text("_redirects").splitlines() == [
        "/atlas/ro/ /atlas/ 301",
        "/atlas/ro /atlas/ 301",
        "/atlas/old/ /atlas/more/ 301",
        "/atlas/old /atlas/more/ 301",
        "/atlas/ro/old/ /atlas/more/ 301",
        "/atlas/ro/old /atlas/more/ 301",
        "/atlas/older/ /atlas/more/ 301",
        "/atlas/older /atlas/more/ 301",
        "/atlas/ro/more/ /atlas/more/ 301",
        "/atlas/ro/more /atlas/more/ 301",
    ]
