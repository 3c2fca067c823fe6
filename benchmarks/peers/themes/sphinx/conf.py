project = "云川市工会年鉴"
author = "编辑部"
language = "zh_CN"
html_search_language = "zh"
extensions = ["myst_parser"]
exclude_patterns = ["_build", "_templates"]
html_theme = "basic"
templates_path = ["_templates"]
html_static_path = ["_static"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_domain_indices = False
smartquotes = False
show_warning_types = True
suppress_warnings = ["myst.header", "misc.highlighting_failure"]
_nav = {}


def _page(app, pagename, templatename, context, doctree):
    parts = pagename.split("/")
    rel = context["pathto"]
    inc, titles = app.env.toctree_includes, app.env.titles
    rows = []
    if parts[0].isdigit():
        secs = inc.get(parts[0] + "/index", [])
        cur = "/".join(parts[:2]) + "/index" if len(parts) == 3 else None
        for s in secs:
            kids = (
                [(rel(k), titles[k].astext(), k == pagename) for k in inc.get(s, [])]
                if s == cur
                else []
            )
            rows.append((rel(s), titles[s].astext(), kids))
    context["yb_nav"] = rows
    context["yb_year"] = parts[0] if parts[0].isdigit() else ""


def setup(app):
    app.connect("html-page-context", _page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
