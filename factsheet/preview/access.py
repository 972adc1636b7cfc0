"""Who may come in: requests to this server's own name, and sockets opened by its own pages.

Another site in the same browser can send requests here, and can make its own name point here (DNS rebinding).
Neither can choose the Host or the Origin header, so both are compared as a whole with what is allowed.
"""

import hmac
import ipaddress
from collections.abc import Sequence

from factsheet.records import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not listened on


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The names that the server answers to, and the token that its own pages know."""

    names: frozenset[str]
    token: str
    any_address: bool = False
    port: int

    def admits(self, hosts: Sequence[str]) -> bool:
        """Whether the Host headers of a request name this server: exactly one, exactly right."""
        return len(hosts) == 1 and self._is_own(hosts[0])

    def admits_socket(self, hosts: Sequence[str], origins: Sequence[str], tokens: Sequence[str]) -> bool:
        """Whether a socket is opened by a page of this server: right Host, the same Origin, the token."""
        if not self.admits(hosts) or len(origins) != 1 or len(tokens) != 1:
            return False
        if origins[0] != f"http://{hosts[0]}":
            return False
        return self.knows(tokens[0])

    def knows(self, token: str) -> bool:
        """Whether somebody has read the token in a page."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def _is_own(self, host: str) -> bool:
        if host in self.names:
            return True
        name, _, port = host.rpartition(":")
        return self.any_address and port == str(self.port) and _is_address(name)


def make_door(host: str, port: int, token: str) -> Door:
    """Make the door of a server that listens on `host`.

    One that listens everywhere answers to every address in figures: no name can be made to point there.
    """
    bare = host.strip("[]")
    everywhere = bare in _EVERYWHERE
    own = LOOPBACK if everywhere or is_loopback(bare) else (f"[{bare}]" if ":" in bare else bare,)
    names = frozenset(f"{name}:{port}" for name in own)
    if port == 80:  # noqa: PLR2004 - browsers leave out the port of http
        names |= frozenset(own)
    return Door(names=names, token=token, any_address=everywhere, port=port)


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return (":" in name) == name.startswith("[")
