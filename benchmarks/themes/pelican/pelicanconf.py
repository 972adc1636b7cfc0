"""Settings for Pelican: sheets are pages, in the folders of their languages."""

import figures  # type: ignore[import-not-found]
import plugin  # type: ignore[import-not-found]

SITENAME = "Fișe"
SITEURL = "https://example.org"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
THEME_STATIC_DIR = "."
TIMEZONE = "UTC"
DEFAULT_LANG = "ro"
PAGE_PATHS = ["ro", "en"]
ARTICLE_PATHS: list[str] = []
PAGE_URL = PAGE_LANG_URL = "{lang}/{slug}/"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
PAGE_ORDER_BY = "order"
FORMATTED_FIELDS: list[str] = []
DIRECT_TEMPLATES = ["sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
PLUGINS = [plugin]
JINJA_FILTERS = figures.FILTERS
JINJA_GLOBALS = figures.GLOBALS
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.tables": {},
        "markdown.extensions.toc": {},
        "markdown.extensions.attr_list": {},
    },
    "output_format": "html5",
}
