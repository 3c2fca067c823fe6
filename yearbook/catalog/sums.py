"""The messages of proofreading: numbers that do not fit each other. L3xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "L301": Message(
        zh="分项之和须等于总数：总数是“{whole}”，分项 {parts} 是 {sum}",
        zh_mend="核对总数和各分项，改正错的一个；分项没有列全的，写“其中”或“等”",
        en="parts must add up to their total: the total is “{whole}”, the parts {parts} make {sum}",
        en_mend="look at the total and its parts and mend the one that is wrong; where not all parts"
        " are listed, say 其中 or 等",
        severity="warning",
        wrong="共聘用40人，其中男20人、女18人。",
        right="共聘用40人，其中男22人、女18人。",
    ),
    "L302": Message(
        zh="“其中”的数不能大于总数：总数是“{whole}”，其中有“{parts}”",
        zh_mend="核对这两个数，改正错的一个；不属于这个总数的，不用“其中”",
        en="what is 其中 of a total cannot exceed it: the total is “{whole}”, of it “{parts}”",
        en_mend="look at both numbers and mend the one that is wrong; where it is no part of the"
        " total, do not say 其中",
        severity="warning",
        wrong="投入资金50万元，其中用于维修60万元。",
        right="投入资金60万元，其中用于维修50万元。",
    ),
    "L303": Message(
        zh="“其中”各项之和不宜大于总数：总数是“{whole}”，{parts} 是 {sum}",
        zh_mend="核对总数和各分项；各项有重复计算的，写明“有的兼有两项”一类的话",
        en="what is 其中 of a total should not add up to more: the total is “{whole}”, {parts} make"
        " {sum}",
        en_mend="look at the total and its parts; where some are counted twice, say so",
        severity="warning",
        wrong="共聘用40人，其中甲区10人、乙区20人、丙区15人。",
        right="共聘用45人，其中甲区10人、乙区20人、丙区15人。",
    ),
}
