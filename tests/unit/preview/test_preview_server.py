"""Where the preview listens: the port that was asked for, or the next one that is free."""

import errno
import socket
from collections.abc import Callable

import pytest

from factsheet.preview import preview
from factsheet.preview.preview import NoPort, bind


def _fails(error: OSError) -> Callable[..., list[socket.socket]]:
    def fail(*_: object, **__: object) -> list[socket.socket]:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "port 80 may not be used here: Permission denied"),
        (socket.gaierror(socket.EAI_NONAME, "not known"), "there is no address here.example on this machine"),
        (OSError(errno.EADDRNOTAVAIL, "not available"), "here.example:80 cannot be used: not available"),
        (OSError(errno.EADDRINUSE, "in use"), "all ports from 80 to "),
    ],
)
def test_why_no_port_can_be_had(monkeypatch: pytest.MonkeyPatch, error: OSError, said: str) -> None:
    """Each reason is told with the address and the port, and a port that is busy is followed by the next."""
    monkeypatch.setattr(preview, "bind_sockets", _fails(error))
    with pytest.raises(NoPort) as caught:
        bind("here.example", 80)
    assert caught.value.text.format(**caught.value.values).startswith(said)


def test_the_next_port_is_taken_where_one_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that another program listens on is passed over, as many times as there are such ports."""
    tried: list[int] = []

    def third_time_lucky(port: int, **_: object) -> list[socket.socket]:
        tried.append(port)
        if len(tried) == 1:
            raise OSError(errno.EADDRINUSE, "in use")
        if len(tried) == 2:  # as Windows tells of a port that another program has for itself
            error = PermissionError(errno.EACCES, "forbidden")
            vars(error)["winerror"] = 10013
            raise error
        one = socket.socket()
        one.bind(("127.0.0.1", 0))
        return [one]

    monkeypatch.setattr(preview, "bind_sockets", third_time_lucky)
    (one,), port = bind("[::1]", 8000)
    assert (tried, port) == ([8000, 8001, 8002], one.getsockname()[1])
    one.close()
