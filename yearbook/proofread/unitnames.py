"""One unit has one name in an edition: 公里 or 千米, not both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy, Proof
from yearbook.rules.scope import Finding

FORMS = {
    "公里": ("公里", "千米", "km", "KM", "Km", "㎞"),
    "平方米": ("平方米", "㎡", "m2", "m²", "平米"),
    "平方公里": ("平方公里", "平方千米", "km2", "km²"),
    "立方米": ("立方米", "m3", "m³", "立方"),
    "公斤": ("公斤", "千克", "kg", "KG", "Kg", "㎏"),
    "公顷": ("公顷", "hm2", "hm²"),
    "吨": ("吨", "t"),
    "厘米": ("厘米", "公分", "cm"),
    "毫米": ("毫米", "mm"),
    "升": ("升", "公升", "L"),
    "千瓦时": ("千瓦时", "千瓦小时", "kWh", "KWH"),
    "人次": ("人次", "人·次"),
    "分钟": ("分钟", "min"),
    "小时": ("小时", "钟头", "h"),
    "台（套）": ("台（套）", "台(套)", "台套"),
    "元": ("元", "元人民币", "圆"),
}
OF = {form: unit for unit, forms in FORMS.items() for form in forms}
SAID = re.compile(
    "(?<=[0-9余多万亿千百])("
    + "|".join(sorted(map(re.escape, OF), key=len, reverse=True))
    + ")(?![A-Za-z0-9²³/米]|(?<=[a-zA-Z])[·])"  # 立方 not in 立方米/秒
)
FOREIGN = re.compile("美元|欧元|港元|日元|英镑|澳元|卢布|外币|人民币[0-9]")


def several(proof: Proof) -> Iterator[Finding]:
    """The rarer form of a unit, where it first stands, and how the others are written."""
    uses: dict[str, dict[str, list[tuple[Copy, int]]]] = {}
    foreign = False
    for copy in proof.copies:
        if copy.kind in ("prose", "record", "note"):
            foreign = foreign or ("币" in copy.signs and bool(FOREIGN.search(copy.own)))
            for found in SAID.finditer(copy.own):
                forms = uses.setdefault(OF[found.group()], {})
                forms.setdefault(found.group(), []).append((copy, found.start()))
    for unit, forms in uses.items():
        if len(forms) > 1 and not (unit == "元" and foreign):
            yield from _rarer(forms)


def _rarer(forms: dict[str, list[tuple[Copy, int]]]) -> Iterator[Finding]:
    common, *rare = sorted(forms, key=lambda form: -len(forms[form]))
    first, at = forms[common][0]
    for form in rare:
        copy, start = forms[form][0]
        args: dict[str, object] = {
            "text": form,
            "times": len(forms[form]),
            "mended": common,
            "most": len(forms[common]),
            "place": first.place(at),
        }
        yield copy.place(start), "L125", args
