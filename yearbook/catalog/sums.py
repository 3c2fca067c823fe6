"""The messages of proofreading: numbers that do not fit each other. L3xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "L301": Message(
        zh="分项之和须等于总数：总数是“{whole}”，分项{parts}是{sum}",
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
        zh="“其中”各项之和不宜大于总数：总数是“{whole}”，{parts}是{sum}",
        zh_mend="核对总数和各分项；各项有重复计算的，写明“有的兼有两项”一类的话",
        en="what is 其中 of a total should not add up to more: the total is “{whole}”, {parts} make"
        " {sum}",
        en_mend="look at the total and its parts; where some are counted twice, say so",
        severity="warning",
        wrong="共聘用40人，其中甲区10人、乙区20人、丙区15人。",
        right="共聘用45人，其中甲区10人、乙区20人、丙区15人。",
    ),
    "L304": Message(
        zh="表中的合计须等于各项之和：“{of}”的{label}写的是{total}，{parts}是{sum}",
        zh_mend="核对{label}和各项，改正错的一个",
        en="a total of a table must be the sum of what it totals: the {label} of “{of}” is {total},"
        " {parts} make {sum}",
        en_mend="look at the {label} and its cells and mend the one that is wrong",
        severity="warning",
        wrong="|季度|场次|人次|\n|---|---|---|\n|一季度|6|180|\n|二季度|7|210|\n|合计|13|400|",
        right="|季度|场次|人次|\n|---|---|---|\n|一季度|6|180|\n|二季度|7|210|\n|合计|13|390|",
    ),
    "L305": Message(
        zh="表中“其中”的数不能大于它所属的数：“{label}”的{head}是{part}，大于{whole}",
        zh_mend="核对这两个数，改正错的一个",
        en="what is 其中 of a row or column cannot exceed it: the {head} of “{label}” is {part}, more"
        " than {whole}",
        en_mend="look at both numbers and mend the one that is wrong",
        severity="warning",
        wrong="|部门|人数|其中女|\n|---|---|---|\n|借阅部|12|21|\n|办公室|6|3|",
        right="|部门|人数|其中女|\n|---|---|---|\n|借阅部|21|12|\n|办公室|6|3|",
    ),
    "L306": Message(
        zh="表中的增减须与两年的数相符：“{label}”的{head}写的是{stated}，由{before}到{after}是"
        "{computed}",
        zh_mend="核对这三个数，改正错的一个",
        en="growth in a table must fit the numbers of both years: the {head} of “{label}” is {stated},"
        " from {before} to {after} it is {computed}",
        en_mend="look at the three numbers and mend the one that is wrong",
        severity="warning",
        wrong="|指标|2015年|2016年|增长（%）|\n|---|---|---|---|\n|藏书（册）|500|600|20.0|\n"
        "|读者（人）|400|500|20.0|\n|场次（场）|50|60|20.0|",
        right="|指标|2015年|2016年|增长（%）|\n|---|---|---|---|\n|藏书（册）|500|600|20.0|\n"
        "|读者（人）|400|500|25.0|\n|场次（场）|50|60|20.0|",
    ),
    "L311": Message(
        zh="增减须与前后两数相符：写的是“{stated}”，由{before}到{after}是{computed}",
        zh_mend="核对这三个数，改正错的一个；按可比价格等计算的，在句中写明",
        en="growth must fit the numbers beside it: “{stated}” stands there, from {before} to {after}"
        " it is {computed}",
        en_mend="look at the three numbers and mend the one that is wrong; where it is reckoned"
        " otherwise, at constant prices for instance, say so",
        severity="warning",
        wrong="会员由40人增加到50人，增长20%。",
        right="会员由40人增加到50人，增长25%。",
    ),
    "L312": Message(
        zh="增减宜与上一卷的数相符：{label}写的是“{stated}”，上一卷是{before}（{other}），本卷是"
        "{after}，算来是{computed}",
        zh_mend="核对两卷的数和增减；上年数后来核定过的，加校注说明，口径变了的，写 definition",
        en="growth should fit the last edition: of {label} “{stated}” is said, the last edition has"
        " {before} ({other}), this one {after}, which is {computed}",
        en_mend="look at both numbers and the growth; where the earlier one was revised, say so in a"
        " note, where it was defined otherwise, give a definition",
        severity="hint",
    ),
    "L313": Message(
        zh="数据不宜与上一卷相差十倍：{id}{times}，上一卷是{before}（{other}），本卷是{after}",
        zh_mend="核对位数和小数点；确是如此的，列入 ignore 并写明理由，口径变了的，写 definition",
        en="a figure should not be ten times the last edition's: {id} {times}, the last edition has"
        " {before} ({other}), this one {after}",
        en_mend="look at the digits and the decimal point; if it is right, list it under ignore with"
        " the reason, if it was defined otherwise, give a definition",
        severity="hint",
    ),
    "L314": Message(
        zh="数据的单位不宜多或少“万”“亿”：{id}上一卷是{before}（{other}），本卷是{after}",
        zh_mend="核对单位；确是如此的，列入 ignore 并写明理由",
        en="the unit of a figure should not gain or lose 万 or 亿: of {id} the last edition has {before}"
        " ({other}), this one {after}",
        en_mend="look at the unit; if it is right, list it under ignore with the reason",
        severity="hint",
    ),
    "L321": Message(
        zh="正文与表须一致：正文写的是“{text}”，表中（{other}）是{cell}",
        zh_mend="核对两处，改正错的一处；所指不同的，在正文写明",
        en="prose and table should agree: the prose says “{text}”, the table ({other}) {cell}",
        en_mend="look at both and mend the one that is wrong; where they speak of different things,"
        " say so in the prose",
        severity="hint",
        wrong="一季度儿童190人次。\n\n"
        "|季度|场次|儿童|\n|---|---|---|\n|一季度|6|180|\n|二季度|7|210|",
        right="一季度儿童180人次。\n\n"
        "|季度|场次|儿童|\n|---|---|---|\n|一季度|6|180|\n|二季度|7|210|",
    ),
    "L331": Message(
        zh="同一总体的各项占比之和须为 100%：{parts}是{sum}",
        zh_mend="核对各项占比；各项有重叠的，不用“分别占”并列",
        en="shares of one whole must add up to 100%: {parts} make {sum}",
        en_mend="look at the shares; where they overlap, do not list them with 分别占",
        severity="warning",
        wrong="读者中老年、中年、青年分别占50%、30%、25%。",
        right="读者中老年、中年、青年分别占50%、30%、20%。",
    ),
    "L332": Message(
        zh="比率须与前面的数相符：写的是{share}，{part}占{whole}的{computed}",
        zh_mend="核对这三个数，改正错的一个；比率另有算法的，写明",
        en="a rate must fit the numbers before it: {share} is said, {part} of {whole} is {computed}",
        en_mend="look at the three numbers and mend the one that is wrong; where the rate is reckoned"
        " otherwise, say so",
        severity="warning",
        wrong="全市964家企业发出要约，900家应约，应约率98%。",
        right="全市964家企业发出要约，900家应约，应约率93.4%。",
    ),
    "L333": Message(
        zh="平均数须与总数和个数相符：写的是{mean}，{total}除以{count}是{computed}",
        zh_mend="核对这三个数，改正错的一个",
        en="a mean must fit the total and the number: {mean} is said, {total} divided by {count} is"
        " {computed}",
        en_mend="look at the three numbers and mend the one that is wrong",
        severity="warning",
        wrong="发放救助金90万元，惠及45人，人均3万元。",
        right="发放救助金90万元，惠及45人，人均2万元。",
    ),
    "L341": Message(
        zh="日期和时刻须存在：没有“{text}”，{why}",
        zh_mend="核对原件，改正日期或时刻",
        en="a day or a time of day must exist: there is no “{text}”, {why}",
        en_mend="look at the source and mend it",
        severity="warning",
        wrong="2月30日，召开读者会议。",
        right="2月28日，召开读者会议。",
    ),
    "L342": Message(
        zh="星期须与日期相符：“{text}”是星期{right}，写的是星期{said}",
        zh_mend="核对日期和星期，改正错的一个",
        en="the day of the week must fit the date: “{text}” is a 星期{right}, 星期{said} stands there",
        en_mend="look at the date and the day of the week and mend the one that is wrong",
        severity="warning",
        wrong="2016年5月1日（星期一），举办读书活动。",
        right="2016年5月1日（星期日），举办读书活动。",
    ),
    "L343": Message(
        zh="起止时间须先起后止：“{text}”止在起之前",
        zh_mend="核对起止时间；跨年的，写明年份",
        en="a span of time must begin before it ends: “{text}” ends before it begins",
        en_mend="look at both ends; where it runs into the next year, write the years",
        severity="warning",
        wrong="5月8日至3日，举办书展。",
        right="5月3日至8日，举办书展。",
    ),
    "L344": Message(
        zh="历时须与起止日期相符：“{text}”是{days}天，写的是“{said}”",
        zh_mend="核对起止日期和天数，改正错的一个",
        en="how long something lasts must fit its dates: “{text}” are {days} days, “{said}” stands"
        " there",
        en_mend="look at the dates and the number of days and mend the one that is wrong",
        severity="warning",
        wrong="5月1日至5日举办书展，历时3天。",
        right="5月1日至5日举办书展，历时5天。",
    ),
    "L345": Message(
        zh="享年须与生卒年相符：{born}年生，{died}年去世，相差{years}年，写的是“{said}”",
        zh_mend="核对生卒年和年岁，改正错的一个",
        en="an age at death must fit the years: born in {born}, died in {died}, {years} years apart,"
        " “{said}” stands there",
        en_mend="look at the years and the age and mend the one that is wrong",
        severity="warning",
        wrong="馆长周文1950年3月生，2016年5月逝世，享年56岁。",
        right="馆长周文1950年3月生，2016年5月逝世，享年66岁。",
    ),
    "L346": Message(
        zh="数后的单位不能重复：“{text}”",
        zh_mend="删去多写的字；确是万万的，写“亿”",
        en="a unit after digits cannot stand twice: “{text}”",
        en_mend="delete what is too much; write 亿 where 万万 is meant",
        severity="warning",
        wrong="投入资金5万万元。",
        right="投入资金5万元。",
    ),
    "L347": Message(
        zh="换算须相符：“{text}”换算是{computed}",
        zh_mend="核对两个数和单位，改正错的一个",
        en="an amount and its conversion must fit: “{text}”, converted it is {computed}",
        en_mend="look at both numbers and units and mend the one that is wrong",
        severity="warning",
        wrong="新馆占地10公顷（15亩）。",
        right="新馆占地10公顷（150亩）。",
    ),
}
