"""The fonts that tests bring along, so that a width or a number of pages is the same on every machine.

On Linux, programs find fonts by Fontconfig, which is told here to look into folders of packages and nowhere else.
macOS and Windows have no Fontconfig: there the browser shows the fonts of the machine.
"""

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

VARIABLE: Final = "FONTCONFIG_FILE"
"""The variable of the environment that names the configuration to Fontconfig."""

IS_FOUND_BY_FONTCONFIG: Final = sys.platform == "linux"

_NODE_MODULES: Final = Path(__file__).resolve().parent.parent / "node_modules"
_OTHER_SCRIPTS: Final = ("fontpkg_noto_sans_arabic", "fontpkg_noto_sans_devanagari")


@dataclass(frozen=True, slots=True)
class Fonts:
    """What one reader's machine shows text in, whatever family a page asks for."""

    family: str
    package: str
    """The package of Python, or the folder below `node_modules`, that holds the files."""
    monospace: str = ""
    """The family for code; empty where it is the same."""


OWN: Final = Fonts("Source Sans 3", "fontpkg_source_sans_3")
"""The fonts of all tests but those that are run with others too."""

USUAL: Final = (
    OWN,
    Fonts("DejaVu Sans", "dejavu-fonts-ttf/ttf", "DejaVu Sans Mono"),
    Fonts("Noto Sans", "fontpkg_noto_sans"),
    Fonts("Arimo", "fontpkg_arimo"),
)
"""Fonts that readers on Linux have. Arimo stands for Liberation Sans: its letters are as wide and as high."""


def lack_of(fonts: Fonts) -> str:
    """What is to be installed before the fonts can be used; empty where nothing is."""
    return "" if _folder(fonts.package) else f"the fonts {fonts.family} (run `make test`)"


def write_configuration(folder: Path, fonts: Fonts, *beside: Fonts) -> Path:
    """Write a configuration of Fontconfig that knows these fonts alone, letters of other scripts besides.

    Those `beside` them are shown where a page names them.
    """
    packages = (fonts.package, *_OTHER_SCRIPTS, *(one.package for one in beside))
    folders = [found for name in packages if (found := _folder(name))]
    lines = [f"<dir>{escape(str(one))}</dir>" for one in folders]
    lines.append(f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>")
    if fonts.monospace:
        lines.append(_MONOSPACE % fonts.monospace)
    lines.append(_ANY % fonts.family)
    path = folder / f"{fonts.package.partition('/')[0]}.conf"
    path.write_text(_FILE % "\n".join(lines), encoding="utf-8")
    return path


def _folder(package: str) -> Path | None:
    """Give the folder with the files of a package, if it is installed."""
    if (_NODE_MODULES / package).is_dir():
        return _NODE_MODULES / package
    found = find_spec(package) if package.isidentifier() else None
    return Path(found.origin).parent / "files" if found and found.origin else None


_FILE: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
%s
<match target="font"><edit name="hinting"><bool>false</bool></edit></match>
</fontconfig>
"""
"""Letters are as wide as drawn: hinting would round them to pixels as the machine is set."""

_ANY: Final = """<match target="pattern">
<edit name="family" mode="append" binding="strong"><string>%s</string></edit>
</match>"""

_MONOSPACE: Final = """<match target="pattern"><test name="family"><string>monospace</string></test>
<edit name="family" mode="prepend" binding="strong"><string>%s</string></edit>
</match>"""
