r"""Texts as YAML scalars: plain where nothing in them could be read as anything else, else in double quotes."""

from factsheet.patterns import regex

_PLAIN = regex(r"[^\W\d_](?:[\w ,.;()/%’„”“\-–—]|(?<=\w)'(?=\w))*")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_PLAIN_KEY = regex(r"\w[\w-]*")
_INSIDE = regex(r"[\w ’\-–]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\u0085": "\\N", "\u00a0": "\\_"}


def scalar(text: str, *, inside: bool = False) -> str:
    """Write a text as one line of YAML; `inside` a mapping or list in brackets, where commas separate."""
    if _is_plain(text) and (not inside or _INSIDE.fullmatch(text)):
        return text
    return quoted(text)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and not text.endswith(" ")
        and "  " not in text
        and text.casefold() not in _WORDS_OF_YAML
    )


def quoted(text: str) -> str:
    r"""Write a text in double quotes, its line ends as escapes; a no-break space is written out as `\_`."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def key_text(key: str) -> str:
    """Write a key: in quotation marks where it is no plain word."""
    return key if _PLAIN_KEY.fullmatch(key) else quoted(key)
