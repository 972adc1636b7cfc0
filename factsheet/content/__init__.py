"""What one file says: settings, front matter, kinds of values, sheets, Markdown, catalogues.

In: bytes that `factsheet.files` has read. Out: frozen values that keep their place in the file, and problems. Nothing
here knows another file of the site.
"""
