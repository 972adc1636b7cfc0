"""A static site generator for bilingual fact sheets whose numbers are right in every language."""

__version__ = "0.1.0"

__all__ = ["__version__"]
