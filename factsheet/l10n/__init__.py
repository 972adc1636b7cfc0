"""Numbers, dates, lists and sorting of each language, written and read: values in, text out, and back.

Exact to CLDR. Knows no file of a site: its data are the engine's own.
"""
