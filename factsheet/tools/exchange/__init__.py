"""Texts on their way to translators and back: drafts of sheets, and the files of translation tools."""
