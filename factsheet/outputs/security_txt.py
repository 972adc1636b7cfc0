"""Where to report a hole in the site's security: `.well-known/security.txt` (RFC 9116), where a contact is set."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from factsheet.outputs.artifacts import Artifact, Output, Rendering

PATH: Final = ".well-known/security.txt"
MONTHS: Final = 11
"""How long the file holds, in months: RFC 9116 advises less than a year."""


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the file; nothing without a contact, or where the day of the build is not known.

    It is the one output that depends on the day: it expires on the first of a month, so that all builds of one
    month are the same.
    """
    site = rendering.site
    contact = site.settings.security_contact
    if contact is None or site.today is None:
        return
    tags = [site.reference.tag, *(language.tag for language in site.published if language != site.reference)]
    lines = [
        f"Contact: {contact}",
        f"Expires: {expiry(site.today).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(tags)}",
        f"Canonical: {rendering.addresses.absolute(PATH)}",
    ]
    yield PATH, ("\n".join(lines) + "\n").encode()


OUTPUT = Output(name="security.txt", combine=combine, gives_way=True)


def expiry(today: date) -> date:
    """The first day of the month that comes eleven months after this one."""
    months = today.month - 1 + MONTHS
    return date(today.year + months // 12, months % 12 + 1, 1)
