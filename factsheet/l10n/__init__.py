"""Numbers, dates, lists and sorting of each language, written and read: values in, text out, and back.

Exact to CLDR. Uses nothing of the engine but places, problems and its own data files.
"""
