"""C25x, C26x pictures; C27x tables."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C250": Message(
        zh="图片文件名只能用小写字母、数字和连字符，后缀须为 jpg、png、webp 或 svg，现为“{name}”",
        zh_mend="改名，如 hall-2.jpg，引用处一并改正",
        en="a picture's name must be lower-case letters, digits and hyphens,"
        " ending in jpg, png, webp or svg; it is “{name}”",
        en_mend="rename it, for instance hall-2.jpg, also where it is used",
    ),
    "C251": Message(
        zh="图片后缀须与内容相符：{name} 的内容是 {found}",
        zh_mend="改名为 {better}，引用处一并改正",
        en="a picture's ending must fit its content: {name} holds {found}",
        en_mend="rename it to {better}, also where it is used",
    ),
    "C252": Message(
        zh="图片须为 JPEG、PNG、WebP 或 SVG，{name} 不是（文件开头像是：{found}）",
        zh_mend="用看图软件打开它，另存为 JPEG 或 PNG；打不开的，请换一个文件",
        en="a picture must be JPEG, PNG, WebP or SVG; {name} is not (it begins like: {found})",
        en_mend="open it in a picture viewer and save it as JPEG or PNG; if it does not open,"
        " take another file",
    ),
    "C253": Message(
        zh="图片须能读出宽度和高度，{name} 的文件头已损坏",
        zh_mend="重新复制原图，或用看图软件打开后另存",
        en="a picture must say its width and height; the header of {name} is damaged",
        en_mend="copy the original again, or open it in a picture viewer and save it anew",
    ),
    "C254": Message(
        zh="图片须完整，{name} 不全或有损坏",
        zh_mend="重新复制原图（可能是上次没有复制完），或用看图软件打开后另存",
        en="a picture must be whole; {name} is cut short or damaged",
        en_mend="copy the original again (the last copy may have been interrupted), or open it"
        " in a picture viewer and save it anew",
    ),
    "C255": Message(
        zh="图片每边至多 30000 像素、总共至多 2.5 亿像素，{name} 是 {width}×{height}",
        zh_mend="用看图软件缩小后再存",
        en="a picture has at most 30000 pixels a side and 250 million in all;"
        " {name} is {width}×{height}",
        en_mend="make it smaller in a picture editor",
    ),
    "C256": Message(
        zh="SVG 图中不能有 <!DOCTYPE …> 或实体声明，{name} 中有",
        zh_mend="用文本编辑器删去从 <!DOCTYPE 到与它相配的 > 为止的几行",
        en="an SVG picture must not declare a document type or entities; {name} does",
        en_mend="delete the lines from <!DOCTYPE to its closing > in a text editor",
    ),
    "C257": Message(
        zh="SVG 图中不能有脚本、嵌入网页或动作，{name} 中有：{what}",
        zh_mend="在绘图软件中另存为“普通 SVG”，或导出为 PNG",
        en="an SVG picture must not hold scripts, embedded pages or actions; {name} holds: {what}",
        en_mend="save it as “plain SVG” in the drawing program, or export it as PNG",
    ),
    "C258": Message(
        zh="SVG 图中不能引用图外的文件或网址，{name} 中有：{what}",
        zh_mend="在绘图软件中把所用图片嵌入图内，去掉链接，或导出为 PNG",
        en="an SVG picture must not refer to files or addresses outside it; {name} does: {what}",
        en_mend="embed the pictures that it uses and remove links in the drawing program,"
        " or export it as PNG",
    ),
    "C259": Message(
        zh="SVG 图须是合乎规则的 XML，{name} 在第 {line} 行第 {column} 列出错",
        zh_mend="用绘图软件重新导出",
        en="an SVG picture must be well-formed XML; {name} breaks at line {line}, column {column}",
        en_mend="export it anew from the drawing program",
    ),
    "C260": Message(
        zh="SVG 图宜写明宽高（width、height 或 viewBox），{name} 没有",
        zh_mend="在绘图软件中设定页面大小后重新导出",
        en="an SVG picture should say its size (width, height or viewBox); {name} does not",
        en_mend="set the page size in the drawing program and export it anew",
        severity="warning",
    ),
    "C261": Message(
        zh="图片都应用到，{name} 没有一处用到",
        zh_mend="在正文中写 ![替代文字]({name})，或列入 pictures；不用的请移出 images 文件夹",
        en="every picture should be used; {name} is used nowhere",
        en_mend="write ![alternative text]({name}) in the prose or list it under pictures;"
        " move it out of the images folder if it is not wanted",
        severity="warning",
    ),
    "C262": Message(
        zh="有图注的图片须单独成段，否则图注“{title}”显示不出：{src}",
        zh_mend="在图片前后各空一行；不要图注的，删去引号里的字",
        en="a picture with a caption must be a paragraph of its own, or “{title}” is not shown: {src}",
        en_mend="leave a blank line before and after it, or delete the words in quotes",
    ),
    "C270": Message(
        zh="表格第一行须是表头，下面至少有一行数据，这个文件{found}",
        zh_mend="第一行写各栏名称，从第二行起写数据",
        en="a table needs a head as its first row and at least one row of data; this file {found}",
        en_mend="write the names of the columns in the first row and the data below",
    ),
    "C271": Message(
        zh="表格各行的格数须与表头相同（{wanted} 格），这一行有 {found} 格：{row}",
        zh_mend="补足或删去逗号；格内本有逗号的，整格加英文双引号",
        en="each row of a table must have as many cells as the head ({wanted});"
        " this one has {found}: {row}",
        en_mend="add or remove commas; put a cell that holds a comma in straight double quotes",
    ),
    "C272": Message(
        zh="表头各栏名称不能相同，“{head}”出现了不止一次",
        zh_mend="给其中一栏另起名称，例如加上年份或单位",
        en="the columns of a table must have different names; “{head}” stands more than once",
        en_mend="give one of them another name, for instance with its year or unit",
    ),
    "C273": Message(
        zh="表头每栏都须有名称（左上角一格可空），第 {nth} 栏是空的",
        zh_mend="补上这一栏的名称，或删去空栏",
        en="every column of a table needs a name (the first may be blank); column {nth} is blank",
        en_mend="name the column, or delete it if it is empty",
    ),
    "C274": Message(
        zh="表格文件须是规范的 CSV，从这里起读不下去：{found}",
        zh_mend="查看双引号是否成对；或在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”",
        en="a table must be a proper CSV file; it cannot be read from here on: {found}",
        en_mend="see whether double quotes are paired; or open it in a spreadsheet program and"
        " save it as “CSV UTF-8 (comma delimited)”",
    ),
    "C275": Message(
        zh="表格各格须用英文逗号隔开，这里用的是{found}",
        zh_mend="在表格软件中打开，另存为“CSV UTF-8（逗号分隔）”",
        en="the cells of a table must be divided by commas; here they are divided by {found}",
        en_mend="open it in a spreadsheet program and save it as “CSV UTF-8 (comma delimited)”",
    ),
    "C276": Message(
        zh="数据所指的行须在表格 {table} 中，没有首格为“{row}”的行",
        zh_mend="改为表中已有的首格（{near}）",
        en="the row of a figure must stand in table {table}; no row begins with “{row}”",
        en_mend="use the first cell of a row of the table ({near})",
    ),
    "C277": Message(
        zh="数据所指的栏须在表格 {table} 的表头中，没有“{column}”这一栏",
        zh_mend="改为表头中已有的名称（{near}）",
        en="the column of a figure must stand in the head of table {table};"
        " there is no column “{column}”",
        en_mend="use a name that stands in the head ({near})",
    ),
    "C278": Message(
        zh="数据所指的行在表格 {table} 中须只有一行，首格为“{row}”的不止一行",
        zh_mend="在表中给重复的首格加上区别的字",
        en="the row of a figure must be the only one of its name in table {table};"
        " more than one row begins with “{row}”",
        en_mend="tell the repeated first cells in the table apart",
    ),
}
