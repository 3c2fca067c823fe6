from collections import defaultdict

from pelican import signals

SITENAME = "云川市工会年鉴"
SITEURL = ""
AUTHOR = "编辑部"
PATH = "content"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"
THEME = "theme"
OUTPUT_PATH = "output"
RELATIVE_URLS = True
STATIC_PATHS = []
LOCALE = ("C.UTF-8",)
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = (
    None
)
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
CATEGORY_REGEX_SUBSTITUTIONS = []
AUTHOR_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = (
    TAGS_SAVE_AS
) = ""
YEAR_ARCHIVE_URL = "{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = False
LOAD_CONTENT_CACHE = True
CACHE_CONTENT = True
CHECK_MODIFIED_METHOD = "mtime"
CONTENT_CACHING_LAYER = "generator"
MARKDOWN = {"extensions": ["tables", "footnotes", "attr_list"], "output_format": "html5"}
SUMMARY_MAX_LENGTH = None
TREE = {}
JINJA_GLOBALS = {"TREE": TREE}


def _finalize(gen):
    ed = defaultdict(lambda: defaultdict(list))
    for a in gen.articles:
        ed[a.year][(int(a.secnum), a.secname, a.category.slug)].append(a)
    for y, secs in ed.items():
        rows = []
        for (_, name, slug), arts in sorted(secs.items()):
            arts.sort(key=lambda a: int(a.num))
            for i, a in enumerate(arts):
                a.yb_prev = arts[i - 1] if i else None
                a.yb_next = arts[i + 1] if i + 1 < len(arts) else None
                a.yb_sec = slug
            rows.append((name, slug, arts))
        TREE[y] = rows


signals.article_generator_finalized.connect(_finalize)
