"""Plural formulas that tools write, and that neither CLDR nor Babel's table has.

They are of GNU gettext (`msginit`) and of Weblate's language data, and stay in use in catalogues that exist. A test
compares them with both.
"""

from collections.abc import Mapping
from typing import Final

CONVENTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "ak": ("n != 1",),
    "br": ("n > 1",),
    "cgg": ("0",),
    "cy": ("n==2 ? 1 : 0", "n==1 ? 0 : n==2 ? 1 : n != 8 && n != 11 ? 2 : 3"),
    "dsb": ("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",),
    "fil": ("n > 1",),
    "ga": ("n==1 ? 0 : n==2 ? 1 : 2",),
    "hsb": ("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",),
    "ht": ("n != 1",),
    "kw": ("n==1 ? 0 : n==2 ? 1 : 2", "n==1 ? 0 : n==2 ? 1 : n==3 ? 2 : 3"),
    "mk": ("n==1 || n%10==1 ? 0 : 1",),
    "mt": ("n==1 ? 0 : n==0 || n%100>1 && n%100<11 ? 1 : n%100>10 && n%100<20 ? 2 : 3",),
    "ro_MD": ("n==1 ? 0 : n==0 || n%100>=2 && n%100<=19 ? 1 : 2",),
    "se": ("n != 1",),
}
"""Expressions in C by the identifier of CLDR's data."""
