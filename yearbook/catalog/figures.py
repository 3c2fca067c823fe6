"""C30x figures; C31x honours, highlights and charts; C32x names and continuations."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C301": Message(
        zh="数据 {id} 须在正文中找到：{where} 的条目 {entry} 没有“{written}”",
        zh_mend="{near}",
        en="figure {id} must stand in the prose: entry {entry} at {where} does not say “{written}”",
        en_mend="{near}",
    ),
    "C302": Message(
        zh="数据 {id} 须在条目中只出现一次：{where} 的条目 {entry} 有 {count} 处“{written}”",
        zh_mend="用 text: 写明是哪一处，例如 text: {example}",
        en="figure {id} must stand once in its entry: entry {entry} at {where} says “{written}”"
        " {count} times",
        en_mend="say which one with text:, for instance text: {example}",
    ),
    "C303": Message(
        zh="两个数据不能共用同样的字：{id} 与 {other} 都占了“{text}”",
        zh_mend="给其中一个写不同的 text:，或删去重复的一个",
        en="two figures must not share words: {id} and {other} both take “{text}”",
        en_mend="give one of them another text:, or delete the one that is double",
    ),
    "C304": Message(
        zh="带单位的数须列为数据：“{written}”没有列入",
        zh_mend="运行 check --fix 自动起草，再补全 label；不是数据的，列入 plain",
        en="a number with a unit must be declared; “{written}” is not",
        en_mend="run check --fix to draft it and mend its label; list it under plain if it is no datum",
        severity="warning",
    ),
    "C305": Message(
        zh="plain 所列须在正文中出现，没有“{text}”",
        zh_mend="删去这一条，或照正文改正",
        en="what plain lists must stand in the prose; “{text}” does not",
        en_mend="delete it, or mend it after the prose",
        severity="warning",
    ),
    "C306": Message(
        zh="text 须说出数据本身：{where} 的“{text}”没有说数据 {id} 的“{written}”",
        zh_mend="{near}",
        en="text must say the figure: “{text}” at {where} does not say the “{written}” of {id}",
        en_mend="{near}",
    ),
    "C307": Message(
        zh="缺数（…）和没有（—）须用 text 写明正文怎样说：数据 {id} 没有 text",
        zh_mend="加上 text:，照抄正文的一段，例如 text: 尚待核定；正文没有说的，删去这个数据",
        en="a missing (…) or nil (—) figure must say with text how the prose puts it; {id} does not",
        en_mend="add text: with words of the prose, for instance text: 尚待核定;"
        " delete the figure if the prose does not speak of it",
    ),
    "C308": Message(
        zh="负数须写明正文怎样说：数据 {id} 的值是 {written}",
        zh_mend="加上 text:，例如 text: {example}",
        en="a negative figure must say how the prose puts it: {id} has the value {written}",
        en_mend="add text:, for instance text: {example}",
    ),
    "C309": Message(
        zh="减少、下降的数须写负数：正文说“{said}”，数据 {id} 的值是 {written}",
        zh_mend="改为 value: -{value}，并写 text: {said}",
        en="a fall must be a negative number: the prose says “{said}”, {id} has the value {written}",
        en_mend="write value: -{value} and text: {said}",
        severity="warning",
    ),
    "C310": Message(
        zh="荣誉名称须在正文中找到：{where} 的条目 {entry} 没有“{title}”",
        zh_mend="{near}",
        en="an honour's title must stand in the prose: entry {entry} at {where} does not say “{title}”",
        en_mend="{near}",
    ),
    "C311": Message(
        zh="日期宜在本卷记述的时间内（{start} 至 {end}），{field} 是 {date}",
        zh_mend="核对是不是上一卷留下的；确是如此的，列入 ignore 并写明理由",
        en="a date should be within the period of its volume ({start} to {end}); {field} is {date}",
        en_mend="see whether the last volume left it there; if it is right, list it under ignore"
        " with the reason",
        severity="warning",
    ),
    "C312": Message(
        zh="修订的日子须在本卷所记的时段开始以后，{day} 在 {start} 以前",
        zh_mend="核对 revised 与 covers，多半是照抄了前面的卷",
        en="a volume must be revised after what it covers has begun; {day} is before {start}",
        en_mend="check `revised` and `covers`; one of them may be that of an earlier volume",
        severity="warning",
    ),
    "C314": Message(
        zh="封面宜列六个数据，highlights 现有 {count} 个",
        zh_mend="增减到六个",
        en="a cover shows six figures well; highlights has {count}",
        en_mend="make them six",
        severity="hint",
    ),
    "C320": Message(
        zh="reading 须是带声调的拼音、逐字的读音，“{name}”的 reading 里{reason}",
        zh_mend="逐字核对，例如 reading: {example}",
        en="a reading must be pinyin with tone marks, as each character is read; in that of"
        " “{name}” {reason}",
        en_mend="look at each syllable, for instance reading: {example}",
        severity="warning",
    ),
    "C321": Message(
        zh="两个{kind}同名“{name}”：{other} 已用这个名字",
        zh_mend="确是两个的，各写 gloss 加以区别；是同一个的，删去一条",
        en="two names of one kind are “{name}”: {other} has it already",
        en_mend="if there are two, tell them apart with gloss; if one, delete an entry",
        severity="warning",
    ),
    "C322": Message(
        zh="{field} 不能指向自己：{target}",
        zh_mend="改为另一个 id，或删去",
        en="{field} must not point to itself: {target}",
        en_mend="write another id, or delete it",
    ),
    "C324": Message(
        zh="see 须最终指向一个名称，这几条互相指来指去：{circle}",
        zh_mend="留下一条作正名，删去它的 see",
        en="see must lead to a name in the end; these lead to each other: {circle}",
        en_mend="delete the see of the one that is the proper name",
    ),
    "C325": Message(
        zh="简称和异写须只属于一个名称，“{word}”已写在 {other} 下",
        zh_mend="留下一处；确是两者共用的，两条都写 gloss 加以区别",
        en="a short form or variant must belong to one name; {other} has “{word}” already",
        en_mend="keep one of them; if both are called so, tell them apart with gloss",
        severity="warning",
    ),
    "C326": Message(
        zh="reading 须一字一个音节，以空格分开：“{name}”有 {count} 个汉字，reading 是“{reading}”",
        zh_mend="逐字补全或删去多余的音节",
        en="a reading must have a syllable for each character, divided by blanks: “{name}” has"
        " {count} Chinese characters, its reading is “{reading}”",
        en_mend="add the syllables that are missing or delete those too many",
        severity="warning",
    ),
    "C327": Message(
        zh="名称的读音须能确定，索引依读音排列：“{name}”的“{char}”有 {choice} 几读",
        zh_mend="写明读音：reading: {example}",
        en="the reading of a name must be clear, the indexes are sorted by it: the “{char}” of"
        " “{name}” may be read {choice}",
        en_mend="write how it is read: reading: {example}",
        severity="warning",
    ),
    "C328": Message(
        zh="人名的读音须能确定，索引依读音排列：“{name}”的“{char}”有 {choice} 几读",
        zh_mend="在 names.yaml 里给这个人一条，写明读音：reading: {example}",
        en="the reading of a person's name must be clear, the indexes are sorted by it: the"
        " “{char}” of “{name}” may be read {choice}",
        en_mend="give the person an entry in names.yaml with the reading: {example}",
        severity="warning",
    ),
    "C329": Message(
        zh="荣誉的获得者和授予者须能看出是人还是机构，“{name}”看不出，索引暂作{kind}排",
        zh_mend="在 names.yaml 里给它一条，写明 kind，例如 {{name: {name}, kind: {as}}}",
        en="it must be clear whether who received or bestowed an honour is a person or a body;"
        " of “{name}” it is not, the indexes take it for a {kind}",
        en_mend="give it an entry in names.yaml with its kind, for instance"
        " {{name: {name}, kind: {as}}}",
        severity="warning",
    ),
    "C330": Message(
        zh="check --fix 须能写入这个文件：{reason}",
        zh_mend="关闭正在编辑它的程序，或取消只读，再运行一次",
        en="check --fix must be able to write this file: {reason}",
        en_mend="close the program that edits it, or make it writable, and run it again",
    ),
    "C323": Message(
        zh="continues 须指向更早一卷中有的分目或条目，没有 {target}",
        zh_mend="{near}",
        en="continues must name a section or entry of an earlier edition; there is no {target}",
        en_mend="{near}",
    ),
}
