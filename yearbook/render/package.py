"""`datapackage.json`: a Frictionless Data Package of the data of all volumes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook import address
from yearbook.model import Imprint
from yearbook.output import Output, digest
from yearbook.read.format import APPROX
from yearbook.render.data import COLUMNS
from yearbook.render.indented import to_json
from yearbook.render.labels import T
from yearbook.render.licence import known
from yearbook.render.site import Site, Volume, program

Data = dict[str, object]
TYPES = {"value": "number", "scaled": "number", "as_of": "date"}
NEEDED = ("edition", "section", "entry", "id", "label", "written", "address")
ID = "[a-z][a-z0-9-]*"
PATTERNS = {"edition": "[0-9][a-z0-9-]*", "section": ID, "entry": ID, "id": ID}


def outputs(site: Site) -> Iterator[Output]:
    if site.volumes:
        made = package(site)
        key = digest(address.DATA_PACKAGE, made, program())
        yield Output(address.DATA_PACKAGE, key, lambda: to_json(made))


def package(site: Site) -> Data:
    """The package: its title, licence, version and a resource for each file of data."""
    imprint = site.yearbook.imprint
    said: Data = {
        "profile": "data-package",
        "name": _name(imprint),
        "id": imprint.base_url,
        "title": T.data_package.format(title=imprint.title),
        "homepage": imprint.base_url,
        "version": version(site),
        "licenses": _licences(imprint.licence),
        "contributors": _contributors(imprint),
        "resources": [one for volume in site.volumes for one in _resources(volume)],
    }
    return {name: value for name, value in said.items() if value}


def _name(imprint: Imprint) -> str:
    """A name in the letters that packages allow, from the address if there is one."""
    host = imprint.base_url.partition("://")[2].lower()
    return re.sub("[^a-z0-9._]+", "-", host).strip("-.") or "yearbook"


def version(site: Site) -> str:
    """The day of the last revision as year.month.day; a volume without one ends with its period."""
    days = (volume.edition.revised or volume.edition.covers.end for volume in site.volumes)
    newest = max(days)
    return f"{newest.year}.{newest.month}.{newest.day}"


def _licences(licence: str) -> list[Data]:
    """The licence by the name that the Open Definition knows it by, else in its own words."""
    if not licence:
        return []
    if found := known(licence):
        return [{"name": found.name, "path": found.url, "title": licence}]
    return [{"name": "other", "title": licence}]


def _contributors(imprint: Imprint) -> list[Data]:
    known = (
        (imprint.institution, "author"),
        (imprint.editor, "contributor"),
        (imprint.publisher, "publisher"),
    )
    return [{"title": name, "role": role} for name, role in known if name]


def _resources(volume: Volume) -> Iterator[Data]:
    edition = volume.edition.id
    name = re.sub("[^a-z0-9-]+", "-", edition)
    if "figures" in volume.has:
        yield {
            "profile": "tabular-data-resource",
            "name": f"figures-{name}",
            "title": T.data_figures.format(volume=volume.label),
            "path": f"{edition}/figures.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"header": True, "delimiter": ",", "lineTerminator": "\r\n"},
            "schema": table_schema(),
        }
    for file, title in T.data_files.items():
        yield {
            "profile": "data-resource",
            "name": f"{file.partition('.')[0]}-{name}",
            "title": title.format(volume=volume.label),
            "path": f"{edition}/{file}",
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
        }


def table_schema() -> Data:
    """The columns of figures.csv; what is missing is an empty cell."""
    return {
        "fields": [_field(column) for column in COLUMNS],
        "missingValues": [""],
        "primaryKey": ["edition", "id"],
    }


def _field(column: str) -> Data:
    limits: Data = {}
    if column in NEEDED:
        limits["required"] = True
    if column in PATTERNS:
        limits["pattern"] = PATTERNS[column]
    if column == "approx":
        limits["enum"] = list(APPROX)
    field: Data = {"name": column, "type": TYPES.get(column, "string")}
    if said := T.data_fields.get(column):
        field["description"] = said
    return {**field, "constraints": limits} if limits else field
