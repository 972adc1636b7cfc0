"""Links to other sites: whether they still lead somewhere, asked politely and within bounds.

Only `http` and `https` are asked, each address once: first for its head, and for its beginning where a server does not
answer that. One host is asked one thing at a time. Addresses of this machine and of private networks are not asked:
a text that somebody sends in must not look around in the network of whoever checks it.
"""

import ipaddress
import socket
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Final
from urllib import request as http
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit

from factsheet.checks.addresses import own_path
from factsheet.checks.links import body_place
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.site.site import Site

MOST_ADDRESSES: Final = 2_000
"""How many addresses are asked in one run; the rest is left for another."""

MOST_AT_ONCE: Final = 8
"""How many hosts are asked at the same time."""

TIMEOUT: Final = 10
"""How many seconds a server has for each step of its answer."""

MOST_REDIRECTS: Final = 5
"""How often an address may lead on to another."""

_GONE: Final = frozenset({404, 410})
_NO_HEAD: Final = frozenset({400, 403, 404, 405, 406, 410, 501})
"""Answers to HEAD that a server may give although it would show the page."""

_SAFE: Final = "/:?&=@!$'()*+,;~%-._[]"

NO_HOST: Final = "there is no such host"
"""The reason where no address is known for a name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking: the status of HTTP, or 0 and the reason why there is none."""

    status: int
    reason: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing at the address: no page, or no host of this name."""
        return self.status in _GONE or self.reason == NO_HOST


class AddressRefused(OSError):
    """An address that is not asked."""


def external_links(site: Site) -> Mapping[str, Place]:
    """The addresses on other sites that sheets link to or name as their sources, each with its first place."""
    found: dict[str, Place] = {}
    for address, place in _addresses(site):
        bare = urldefrag(address).url
        if urlsplit(bare).scheme in {"http", "https"} and own_path(site, bare) is None:
            found.setdefault(bare, place)
    return found


def _addresses(site: Site) -> Iterator[tuple[str, Place]]:
    for key, sheet in site.sheets.items():
        yield from ((link.address, body_place(sheet, link.offset)) for link in site.prose[key].links if not link.image)
    for path in site.paths:
        for source in site.original(path).sources.values():
            if source.url:
                yield source.url, source.place_of("url")


def dead_links(site: Site, *, private: bool = False) -> Iterator[Problem]:
    """Ask all addresses; report those that are gone, and those of which nothing can be said.

    With `private`, addresses of this machine and of private networks are asked too.
    """
    places = external_links(site)
    asked = dict(list(places.items())[:MOST_ADDRESSES])
    for address, answer in ask(asked, private=private).items():
        if answer.is_gone:
            yield report("R530", places[address], address=address, answer=answer.reason or answer.status)
        elif not 200 <= answer.status < 300:  # noqa: PLR2004 - the answers of success (RFC 9110, 15.3)
            yield report("R531", places[address], address=address, answer=answer.reason or answer.status)


def ask(addresses: Iterable[str], *, private: bool = False) -> dict[str, Answer]:
    """Ask each address, several hosts at once and one host one thing at a time; the answers in the given order."""
    order = list(addresses)
    by_host: dict[str, list[str]] = {}
    for address in order:
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    opener = _opener(private=private)
    with ThreadPoolExecutor(max_workers=MOST_AT_ONCE) as pool:
        done = pool.map(lambda group: [(address, _ask(opener, address)) for address in group], by_host.values())
        answers = dict(chain.from_iterable(done))
    return {address: answers[address] for address in order}


def _ask(opener: http.OpenerDirector, address: str) -> Answer:
    answer = _once(opener, address, "HEAD")
    return _once(opener, address, "GET") if answer.status in _NO_HEAD else answer


def _once(opener: http.OpenerDirector, address: str, method: str) -> Answer:
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
        url = urlunsplit((parts.scheme, host, *(quote(part, safe=_SAFE) for part in parts[2:])))
        request = http.Request(url, method=method, headers={"User-Agent": "factsheet (link check)", "Accept": "*/*"})  # noqa: S310 - only http and https come here
        with opener.open(request, timeout=TIMEOUT) as response:
            return Answer(response.status)
    except HTTPError as error:
        with error:
            return Answer(error.code)
    except URLError as error:
        return Answer(0, reason_of(error.reason))
    except (OSError, ValueError) as error:
        return Answer(0, reason_of(error))
    except Exception as error:  # noqa: BLE001 - whatever a server says, it is no fault of the tool
        return Answer(0, type(error).__name__)


def reason_of(error: object) -> str:
    """Why there is no answer, in words."""
    if isinstance(error, socket.gaierror):
        return NO_HOST
    if isinstance(error, TimeoutError):
        return f"no answer within {TIMEOUT} seconds"
    return str(error)[:120] or type(error).__name__


class _Careful(http.HTTPRedirectHandler):
    """Goes where it is sent to, a few times, and never to a private address."""

    max_redirections = MOST_REDIRECTS

    def __init__(self, *, private: bool) -> None:
        self._private = private

    def http_request(self, request: http.Request) -> http.Request:
        """Look at the host before it is asked; raises Refused."""
        if not self._private:
            _check_public(request.host)
        return request

    https_request = http_request


def _check_public(netloc: str) -> None:
    """Raise Refused for a host of this machine or of a private network, and OSError for one that is not there."""
    host = urlsplit(f"//{netloc}").hostname or ""
    for *_, where in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(str(where[0]).partition("%")[0]).is_global:
            raise AddressRefused("it is an address of a private network")


def _opener(*, private: bool) -> http.OpenerDirector:
    """An opener that knows http and https and nothing else."""
    opener = http.OpenerDirector()
    handlers: tuple[http.BaseHandler, ...] = (
        http.UnknownHandler(),
        _Careful(private=private),
        http.HTTPHandler(),
        http.HTTPSHandler(),
        http.HTTPErrorProcessor(),
        http.HTTPDefaultErrorHandler(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener
