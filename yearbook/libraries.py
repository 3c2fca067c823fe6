"""The libraries that have a part in the bytes of a site, as they are imported and as installed."""

LIBRARIES = {
    "jinja2": "jinja2",
    "markupsafe": "markupsafe",
    "markdown": "markdown",
    "yaml": "pyyaml",
    "pypinyin": "pypinyin",
    "opencc": "opencc",
}
