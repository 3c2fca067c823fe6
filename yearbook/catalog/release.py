"""C34x locks, corrections and old addresses; S06x release."""

from __future__ import annotations

from yearbook.issues import Message

LOCKS: dict[str, Message] = {
    "C340": Message(
        zh="已发布的卷须锁定，{edition} 卷没有 edition.lock",
        zh_mend="运行 release {edition}",
        en="a released edition must be locked; {edition} has no edition.lock",
        en_mend="run `release {edition}`",
        severity="warning",
    ),
    "C341": Message(
        zh="已发布的文字不能悄悄改动：“{name}”发布时是“{was}”，现在是“{now}”",
        zh_mend="改回原来的文字；确须更正的，{how}",
        en='released words must not change silently: "{name}" was released with “{was}” and now'
        " has “{now}”",
        en_mend="put the old words back, or, if they were wrong, correct them: {how}",
    ),
    "C342": Message(
        zh="已发布的地址不能消失，{address} 没有了（{name}）",
        zh_mend="恢复它；改了名称、换了地方的，{how}",
        en="a released address must not vanish; {address} is gone ({name})",
        en_mend="restore it, or, if it was renamed or moved, {how}",
    ),
    "C343": Message(
        zh="已发布的卷不能悄悄增添文字，“{name}”（{address}）发布时没有",
        zh_mend="写进下一卷；确须补入的，在 {file} 的 corrections 下写"
        " {{{at}date: YYYY-MM-DD, reason: 补录}}",
        en='a released edition must not grow silently; "{name}" ({address}) was not released',
        en_mend="write it into the next edition, or say that it was added: under corrections in"
        " {file} write {{{at}date: YYYY-MM-DD, reason: …}}",
    ),
    "C344": Message(
        zh="发布之后的更正须先写日期，“{old}”改为“{new}”没有写",
        zh_mend="写成 {{>>{example}<<}}",
        en="a correction after the release must begin with its day; “{old}” became “{new}”"
        " without one",
        en_mend="write {{>>{example}<<}}",
    ),
    "C345": Message(
        zh="更正后的文字（corrected）须在所说的地方恰好有一处，“{corrected}”有 {count} 处",
        zh_mend="改好那里的文字，再照抄整行；改了一处以上的，前后多抄几个字",
        en="the corrected words must stand once in what `at` names; “{corrected}” stands {count}"
        " times",
        en_mend="mend the words there and copy the whole line, or some more words around them",
    ),
    "C346": Message(
        zh="edition.lock 须是 release 写成的原样，这一个{what}",
        zh_mend="从备份中取回原来的文件",
        en="edition.lock must be as `release` wrote it; this one {what}",
        en_mend="restore the file from a backup",
    ),
    "C347": Message(
        zh="edition.lock 的格式（format）须是 1，这里是 {said}，由更新的程序写成",
        zh_mend="更新本程序",
        en="edition.lock must have format 1; this one has {said}, of a newer program",
        en_mend="update this program",
    ),
    "C348": Message(
        zh="edition.lock 须属于本卷，这一个属于 {said} 卷",
        zh_mend="从 {edition} 文件夹中删去它；它是复制文件夹时带来的",
        en="edition.lock must be of its own edition; this one is of {said}",
        en_mend="delete it from the folder {edition}; it came with a copied folder",
    ),
    "C349": Message(
        zh="已发布并锁定的卷不能改回草稿",
        zh_mend="写回 status: released；改动文字用更正",
        en="an edition that was released and locked must not be a draft again",
        en_mend="write status: released; words are changed by corrections",
    ),
    "C350": Message(
        zh="更正须说明改的是哪里，本页没有“{anchor}”",
        zh_mend="at 写地址中 # 之后的部分，分目的名称不写 at；{near}",
        en='a correction must say what it corrects; this page has no "{anchor}"',
        en_mend="write what follows # in the address, nothing for the title of a section; {near}",
    ),
}

ERRATA: dict[str, Message] = {
    "C351": Message(
        severity="warning",
        zh="更正的日期须在本卷所记时段之后，不晚于今天，这里是 {day}",
        zh_mend="核对日期",
        en="the day of a correction must be after what the edition covers, and not in the future;"
        " this one is {day}",
        en_mend="check the day",
    ),
    "C352": Message(
        zh="更正前后须不同，这里的 printed 和 corrected 都是“{said}”",
        zh_mend="写出原来印的和更正的文字；没有改动的，删去这一条",
        en="a correction must change something; printed and corrected are both “{said}”",
        en_mend="write what was printed and what is right, or delete the correction",
    ),
    "C353": Message(
        zh="补录的须是发布时没有的，{address} 发布时就有",
        zh_mend="删去这一条；改了文字的，写明 printed 和 corrected",
        en="what is said to be added must not have been released; {address} was",
        en_mend="delete the correction, or say with printed and corrected which words were changed",
    ),
}

RELEASE: dict[str, Message] = {
    "S060": Message(
        zh="没有 {edition} 这一卷",
        zh_mend="{near}",
        en="there is no edition {edition}",
        en_mend="{near}",
    ),
    "S061": Message(
        zh="发布的卷须已定稿：{what}",
        zh_mend="{how}",
        en="what is released must be finished: {what}",
        en_mend="{how}",
    ),
    "S062": Message(
        zh="SOURCE_DATE_EPOCH 须是秒数，现为“{said}”",
        zh_mend="取消这个环境变量，或写作整数",
        en='SOURCE_DATE_EPOCH must be a number of seconds; it is "{said}"',
        en_mend="unset it, or write a whole number",
    ),
    "S063": Message(
        zh="edition.yaml 里不能代写 status 和 revised",
        zh_mend="自己写上 status: released 和 revised: {day}，再运行 release {edition}",
        en="status and revised could not be written into edition.yaml",
        en_mend="write status: released and revised: {day} yourself, then run `release {edition}`",
    ),
}

MESSAGES: dict[str, Message] = {**LOCKS, **ERRATA, **RELEASE}
