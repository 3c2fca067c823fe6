"""M00x to M02x reading a manuscript."""

from __future__ import annotations

from yearbook.catalog import importing
from yearbook.issues import Message

READING: dict[str, Message] = {
    "M001": Message(
        zh="稿件须存在，找不到这个文件",
        zh_mend="检查文件名和它所在的文件夹；文件名中有空格的，要加引号",
        en="a manuscript must exist; this file is not there",
        en_mend="check its name and folder; put quotes around a name with blanks",
    ),
    "M002": Message(
        zh="稿件须是一个文件，这是文件夹",
        zh_mend="写出其中各个稿件的文件名",
        en="a manuscript must be a file; this is a folder",
        en_mend="name the manuscripts in it",
    ),
    "M003": Message(
        zh="稿件须能读取，系统说：{reason}",
        zh_mend="检查文件的访问权限，关闭正打开它的程序",
        en="a manuscript must be readable; the system says: {reason}",
        en_mend="check its permissions and close the program that holds it",
    ),
    "M004": Message(
        zh="稿件不能大于 {limit}，这个有 {size}",
        zh_mend="分成几个文件；图片太大的，在 Word 中“压缩图片”后再存",
        en="a manuscript must not be larger than {limit}; this one has {size}",
        en_mend="divide it into several files, or compress its pictures in Word",
    ),
    "M005": Message(
        zh="稿件须有内容，这个文件里没有文字",
        zh_mend="打开看看；是扫描的图片，须先识别成文字",
        en="a manuscript must hold text; there is none in this file",
        en_mend="open it and look; scanned pages must be turned into text first",
    ),
    "M006": Message(
        zh="稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：{found}",
        zh_mend="用 Word 或 WPS 打开，另存为 .docx；打不开的，请来稿单位重发",
        en="a manuscript must be a .docx, .txt, .html, .xlsx or .csv file; this is: {found}",
        en_mend="open it in Word or WPS and save it as .docx, or ask its author for another file",
    ),
    "M007": Message(
        zh="不能读取旧式的 .doc、.xls、.wps 文件，这是一个",
        zh_mend="用 Word 或 WPS 打开，另存为 .docx（表格另存为 .xlsx）",
        en="files in the old format .doc, .xls or .wps cannot be read; this is one",
        en_mend="open it in Word or WPS and save it as .docx (a workbook as .xlsx)",
    ),
    "M008": Message(
        zh="稿件不能加密，这个文件设了密码",
        zh_mend="用 Word 或 WPS 打开，去掉密码，另存为 .docx",
        en="a manuscript must not be encrypted; this file has a password",
        en_mend="open it in Word or WPS, remove the password and save it as .docx",
    ),
    "M009": Message(
        zh="文件名的后缀须与内容相符，这个文件的内容是：{found}",
        zh_mend="把后缀改成 {better}，或用 Word 打开后另存为 .docx",
        en="the ending of a file's name must fit its content; this file is: {found}",
        en_mend="change the ending to {better}, or open it in Word and save it as .docx",
    ),
    "M010": Message(
        zh="稿件须完整，这个文件不全或有损坏（{part}）",
        zh_mend="重新复制一次；还是不行，用 Word 打开并修复，另存为 .docx",
        en="a manuscript must be whole; this file is cut short or damaged ({part})",
        en_mend="copy it again; if that does not help, open and repair it in Word and save it anew",
    ),
    "M011": Message(
        zh="这个文件不是正常的 Word 文档或 Excel 工作簿（{found}）",
        zh_mend="用 Word 或 WPS 打开，另存为 .docx",
        en="this file is no proper Word document or Excel workbook ({found})",
        en_mend="open it in Word or WPS and save it as .docx",
    ),
    "M012": Message(
        zh="稿件不能带宏（程序），这个文件里有：{part}",
        zh_mend="在 Word 中另存为“Word 文档（.docx）”，宏会被去掉",
        en="a manuscript must not hold macros (programs); this file does: {part}",
        en_mend="save it in Word as “Word Document (.docx)”, which drops them",
    ),
    "M013": Message(
        zh="稿件展开后过大，不像正常的文件（{found}）",
        zh_mend="用 Word 打开，删去多余的内容，另存；来历不明的，不要打开",
        en="this manuscript is too large once unpacked to be a proper file ({found})",
        en_mend="open it in Word, delete what is not needed and save it; leave strange files alone",
    ),
    "M014": Message(
        zh="稿件中有正常文件没有的内容：{what}",
        zh_mend="来历可靠的，用 Word 打开，另存为 .docx；否则不要使用",
        en="this manuscript holds what no proper file does: {what}",
        en_mend="if you trust its origin, open it in Word and save it as .docx; else do not use it",
    ),
    "M015": Message(
        zh="稿件引用了文件之外的{what}，没有打开：{address}",
        zh_mend="需要的，在 Word 中把它嵌入文档；或另行取来，放进年鉴",
        en="the manuscript refers to {what} outside of it, which was not opened: {address}",
        en_mend="embed it in Word if it is needed, or fetch it and put it into the yearbook",
        severity="warning",
    ),
    "M016": Message(
        zh="稿件的正文须在文件之内，这个文档有一部分在嵌入的或另外的文件里",
        zh_mend="在 Word 中打开，展开或断开子文档，另存为 .docx",
        en="the text of a manuscript must be within the file; a part of it is in another one",
        en_mend="open it in Word, expand or unlink its subdocuments and save it as .docx",
    ),
    "M017": Message(
        zh="文字须能按一种编码完整读出，按 {encoding} 读到这里出错：字节 {byte}",
        zh_mend="用写这份稿件的程序打开，另存为 UTF-8",
        en="text must be readable in one encoding; as {encoding} it fails here: byte {byte}",
        en_mend="open it in the program it was written with and save it as UTF-8",
    ),
    "M018": Message(
        zh="第 {place} 段（行）有控制字符 {char}，已去掉，共 {count} 处",
        zh_mend="对照原稿看一下这里是否缺字",
        en="paragraph (line) {place} has a control character {char}, which was taken out;"
        " {count} time(s) in all",
        en_mend="compare with the original whether something is missing here",
        severity="warning",
    ),
    "M019": Message(
        zh="第 {place} 段（行）的“{said}”（{char}）是自造字，别的电脑上显示不出，共 {count} 处",
        zh_mend="查明是什么字，改打标准的字",
        en='"{said}" ({char}) in paragraph (line) {place} is a private character that other'
        " computers cannot show; {count} time(s) in all",
        en_mend="find out which character is meant and type the standard one",
        severity="warning",
    ),
    "M020": Message(
        zh="第 {place} 段（行）有字在来稿之前就已丢失，只剩“{said}”，共 {count} 处",
        zh_mend="对照更早的稿子补上",
        en='characters of paragraph (line) {place} were lost before; only "{said}" is left;'
        " {count} time(s) in all",
        en_mend="supply them from an earlier copy",
        severity="warning",
    ),
    "M021": Message(
        zh="网页不能显示图片 {name}：{found}",
        zh_mend="在 Word 中另存图片为 PNG 或 JPEG，放进 images 文件夹",
        en="a web page cannot show the picture {name}: {found}",
        en_mend="save the picture from Word as PNG or JPEG into the folder images",
        severity="warning",
    ),
    "M022": Message(
        zh="没有放进正文：{what}，共 {count} 字，列在报告中（“{start}…”）",
        zh_mend="其中有用的，复制到正文里",
        en='left out of the text: {what}, {count} characters, listed in the report ("{start}…")',
        en_mend="copy into the text what is needed",
        severity="warning",
    ),
    "M023": Message(
        zh="稿件中有 {count} 处修订没有定下来，都按已接受读取",
        zh_mend="在 Word 的“审阅”中逐处接受或拒绝，另存后再导入",
        en="{count} tracked change(s) are still open; all were read as accepted",
        en_mend="accept or reject each under Review in Word, save, and import again",
        severity="warning",
    ),
    "M024": Message(
        zh="第 {place} 段处的表格有{what}，已展平",
        zh_mend="对照原稿检查这张表",
        en="the table at paragraph {place} has {what}, which was flattened",
        en_mend="compare this table with the original",
        severity="hint",
    ),
    "M025": Message(
        zh="工作表“{sheet}”有隐藏的行或列，也都读取了",
        zh_mend="不要的，在 Excel 中删去",
        en='the sheet "{sheet}" has hidden rows or columns, which were read too',
        en_mend="delete in Excel what is not wanted",
        severity="warning",
    ),
    "M026": Message(
        zh="工作表“{sheet}”有 {count} 格没有算出的值（公式未计算，或出错如 #REF!），读作空格",
        zh_mend="在 Excel 中打开，等它算完并改正出错的公式，保存后再导入",
        en='{count} cell(s) of the sheet "{sheet}" have no value (a formula not computed, or an'
        " error such as #REF!) and were read as empty",
        en_mend="open it in Excel, let it compute, mend the formulas, save and import again",
        severity="warning",
    ),
    "M027": Message(
        zh="CSV 文件的引号须成对，这一行没有",
        zh_mend='检查这一行的英文双引号；文字中的要写两个，如 ""',
        en="quotes in a CSV file must be closed; they are not on this line",
        en_mend="check the double quotes of this line; write two for one within words",
    ),
    "M028": Message(
        zh="没有读取{what}：{name}",
        zh_mend="需要的，在 Word 中打开它，把文字或表格复制到正文里，或另存为图片",
        en="not read: {what} {name}",
        en_mend="open it in Word if it is needed and copy its text into the document,"
        " or save it as a picture",
        severity="warning",
    ),
    "M029": Message(
        zh="每行都在差不多的宽度断开，已把 {lines} 行连成 {paragraphs} 段",
        zh_mend="检查分段；原来就是一行一段的，在段与段之间空一行",
        en="all lines are cut at about one width; {lines} lines were joined into {paragraphs}"
        " paragraphs",
        en_mend="check the paragraphs; where each line is one, put blank lines between them",
        severity="hint",
    ),
}
MESSAGES: dict[str, Message] = {**READING, **importing.MESSAGES}
