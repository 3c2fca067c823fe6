"""C4xx addresses of the site; S00x the command line, S01x and S02x the site folder, S03x init,
S04x serve, S07x check."""

from __future__ import annotations

from yearbook.issues import Message

ADDRESSES = {
    "C401": Message(
        zh="一个地址只能有一个来源，{path} 已经归{source}所有",
        zh_mend="给这个文件改名",
        en="an address has one source only; {path} belongs to {source}",
        en_mend="rename this file",
    ),
    "C402": Message(
        zh="两个地址不能只差大小写：{path} 与 {other}（{source}），有的电脑分不清",
        zh_mend="给其中一个改名",
        en="two addresses must differ in more than case: {path} and {other} ({source})"
        " are one on some computers",
        en_mend="rename one of them",
    ),
    "C403": Message(
        zh="同一个名称不能既是文件，又是文件夹：{path} 与 {other}",
        zh_mend="给这个文件或它所在的文件夹改名",
        en="one name cannot be a file and a folder: {path} and {other}",
        en_mend="rename this file or its folder",
    ),
}

COMMANDS = {
    "S001": Message(
        zh="没有 {option} 这个选项",
        zh_mend="{near}",
        en="there is no option {option}",
        en_mend="{near}",
    ),
    "S002": Message(
        zh="没有 {command} 这个命令",
        zh_mend="{near}",
        en="there is no command {command}",
        en_mend="{near}",
    ),
    "S003": Message(
        zh="选项 {option} 后面须写{what}",
        zh_mend="写作 {example}",
        en="the option {option} must be followed by {what}",
        en_mend="write {example}",
    ),
    "S004": Message(
        zh="选项 {option} 后面须是{what}，现为“{said}”",
        zh_mend="写作 {example}",
        en="the option {option} must be followed by {what}; here stands “{said}”",
        en_mend="write {example}",
    ),
    "S005": Message(
        zh="选项 {option} 只用于 {owner} 命令",
        zh_mend="删去它，或改用 {owner}",
        en="the option {option} goes with the command {owner} only",
        en_mend="leave it out, or use {owner}",
    ),
    "S006": Message(
        zh="命令 {command} 后面不能有“{said}”",
        zh_mend="删去它；路径中有空格的，前后加引号",
        en="the command {command} takes no “{said}”",
        en_mend="leave it out; put quotes around a path with blanks",
    ),
    "S007": Message(
        zh="命令 {command} 后面须写{what}",
        zh_mend="写作 {example}",
        en="the command {command} must be followed by {what}",
        en_mend="write {example}",
    ),
    "S009": Message(
        zh="选项 {option} 不带值，这里写了“{said}”",
        zh_mend="只写 {option}",
        en="the option {option} takes no value; here stands “{said}”",
        en_mend="write {option} alone",
    ),
}

SITE = {
    "S008": Message(
        zh="另一个命令正在写这里：进程 {pid}，在 {host} 上，始于 {since}",
        zh_mend="等它结束后再运行一次",
        en="another command is writing here: process {pid} on {host}, since {since}",
        en_mend="run again when it has ended",
    ),
    "S010": Message(
        zh="网站须是一个文件夹，这里是一个文件",
        zh_mend="把它移走或改名，或用 --site 另指一个文件夹",
        en="the site must be a folder; this is a file",
        en_mend="move or rename it, or name another folder with --site",
    ),
    "S011": Message(
        zh="网站须是一个真正的文件夹，这里是一个链接",
        zh_mend="用 --site 写出链接所指的文件夹，或删去链接",
        en="the site must be a folder itself; this is a link",
        en_mend="name the folder it leads to with --site, or delete the link",
    ),
    "S012": Message(
        zh="网站文件夹里有不是本程序写的文件：{files}",
        zh_mend="把它们移走；要随网站发布的，放进 content/files/",
        en="the site folder holds files that this program did not write: {files}",
        en_mend="move them away; what is to be published goes into content/files/",
    ),
    "S013": Message(
        zh="网站不能写在这里：它{how}{what}",
        zh_mend="用 --site 另指一个文件夹，如 --site site",
        en="the site cannot be written here: it {how} {what}",
        en_mend="name another folder, as in --site site",
    ),
    "S014": Message(
        zh="没有权限写网站文件夹（{reason}），原有网站未动",
        zh_mend="给自己写这个文件夹及其上一级的权限，关闭正在使用它的程序，或用 --site 另指一处",
        en="no permission to write the site folder ({reason}); the site is as before",
        en_mend="allow yourself to write it and the folder above it, close programs that use it,"
        " or name another place with --site",
    ),
    "S015": Message(
        zh="网站文件夹所在的磁盘是只读的（{reason}），原有网站未动",
        zh_mend="用 --site 指向可写的磁盘",
        en="the site folder is on a read-only disk ({reason}); the site is as before",
        en_mend="name a disk that can be written with --site",
    ),
    "S016": Message(
        zh="磁盘已满（{reason}），原有网站未动",
        zh_mend="腾出空间后再运行一次，或用 --site 指向别的磁盘",
        en="the disk is full ({reason}); the site is as before",
        en_mend="free some room and run again, or name another disk with --site",
    ),
    "S017": Message(
        zh="网站中有的路径太长（{reason}），原有网站未动",
        zh_mend="用 --site 指向一个较短的路径",
        en="a path of the site is too long ({reason}); the site is as before",
        en_mend="name a shorter path with --site",
    ),
    "S019": Message(
        zh="网站文件夹写不成（{reason}），原有网站未动",
        zh_mend="核对这个路径和磁盘后再运行一次，或用 --site 另指一处",
        en="the site folder cannot be written ({reason}); the site is as before",
        en_mend="check the path and the disk and run again, or name another place with --site",
    ),
    "S020": Message(
        zh="网站文件夹不能换成新的（{reason}）：它是挂载点，或正被使用；原有网站未动",
        zh_mend="用 --site 指向它里面的一个文件夹，或关闭正在使用它的程序",
        en="the site folder cannot be exchanged ({reason}): something is mounted or at work there;"
        " the site is as before",
        en_mend="name a folder within it with --site, or close the programs that use it",
    ),
    "S021": Message(
        zh="生成时读不到这个文件（{reason}），它可能刚被移走",
        zh_mend="核对这个文件后再运行一次",
        en="this file could not be read while building ({reason}); it may just have been moved",
        en_mend="check the file and run again",
    ),
    "S022": Message(
        zh="各卷都是草稿，网站里没有一卷",
        zh_mend="加 --drafts 预览；要发布的，把 edition.yaml 中的 status 改为 released",
        en="every edition is a draft; the site shows none",
        en_mend="see them with --drafts; to publish one write status: released in its edition.yaml",
        severity="warning",
    ),
    "S023": Message(
        zh="生成期间文件一直在改动，网站还是原来的样子",
        zh_mend="等保存或同步结束后再运行一次",
        en="files kept changing while the site was being built; the site is as before",
        en_mend="run again when saving or synchronising has ended",
    ),
}

OTHERS = {
    "S030": Message(
        zh="新的年鉴须建在空文件夹里，这里已有 {files}",
        zh_mend="换一个名字，或先把里面的东西移走",
        en="a new yearbook needs an empty folder; here are {files}",
        en_mend="choose another name, or move away what is in it",
    ),
    "S031": Message(
        zh="不能在这里建年鉴（{reason}）",
        zh_mend="换一个可以写的地方",
        en="the yearbook cannot be made here ({reason})",
        en_mend="choose a place that can be written",
    ),
    "S040": Message(
        zh="端口 {port} 正被别的程序使用",
        zh_mend="用 --port 另指一个，或不写 --port，由程序自选",
        en="port {port} is in use by another program",
        en_mend="name another with --port, or leave it out and the program will choose",
    ),
    "S041": Message(
        zh="serve 须有 {name}，这个 Python 里没有",
        zh_mend="运行 {python} -m pip install livereload",
        en="serve needs {name}, which this Python lacks",
        en_mend="run {python} -m pip install livereload",
    ),
    "S070": Message(
        zh="选项 {option} 里的“{said}”不是问题代码，也不是代码的开头",
        zh_mend="{near}",
        en="“{said}” in the option {option} is no code of an issue and begins none",
        en_mend="{near}",
    ),
    "S071": Message(
        zh="--json 和 --github 只能写一个",
        zh_mend="删去其中一个",
        en="--json and --github exclude each other",
        en_mend="leave one of them out",
    ),
}

MESSAGES: dict[str, Message] = {**ADDRESSES, **COMMANDS, **SITE, **OTHERS}
