"""What the files say together: the site, its figures, their proof, their translations and their addresses.

In: the values of single files (`factsheet.content`). Out: one frozen `Site` that checks and outputs ask. Nothing here
reads the disk, the clock or the environment.
"""
