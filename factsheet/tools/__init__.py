"""Tools around a site: translators' files, automatic fixes, new sites, schemas, reports, the state of translations.

In: a site as it was loaded, and the problems found in it. Out: texts and files for people and their programs. These
modules may use the checks and the site; they publish nothing.
"""
