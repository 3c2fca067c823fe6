"""C4xx addresses, T0xx templates, S0xx site folder and command line."""

from __future__ import annotations

from yearbook.issues import Message

TEMPLATES = {
    "T001": Message(
        zh="没有这个模板文件夹",
        zh_mend="核对 --templates 的路径，或从项目里取回 templates/",
        en="there is no such templates folder",
        en_mend="check the path after --templates, or restore templates/ from the project",
    ),
    "T002": Message(
        zh="模板文件夹里没有一个 .html 模板",
        zh_mend="从项目里取回 templates/，或用 --templates 指明模板所在",
        en="the templates folder holds no .html template",
        en_mend="restore templates/ from the project, or name the right folder with --templates",
    ),
    "T003": Message(
        zh="这是一个指向模板文件夹之外的链接，模板须在文件夹之内",
        zh_mend="把它所指的文件复制进来，代替链接",
        en="this is a link that leads out of the templates folder; templates must lie inside it",
        en_mend="copy what it points to here instead of the link",
    ),
    "T004": Message(
        zh="读不出这个模板文件：须可读，并且是 UTF-8 编码",
        zh_mend="核对文件的权限，并另存为 UTF-8",
        en="this template file cannot be read: it must be readable and UTF-8",
        en_mend="check its permissions and save it as UTF-8",
    ),
    "T005": Message(
        zh="模板的写法有误：{said}",
        zh_mend="改正这一行，或从项目里取回这个模板",
        en="the template is not well-formed: {said}",
        en_mend="correct this line, or restore the template from the project",
    ),
    "T006": Message(
        zh="模板用了没有定义的名字：{said}",
        zh_mend="改成页面数据里有的名字（见 docs/design.md）",
        en="the template uses a name that is not defined: {said}",
        en_mend="use a name that the page's data has (see docs/design.md)",
    ),
    "T007": Message(
        zh="缺少模板文件“{name}”",
        zh_mend="从项目里取回它，或改正这里写的文件名",
        en="the template file “{name}” is missing",
        en_mend="restore it from the project, or correct the file name written here",
    ),
    "T008": Message(
        zh="模板运行出错：{said}",
        zh_mend="改正这一行，或从项目里取回这个模板",
        en="the template failed while running: {said}",
        en_mend="correct this line, or restore the template from the project",
    ),
    "T009": Message(
        zh="这个模板生成的网页是空的",
        zh_mend="从项目里取回它",
        en="the page that this template makes is empty",
        en_mend="restore it from the project",
    ),
}

MESSAGES: dict[str, Message] = {**TEMPLATES}
