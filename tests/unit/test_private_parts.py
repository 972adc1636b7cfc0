"""What the engine overrides of its libraries without their promise is there, and takes what it took."""

import inspect

import pytest
from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from tornado.websocket import WebSocketProtocol13

from factsheet.outputs.jinja import Generator, Sandbox
from factsheet.preview import handlers

PROTOCOL = vars(handlers)["_MaskedProtocol"]


@pytest.mark.parametrize(
    ("theirs", "ours", "name"),
    [
        (CodeGenerator, Generator, "_output_child_pre"),
        (CodeGenerator, Generator, "visit_Concat"),
        (Environment, Sandbox, "_load_template"),
        (Environment, Sandbox, "_parse"),
        (WebSocketProtocol13, PROTOCOL, "_handle_message"),
    ],
)
def test_what_is_overridden_takes_the_same(theirs: type, ours: type, name: str) -> None:
    """A method that is overridden has the parameters of the library's own: a release that moves it is noticed."""
    assert name in vars(ours)
    assert [*inspect.signature(getattr(ours, name)).parameters] == [
        *inspect.signature(getattr(theirs, name)).parameters
    ]


def test_what_is_asked_of_a_frame_is_there() -> None:
    """The socket knows a frame without a mask by the field that tornado keeps the mask in, and closes as it does."""
    assert "self._frame_mask = await" in inspect.getsource(WebSocketProtocol13)
    assert [*inspect.signature(getattr(WebSocketProtocol13, "_abort")).parameters] == ["self"]  # noqa: B009 - private
