"""CommonMark 0.31.2 and what GitHub adds to it, as the parser of Python-Markdown; each part knows its place.

The modules are named by the terms of the specification (https://spec.commonmark.org/0.31.2/). `cursor`, `containers`,
`leaves`, `starts` and `structure` find the blocks of a text, line by line; `definitions` the link reference
definitions; `scanner`, `delimiters`, `destinations` and `autolinks` the inlines of a block; `tree` makes the elements.
"""
