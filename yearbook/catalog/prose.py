"""C20x–C22x, C28x marks of the prose; C23x, C24x notes, pictures, tables and links of the prose."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C201": Message(
        zh="正文中不能写 HTML，这里写了“{text}”",
        zh_mend="{mend}",
        en="prose must not hold HTML; here stands “{text}”",
        en_mend="{mend}",
    ),
    "C202": Message(
        zh="正文中不写 HTML 实体，这里写了“{text}”",
        zh_mend="{mend}",
        en="prose must not hold HTML entities; here stands “{text}”",
        en_mend="{mend}",
    ),
    "C203": Message(
        zh="花括号里的属性只能写在 ## 标题之后（{{#id}}、{{.group}}），这里写了“{text}”",
        zh_mend=r"删去；要原样显示花括号，写 \{{ 和 \}}",
        en="attributes in braces stand only after a ## title ({{#id}}, {{.group}}); here stands “{text}”",
        en_mend=r"delete it; to show braces write \{{ and \}}",
    ),
    "C204": Message(
        zh="正文中不能有代码块，这一段会成为代码：“{text}”",
        zh_mend="删去段首的空格（首行缩进由网页自动加）或反引号",
        en="prose must not hold code blocks; this would become one: “{text}”",
        en_mend="delete the blanks before it (pages indent paragraphs themselves) or the backticks",
    ),
    "C205": Message(
        zh="表格各行的格数须与表头相同，否则多的丢失、少的留空：“{text}”",
        zh_mend=r"补足或删去 |，空格也占一格；格内的竖线写 \|",
        en="each row of a table must have as many cells as its head, or cells are lost or left"
        " empty: “{text}”",
        en_mend=r"add or delete a |, an empty cell has its own; write a bar within a cell as \|",
    ),
    "C206": Message(
        zh="强调不能从数字中间断开：“{text}”的旁边还有数字",
        zh_mend="把整个数连同单位放进强调符号，或者不用强调",
        en="emphasis must not divide a number: another digit touches “{text}”",
        en_mend="put the whole number with its unit inside the marks, or leave them out",
    ),
    "C207": Message(
        zh="表格 {src} 须单独成段",
        zh_mend="在它前后各空一行",
        en="table {src} must be a paragraph of its own",
        en_mend="leave a blank line before and after it",
    ),
    "C208": Message(
        zh="更正须写明依据：“{old}”改为“{new}”，没有说明",
        zh_mend="紧接着写 {{>>据……改<<}}",
        en="a correction must give its reason: “{old}” became “{new}” without one",
        en_mend="write {{>>reason<<}} right after it",
    ),
    "C209": Message(
        zh="一个条目至多 {limit} 字，这个有 {length} 字",
        zh_mend="分成几个条目或分目",
        en="an entry has at most {limit} characters; this one has {length}",
        en_mend="divide it into several entries or sections",
    ),
    "C210": Message(
        zh="引文和列表至多套 {depth} 层，这里更深",
        zh_mend="减少层次，或把内容分成几段",
        en="quotations and lists may stand in one another {depth} deep; here they are deeper",
        en_mend="use fewer levels, or divide the text into paragraphs",
    ),
    "C211": Message(
        zh="标题不用下划线来写，上一行会成为标题：“{text}”",
        zh_mend="小标题写作“### 标题”；要分隔线的话，先空一行再写 ---",
        en="headings are not underlined; the line above would become one: “{text}”",
        en_mend="write “### heading”; for a rule leave a blank line before ---",
    ),
    "C212": Message(
        zh="条目里的小标题须写作“### 标题”，现为“{text}”",
        zh_mend=r"改为三个 #，后面空一格；不是标题的话，写 \#",
        en="a heading inside an entry must be “### heading”; it is “{text}”",
        en_mend=r"write three # and a blank; if it is no heading, write \#",
    ),
    "C213": Message(
        zh="行首的“{number}. ”会成为编号列表，编号至多 99",
        zh_mend=r"写作“{number}\. ”，或改变说法（如“{number}年”）",
        en="“{number}. ” at the start of a line would begin a numbered list; numbers end at 99",
        en_mend=r"write “{number}\. ”, or say it otherwise",
    ),
    "C214": Message(
        zh="列表的编号须连续：应为 {wanted}，现为 {number}，网页会改成 {wanted}",
        zh_mend=r"改正编号；编号要照原样的，写作“{number}\. ”并各自成段",
        en="the numbers of a list must follow one another: {wanted} is due, {number} stands here"
        " and would be shown as {wanted}",
        en_mend=r"mend the number; to keep it as it is write “{number}\. ” in a paragraph of its own",
    ),
    "C215": Message(
        zh="列表前面须空一行，否则与上文连成一段：“{text}”",
        zh_mend="在列表第一项前面空一行",
        en="a list needs a blank line before it, or it runs on from the words above: “{text}”",
        en_mend="leave a blank line before the first item",
    ),
    "C216": Message(
        zh="下一级列表须缩进四个空格，否则会成为同一级：“{text}”",
        zh_mend="在行首补足四个空格；本是同一级的，删去空格",
        en="an item of the next level must be indented by four blanks, or it stays on the same: “{text}”",
        en_mend="make it four blanks; if it is of the same level, delete them",
    ),
    "C217": Message(
        zh="标记须用半角符号，现为“{text}”",
        zh_mend="改为“{mended}”",
        en="marks must be typed half-width; here stands “{text}”",
        en_mend="write “{mended}”",
    ),
    "C218": Message(
        zh="条目的序号由网页自动编排（其一、其二……），开头不必写“{text}”",
        zh_mend="删去“{text}”",
        en="pages number the entries themselves; “{text}” is not needed at the start",
        en_mend="delete “{text}”",
        severity="warning",
    ),
    "C219": Message(
        zh="新的一段前面须空一行，否则与上文连成一段：“{text}”",
        zh_mend="在这一行前面空一行，行首的空格可以不要",
        en="a new paragraph needs a blank line before it, or it runs on from the one above: “{text}”",
        en_mend="leave a blank line before this line; it needs no blanks at its start",
    ),
    "C220": Message(
        zh="这一行会与上一行连成一段：“{text}”",
        zh_mend="各自成段的，在前面空一行；本是一段的，接到上一行后面；列表每项以“- ”开头",
        en="this line runs on from the one above: “{text}”",
        en_mend="leave a blank line before it, or put it at the end of the line above;"
        " begin each item of a list with “- ”",
        severity="warning",
    ),
    "C221": Message(
        zh="链接的地址须写在原处，不单列：“{text}”",
        zh_mend="写作 [文字](地址)",
        en="the address of a link must stand at the link, not in a list: “{text}”",
        en_mend="write [words](address)",
    ),
    "C222": Message(
        zh="更正须写作 {{~~旧~>新~~}}{{>>说明<<}}，这里的“{text}”不成对",
        zh_mend="在同一段里补全更正的符号，或删去它",
        en="a correction must be {{~~old~>new~~}}{{>>reason<<}}; this “{text}” has no partner",
        en_mend="complete the marks of the correction within one paragraph, or delete them",
    ),
    "C223": Message(
        zh="这一段有 {length} 字、{marks} 个标记符号（[ ] * _ 等），不像正文",
        zh_mend=r"删去多余的符号，或把这一段分成几段",
        en="this paragraph has {marks} marks ([ ] * _ …) in {length} characters; that is no prose",
        en_mend="delete the needless ones, or divide the paragraph",
    ),
    "C224": Message(
        zh="一个条目至多 {limit} 段，这个有 {blocks} 段",
        zh_mend="分成几个条目或分目",
        en="an entry has at most {limit} paragraphs; this one has {blocks}",
        en_mend="divide it into several entries or sections",
    ),
    "C225": Message(
        zh="表格前面须空一行，否则与上文连成一段：“{text}”",
        zh_mend="在表头前面空一行",
        en="a table needs a blank line before it, or it runs on from the words above: “{text}”",
        en_mend="leave a blank line before its head",
    ),
    "C226": Message(
        zh="表头下面的一行须与表头格数相同：表头 {head} 格，这一行 {rule} 格",
        zh_mend="把它补成 {head} 格，如 | --- | --- |",
        en="the line below a table's head must have as many cells as the head:"
        " the head has {head}, this line {rule}",
        en_mend="make it {head} cells, as in | --- | --- |",
    ),
    "C227": Message(
        zh="链接的文字里不能再有链接或注：“{text}”",
        zh_mend="把它移到链接的方括号之外",
        en="the words of a link must not hold another link or a note: “{text}”",
        en_mend="move it out of the brackets of the link",
    ),
    "C228": Message(
        zh="链接须有文字，“{text}”没有",
        zh_mend="在方括号里写上文字",
        en="a link needs words; “{text}” has none",
        en_mend="write words in the square brackets",
    ),
    "C229": Message(
        zh="标记须完整，“{text}”会原样显示出来",
        zh_mend="{mend}",
        en="marks must be complete; “{text}” would be shown as it is",
        en_mend="{mend}",
    ),
    "C230": Message(
        zh="注 [^{id}] 须有内容，本文件中没有 [^{id}]: 开头的行",
        zh_mend="{mend}",
        en="note [^{id}] needs its words; no line of this file begins with [^{id}]:",
        en_mend="{mend}",
    ),
    "C231": Message(
        zh="注须用到，[^{id}] 没有一处用到",
        zh_mend="在所注的字后面写 [^{id}]，或删去这条注",
        en="every note must be used; [^{id}] is used nowhere",
        en_mend="write [^{id}] after the words that it explains, or delete the note",
    ),
    "C232": Message(
        zh="注里面不能再有注：[^{id}]",
        zh_mend="把两条注并为一条",
        en="a note must not hold another: [^{id}]",
        en_mend="make one note of the two",
    ),
    "C233": Message(
        zh="图片须有替代文字，{src} 没有",
        zh_mend="在方括号里用一句话说明图中是什么，如 ![夜间开放的阅览大厅]({src})",
        en="a picture needs words in its place; {src} has none",
        en_mend="say in the brackets what it shows, as in ![The reading hall at night]({src})",
    ),
    "C234": Message(
        zh="图片须在本卷的 images 文件夹里，现为“{src}”",
        zh_mend="把图片复制到 images 文件夹，写作 images/文件名",
        en="a picture must be in the images folder of its edition; here stands “{src}”",
        en_mend="copy the picture into images and write images/NAME",
    ),
    "C235": Message(
        zh="图片须在本卷中，没有 {src}",
        zh_mend="{near}",
        en="a picture must be in the edition; there is no {src}",
        en_mend="{near}",
    ),
    "C236": Message(
        zh="图片文件名只能用小写字母、数字和连字符，后缀为 jpg、png、webp 或 svg，现为“{src}”",
        zh_mend="给文件改名，这里一并改正",
        en="a picture's name must be lower-case letters, digits and hyphens, ending in"
        " jpg, png, webp or svg; it is “{src}”",
        en_mend="rename the file, and mend it here",
    ),
    "C237": Message(
        zh="链接不能用“{scheme}:”开头的地址",
        zh_mend="改为 https: 开头的网址，或本年鉴的条目（如 women-workers.md#care）",
        en="a link must not begin with “{scheme}:”",
        en_mend="write an address with https: or an entry such as women-workers.md#care",
    ),
    "C238": Message(
        zh="链接不能指向电脑里的文件，别人打不开：“{href}”",
        zh_mend="改为本年鉴的条目（如 women-workers.md#care）或网址",
        en="a link must not lead to a file of one computer; nobody else can open it: “{href}”",
        en_mend="write an entry such as women-workers.md#care, or an address of the web",
    ),
    "C239": Message(
        zh="链接须指向有的分目或文件，没有 {target}",
        zh_mend="{near}",
        en="a link must lead to a section or file that exists; there is no {target}",
        en_mend="{near}",
    ),
    "C240": Message(
        zh="链接须指向有的条目，{target} 中没有 #{anchor}",
        zh_mend="{near}",
        en="a link must lead to an entry that exists; {target} has no #{anchor}",
        en_mend="{near}",
    ),
    "C241": Message(
        zh="链接不能走出 content 文件夹：“{href}”",
        zh_mend="同卷的写作 分目.md#条目，别卷的写作 ../2016/分目.md#条目",
        en="a link must not leave the content folder: “{href}”",
        en_mend="write section.md#entry, in another edition ../2016/section.md#entry",
    ),
    "C242": Message(
        zh="已发布的卷不能链接到草稿卷 {edition}，读者打不开",
        zh_mend="等 {edition} 卷发布后再加这个链接，或先删去",
        en="a released edition must not link to the draft {edition}; readers cannot open it",
        en_mend="add this link when {edition} is released, or delete it for now",
    ),
    "C243": Message(
        zh="链接的地址须是分目、条目、文件或网址，“{href}”不是",
        zh_mend="条目写作 分目.md#条目，content/files 里的文件写作 ../files/名称，"
        "网址以 https:// 开头；其中不能有空格、反斜线",
        en="a link must lead to a section, an entry, a file or the web; “{href}” does not",
        en_mend="write section.md#entry, ../files/NAME for a file of content/files, or an address"
        " with https://; without blanks and backslashes",
    ),
    "C244": Message(
        zh="表格须先在 YAML 的 tables 中写明，没有 {src}",
        zh_mend="{near}",
        en="a table must be declared under tables in the YAML file; there is no {src}",
        en_mend="{near}",
    ),
    "C245": Message(
        zh="表格在一处显示就够了，{src} 又放了一次",
        zh_mend="删去一处",
        en="a table is placed once; {src} is placed again",
        en_mend="delete one of the two",
    ),
    "C246": Message(
        zh="链接到分目须写 .md，现为“{href}”",
        zh_mend="写作 {better}",
        en="a link to a section must say .md; here stands “{href}”",
        en_mend="write {better}",
    ),
    "C247": Message(
        zh="表格 {src} 属于条目 {entry}，不能放在条目 {here} 中",
        zh_mend="移到条目 {entry}，或把 YAML 中的 entry 改为 {here}",
        en="table {src} belongs to entry {entry}; it cannot be placed in entry {here}",
        en_mend="move it to entry {entry}, or write entry: {here} in the YAML file",
    ),
    "C248": Message(
        zh="ignore 所列须确有其事，{ignored} 没有在含“{text}”的行出现",
        zh_mend="删去这一条；或查看代码和文字（at）是否与提示相符",
        en="what ignore lists must occur; {ignored} does not occur on a line with “{text}”",
        en_mend="delete it, or see whether the code and the words (at) fit the issue",
        severity="warning",
    ),
    "C249": Message(
        zh="ignore 只能略去提示和警告，{ignored} 是错误",
        zh_mend="改正这个错误，删去这一条",
        en="ignore passes over warnings and hints only; {ignored} is an error",
        en_mend="mend the error and delete this line",
    ),
    "C280": Message(
        zh="更正前后须不同，“{old}”改为“{new}”没有改动",
        zh_mend="写出原来印的和更正的文字；没有改动的，去掉更正的符号",
        en="a correction must change something; “{old}” became “{new}”",
        en_mend="write what was printed and what is right, or take the marks away",
    ),
    "C282": Message(
        zh="图注和替代文字里不能写更正的符号：“{text}”",
        zh_mend="直接写更正后的文字；图注原作什么，写进 YAML 的 corrections",
        en="captions and alternative texts cannot hold the marks of a correction: “{text}”",
        en_mend="write the corrected words alone, and what a caption was under corrections in the"
        " YAML file",
    ),
}
