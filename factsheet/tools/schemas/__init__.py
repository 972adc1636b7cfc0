"""JSON Schemas (2020-12) of front matter and of site.toml, and snippets, made from the code itself."""

from factsheet.tools.schemas.files import schema_files, settings_schema, snippets
from factsheet.tools.schemas.sheet import sheet_schema

__all__ = ["schema_files", "settings_schema", "sheet_schema", "snippets"]
