"""Numbers, dates, lists and sorting in each language, exact to CLDR; imports nothing of the engine."""
