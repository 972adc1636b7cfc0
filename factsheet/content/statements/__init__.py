"""Statements: what a text says with its numbers, read once from the final text and compared."""
