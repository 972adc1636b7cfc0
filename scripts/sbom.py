"""Write the software bill of materials of a release: CycloneDX 1.6, JSON.

    python -m scripts.sbom FOLDER

It lists what the wheel in FOLDER needs, at the locked versions, with licences and hashes. Nothing in it
depends on the time or the machine: https://cyclonedx.org/docs/1.6/json/
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from scripts.dependencies import read_policy
from scripts.locks import RUNTIME, Locked, python_packages

OWN_LICENCE = "MIT AND Unicode-3.0"


def main(folder: Path) -> int:
    """Write the bill beside the one wheel in `folder`."""
    (wheel,) = folder.glob("*.whl")
    bill = bill_of_materials(wheel, list(python_packages(RUNTIME)))
    target = wheel.with_suffix(".cdx.json")
    target.write_text(json.dumps(bill, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def bill_of_materials(wheel: Path, packages: list[Locked]) -> dict[str, Any]:
    """The bill for a wheel and the packages that it needs."""
    name, version = wheel.name.split("-")[:2]
    licences = read_policy().licences
    this = Locked(name=name, version=version, hashes=(hashlib.sha256(wheel.read_bytes()).hexdigest(),), licence="MIT")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(this, OWN_LICENCE) | {"type": "application"}},
        "components": [_component(each, licences[each.name]) for each in packages],
        "dependencies": [{"ref": _address(this), "dependsOn": [_address(each) for each in packages]}],
    }


def _component(package: Locked, licence: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _address(package),
        "name": package.name,
        "version": package.version,
        "purl": _address(package),
        "licenses": [{"expression": licence}],
        "hashes": [{"alg": "SHA-256", "content": each} for each in package.hashes],
    }


def _address(package: Locked) -> str:
    """The package URL: https://github.com/package-url/purl-spec."""
    return f"pkg:pypi/{package.name}@{package.version}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
