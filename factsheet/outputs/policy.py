"""The content security policy of every page."""

from collections.abc import Mapping, Sequence
from typing import Final

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page may load (CSP Level 3), as a `meta` element can say it: nothing inline, no other host."""

SEARCH_POLICY: Final = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""What the search page may load: the same, and WebAssembly of this host, which reads the index."""


def with_origins(policy: str, origins: Mapping[str, Sequence[str]]) -> str:
    """Let a policy in what the site's owner allows besides: origins by directive, as `script-src`."""
    parts = ([part, *origins.get(part.partition(" ")[0], ())] for part in policy.split("; "))
    return "; ".join(" ".join(words) for words in parts)
