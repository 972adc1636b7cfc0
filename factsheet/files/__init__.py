"""All access to a site's files: they are read whole into memory, and a site is published all or nothing.

`reading` gives files as they are, `publishing` takes what a site is made of. A build with nothing to do pays for
`scanning` and `survey` only.
"""
