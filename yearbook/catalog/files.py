"""C0xx: the content folder, its files and their encodings; YAML is in `yaml`."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C001": Message(
        zh="内容文件夹须存在，找不到“{path}”",
        zh_mend="检查路径；或用 yearbook init 新建一部年鉴",
        en='the content folder must exist; "{path}" is not there',
        en_mend="check the path, or make a new yearbook with `yearbook init`",
    ),
    "C002": Message(
        zh="内容须放在文件夹里，“{path}”是一个文件",
        zh_mend="在 --content 后写年鉴内容所在的文件夹",
        en='content must be a folder; "{path}" is a file',
        en_mend="name the folder of the yearbook's content after --content",
    ),
    "C003": Message(
        zh="内容文件夹“{path}”中须有 yearbook.yaml，现在没有",
        zh_mend="新建 yearbook.yaml，写上“title: 年鉴名称”；或检查 --content 所指的文件夹",
        en='the content folder "{path}" must hold yearbook.yaml; it does not',
        en_mend="make yearbook.yaml with the line `title: …`, or check the folder after --content",
    ),
    "C004": Message(
        zh="文件须能读取，系统说：{reason}",
        zh_mend="检查文件的访问权限，以及它是否被别的程序占用",
        en="the file must be readable; the system says: {reason}",
        en_mend="check its permissions and whether another program holds it",
    ),
    "C005": Message(
        zh="文件不能大于 {limit}，这个有 {size}",
        zh_mend="把它分成几个文件，图片请缩小后再存",
        en="a file must not be larger than {limit}; this one has {size}",
        en_mend="divide it into several files; make a picture smaller",
    ),
    "C006": Message(
        zh="文件须为 UTF-8 编码，这个像是 GB18030（GBK、GB2312）编码",
        zh_mend="用文本编辑器打开，另存为 UTF-8",
        en="the file must be UTF-8; this one seems to be GB18030 (GBK, GB2312)",
        en_mend="open it in a text editor and save it as UTF-8",
    ),
    "C007": Message(
        zh="文件须为 UTF-8 编码，这个像是 UTF-16 编码（记事本中称“Unicode”）",
        zh_mend="用文本编辑器打开，另存为 UTF-8",
        en='the file must be UTF-8; this one seems to be UTF-16 ("Unicode" in Notepad)',
        en_mend="open it in a text editor and save it as UTF-8",
    ),
    "C008": Message(
        zh="文件须为 UTF-8 编码，这里的字节 {byte} 不是",
        zh_mend="用文本编辑器打开，重打此处的字，另存为 UTF-8",
        en="the file must be UTF-8; the byte {byte} here is not",
        en_mend="open it in a text editor, type the character again and save as UTF-8",
    ),
    "C009": Message(
        zh="文字中不能有空字符（{char}），这里有一个",
        zh_mend="删去此处看不见的字符；若整个文件打不开，请从备份恢复",
        en="text must not hold the null character ({char}); there is one here",
        en_mend="delete the invisible character; if the file does not open, restore it",
    ),
    "C010": Message(
        zh="文字中不能有控制字符，这里有 {char}",
        zh_mend="删去此处看不见的字符，重打两旁的字",
        en="text must not hold control characters; here is {char}",
        en_mend="delete the invisible character here and type its neighbours again",
    ),
    "C011": Message(
        zh="文字须为规范形式（NFC），“{said}”（{spelt}）不是，共 {count} 处",
        zh_mend="改打成“{mended}”，或用编辑器的“Unicode 规范化（NFC）”功能",
        en='text must be in normal form (NFC); "{said}" ({spelt}) is not, {count} time(s)',
        en_mend='type "{mended}" instead, or let an editor normalize the file to NFC',
    ),
    "C012": Message(
        zh="“{said}”（{spelt}）是部首符号而不是汉字，检索不到，共 {count} 处",
        zh_mend="改打成汉字“{mended}”",
        en='"{said}" ({spelt}) is a radical sign, not a character; search misses it; {count} time(s)',
        en_mend='type the character "{mended}" instead',
        severity="warning",
    ),
    "C013": Message(
        zh="文字中宜无看不见的字符，这里有 {spelt}，共 {count} 处",
        zh_mend="删去它，重打两旁的字",
        en="text should hold no invisible characters; here is {spelt}, {count} time(s)",
        en_mend="delete it and type its neighbours again",
        severity="warning",
    ),
    "C014": Message(
        zh="这里有自造字（{spelt}），别的电脑上显示不出，共 {count} 处",
        zh_mend="改用 Unicode 已有的字，或用文字说明字形",
        en="a private-use character ({spelt}) does not show on other machines; {count} time(s)",
        en_mend="use a character of Unicode, or describe it in words",
        severity="warning",
    ),
    "C015": Message(
        zh="这里有“�”，说明文字在转换编码时已丢失，共 {count} 处",
        zh_mend="对照原稿补上丢失的字",
        en='"�" shows that characters were lost in a conversion; {count} time(s)',
        en_mend="restore the lost characters from the original",
    ),
    "C016": Message(
        zh="内容文件夹“{path}”中须有至少一卷，现在没有",
        zh_mend="建一个以年份命名的文件夹（如 2017），里面放 edition.yaml",
        en='the content folder "{path}" must hold at least one edition; it holds none',
        en_mend="make a folder named after its year (such as 2017) with edition.yaml in it",
    ),
    "C017": Message(
        zh="表格文件名只能用小写字母、数字和连字符，后缀须为 csv，现为“{name}”",
        zh_mend="改名，例如 members.csv；电子表格请另存为“CSV UTF-8（逗号分隔）”",
        en='a table\'s file name is a–z, 0–9, "-" and ends in .csv; this is "{name}"',
        en_mend="rename it, for example members.csv; save a spreadsheet as “CSV UTF-8”",
    ),
    "C018": Message(
        zh="这个名称须是{must}，现在是{stands}",
        zh_mend="把它改名或移走，再按规定建立",
        en="this name must be a {must}; it is a {stands}",
        en_mend="rename it or move it away, then make what must be there",
    ),
    "C019": Message(
        zh="文件名不能超过 {most} 个字符，这个有 {length} 个",
        zh_mend="改短文件名",
        en="a file name must not be longer than {most} characters; this has {length}",
        en_mend="shorten the name",
    ),
    "C020": Message(
        zh="链接不能指向内容文件夹之外，这个指向“{target}”",
        zh_mend="删去链接，把所指的文件复制进来",
        en='a link must not lead out of the content folder; this one leads to "{target}"',
        en_mend="delete the link and copy the file in",
    ),
    "C021": Message(
        zh="链接须指向一个文件，这个（指向“{target}”）断了或绕回自己",
        zh_mend="删去链接，把所要的文件复制进来",
        en='a link must lead to a file; this one (to "{target}") leads nowhere or in a circle',
        en_mend="delete the link and copy the wanted file in",
    ),
    "C022": Message(
        zh="内容中不能有指向文件夹的链接，这个指向“{target}”",
        zh_mend="删去链接，改为真正的文件夹",
        en='content must not hold links to folders; this one leads to "{target}"',
        en_mend="delete the link and make a real folder",
    ),
    "C023": Message(
        zh="名称不能只有大小写不同，这个与“{other}”相同",
        zh_mend="改掉其中一个的名称",
        en='names must differ in more than upper and lower case; "{other}" is there as well',
        en_mend="rename one of them",
    ),
    "C024": Message(
        zh='文件名须能用于 Windows，这个不能（不可含 < > : " | ? * \\，不可以点或空格结尾，不可叫 con、nul 等）',
        zh_mend="改名",
        en='a name must work on Windows; this does not (no < > : " | ? * \\, no dot or blank at the'
        " end, not con, nul …)",
        en_mend="rename it",
    ),
    "C025": Message(
        zh="文件名须为 UTF-8 编码，这个不是",
        zh_mend="改名；从旧压缩包解出的文件请换用能选编码的软件重新解压",
        en="a file name must be UTF-8; this one is not",
        en_mend="rename it; unpack old archives again with a program that lets you choose the encoding",
    ),
    "C026": Message(
        zh="文件名须为规范形式（NFC），这个不是",
        zh_mend="改名为“{mended}”（重新打一遍）",
        en="a file name must be in normal form (NFC); this one is not",
        en_mend='rename it "{mended}" (type it anew)',
    ),
    "C027": Message(
        zh="这里不该有这个{what}",
        zh_mend="要照样发布的放进 content/files，原稿放进一卷的 originals，其余移走{near}",
        en="this {what} does not belong here",
        en_mend="put what is to be published as it is into content/files, manuscripts into an"
        " edition's originals, and move the rest away{near}",
    ),
    "C028": Message(
        zh="这里只能有普通文件和文件夹，这个是设备、管道一类的特殊文件",
        zh_mend="删去它",
        en="only ordinary files and folders may be here; this is a device, a pipe or the like",
        en_mend="delete it",
    ),
}
