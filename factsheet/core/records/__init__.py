"""Records: what `dataclasses` of the standard library gives, at a tenth of its cost when a class is made.

The standard library compiles six methods for each class when its module is imported. A build imports two hundred such
classes, and that was a quarter of a small one. Here the methods are shared, and `__init__` is compiled when the first
record of the class is made. Type checkers see `dataclasses`; `dataclasses.fields`, `replace` and their kin take these
records too. So it is with `typing.NamedTuple`.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import MISSING, Field, asdict, dataclass, field, fields, is_dataclass, replace
    from typing import NamedTuple
else:
    from factsheet.core.records.making import MISSING, Field, asdict, dataclass, field, fields, is_dataclass
    from factsheet.core.records.methods import replace
    from factsheet.core.records.tuples import NamedTuple

__all__ = ["MISSING", "Field", "NamedTuple", "asdict", "dataclass", "field", "fields", "is_dataclass", "replace"]
