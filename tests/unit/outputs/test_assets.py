"""The static files, as they are published."""

import hashlib
import re

from tests.exhibits import Exhibit
from tests.rich_site import build_rich, rich_site


def test_names_hold_a_digest_of_what_is_in_them() -> None:
    """A file's name has the first ten digits of its SHA-256, so that it may be kept for ever."""
    assets = [path for path in rich_site().files if path.startswith("assets/")]
    assert assets
    for path in assets:
        (digest,) = re.findall(r"\.([0-9a-f]{10})\.", path)
        assert hashlib.sha256(rich_site().files[path]).hexdigest().startswith(digest)


def test_the_script_of_the_search_page_is_published_with_it_alone() -> None:
    """A site without search has one script; one with search has the second as well."""
    plain, searched = rich_site(), build_rich({}, formats=("search",))
    assert _scripts(plain) == ["assets/script"]
    assert _scripts(searched) == ["assets/script", "assets/search"]


def _scripts(site: Exhibit) -> list[str]:
    return sorted(path.split(".")[0] for path in site.files if path.endswith(".js"))
