"""The messages of proofreading: what one place says otherwise than another. L2xx.

Only L204 is certain and a warning: a list and its number stand side by side. The others need an
editor's eye and are hints.
"""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "L201": Message(
        zh="同一件事两处的数须相同：此处是“{here}”，{other} 是“{there}”",
        zh_mend="核对原稿，改正错的一处；两处各有依据的，句末加校注，注中链接到另一处；"
        "所记不是一件事的，写明时间、地点或对象",
        en="one fact must have one number: here “{here}”, at {other} “{there}”",
        en_mend="look at the manuscript and mend the one that is wrong; where both have a source,"
        " end the sentence with a note that links to the other place; where they are two facts, say"
        " of which time, place or matter",
        severity="hint",
        wrong="## 综述 {#survey}\n\n全年签订专项集体合同2526份，涵盖女职工3.1万人。\n\n"
        "## 合同签订 {#contracts}\n\n年内，签订专项集体合同2562份，涵盖女职工3.1万人。",
        right="## 综述 {#survey}\n\n全年签订专项集体合同2526份，涵盖女职工3.1万人。\n\n"
        "## 合同签订 {#contracts}\n\n年内，签订专项集体合同2526份，涵盖女职工3.1万人。",
    ),
    "L202": Message(
        zh="同一赛事、节会的届次须一致：此处是“{here}”，{other} 是“{there}”",
        zh_mend="核对文件，改正错的一处；确是两届的，写明各在哪一年，或加校注链接到另一处",
        en="a contest or festival must have one ordinal: here “{here}”, at {other} “{there}”",
        en_mend="look at the documents and mend the one that is wrong; where they are two rounds,"
        " say of which years, or add a note that links to the other place",
        severity="hint",
        wrong="## 竞赛 {#contests}\n\n组织举办全县第十二届职工职业技能竞赛。\n\n"
        "## 表彰 {#honours}\n\n表彰全县第十届职工技能竞赛的优胜者。",
        right="## 竞赛 {#contests}\n\n组织举办全县第十二届职工职业技能竞赛。\n\n"
        "## 表彰 {#honours}\n\n表彰全县第十二届职工职业技能竞赛的优胜者。",
    ),
    "L203": Message(
        zh="同一名称的写法须一致：此处是“{here}”，{other} 是“{there}”",
        zh_mend="核对原名，改正错的一处；确是两个名称的，都列入 names.yaml",
        en="a name must be spelt in one way: here “{here}”, at {other} “{there}”",
        en_mend="look up the name and mend the one that is wrong; where they are two names, put both"
        " into names.yaml",
        severity="hint",
        wrong="## 维权 {#rights}\n\n开展“法律护我行——女职工维护知识答卷”活动。\n\n"
        "## 荣誉 {#awards}\n\n获“法律护我行——女职工维权知识答卷活动”优秀组织单位称号。",
        right="## 维权 {#rights}\n\n开展“法律护我行——女职工维权知识答卷”活动。\n\n"
        "## 荣誉 {#awards}\n\n获“法律护我行——女职工维权知识答卷活动”优秀组织单位称号。",
    ),
    "L204": Message(
        zh="数目和所列的项须相符：写的是“{said}”，列出的是{listed}个：{items}",
        zh_mend="改正数目，或补齐、删去所列的项；没有列全的，末尾加“等”",
        en="a number must fit what it lists: the text says “{said}” and lists {listed}: {items}",
        en_mend="mend the number, or add or delete what is listed; where not all are listed, end"
        " with 等",
        severity="warning",
        wrong="竞赛设5个工种：车工、钳工、维修电工、化学检验工。",
        right="竞赛设4个工种：车工、钳工、维修电工、化学检验工。",
    ),
    "L205": Message(
        zh="同一组名称两处须相同：与 {other} 相比，{how}",
        zh_mend="核对后补上或删去；两处各有依据的，句末加校注，注中链接到另一处",
        en="one set must have the same members everywhere: held against {other}, {how}",
        en_mend="look it up and add or delete; where both have a source, end the sentence with a"
        " note that links to the other place",
        severity="hint",
        wrong="## 概况 {#survey}\n\n图书馆设4个部室：办公室、文献借阅部、读者活动部、地方文献部。\n\n"
        "## 机构 {#offices}\n\n图书馆设5个部室：办公室、文献借阅部、读者活动部、地方文献部、技术部。",
        right="## 概况 {#survey}\n\n图书馆设4个部室：办公室、文献借阅部、读者活动部、地方文献部。\n\n"
        "## 机构 {#offices}\n\n年末有4个部室：办公室、文献借阅部、读者活动部、地方文献部。",
    ),
}
