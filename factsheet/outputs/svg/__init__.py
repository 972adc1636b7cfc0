"""Charts: numbers and words to inline SVG. Pure: what is drawn depends on nothing but what is handed in.

Horizontal lengths are percentages and vertical ones `rem`, so that a drawing takes the width it is given
while its text keeps the reader's size. Colours are `currentColor`; no style attribute is written, which the
content security policy would refuse.
"""
