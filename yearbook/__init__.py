"""yearbook: turns YAML and Markdown into the website of a yearbook (年鉴)."""

__version__ = "0.1.0"
