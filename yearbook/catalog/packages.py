"""The messages of packages, of their making and verifying. P0xx."""

from __future__ import annotations

from yearbook.issues import Message

DEPOSIT = {
    "P001": Message(
        zh="草稿卷不能归档：{edition} 还没有定稿",
        zh_mend="定稿后运行 release {edition}，再做归档包",
        en="a draft is not deposited: {edition} is not finished",
        en_mend="finish it, run `release {edition}`, then make the package",
    ),
    "P002": Message(
        zh="归档包不能写在这里：这里在{what}里面",
        zh_mend="用 --out 另指一个文件夹，如 --out packages",
        en="the package cannot be written here: this lies in {what}",
        en_mend="name another folder, as in --out packages",
    ),
    "P003": Message(
        zh="归档包写不成（{reason}），原有的文件未动",
        zh_mend="核对这个路径、权限和磁盘空间后再运行一次，或用 --out 另指一处",
        en="the package cannot be written ({reason}); what was there is as before",
        en_mend="check the path, your rights and the room on the disk and run again, or name"
        " another place with --out",
    ),
    "P004": Message(
        zh="这里已有同名的东西，它不是本程序做的归档包，或做好以后改动过，不能覆盖",
        zh_mend="运行 verify 查看；把它移走或改名，或用 --out 另指一处",
        en="something of this name is here that is no package of this program, or was changed since;"
        " it is not overwritten",
        en_mend="look at it with `verify`; move or rename it, or name another place with --out",
    ),
    "P005": Message(
        zh="归档包里的路径须在光盘、U盘和各种系统上都能用，{path} 不能：{why}",
        zh_mend="在 content 里改名，再做归档包",
        en="paths in a package must work on discs, sticks and all systems; {path} does not: {why}",
        en_mend="rename it in the content, then make the package",
    ),
    "P006": Message(
        zh="这份原稿在编入以后改动过，与 imports.yaml 记下的不同",
        zh_mend="换回编入时的那一份；改过的要用，重新 import",
        en="this manuscript was changed since it was imported: imports.yaml has another digest",
        en_mend="put the one that was imported back; to use the changed one import it again",
    ),
    "P007": Message(
        zh="这份原稿编入后移走了，归档包里没有它",
        zh_mend="放回来再做一次；有意移走的，可以不管",
        en="this manuscript was imported and is gone; the package lacks it",
        en_mend="put it back and package again; if it was meant to go, leave it",
        severity="warning",
    ),
    "P008": Message(
        zh="原稿须是文件，这里是链接或设备",
        zh_mend="换成文件本身，或移走",
        en="a manuscript must be a file; this is a link or a device",
        en_mend="put the file itself here, or move it away",
    ),
    "P009": Message(
        zh="装包时内容或模板有改动，没有写出归档包",
        zh_mend="改完以后再运行一次",
        en="the content or the templates changed while packaging; no package was written",
        en_mend="run again when the changes are done",
    ),
}

OFFLINE = {
    "P050": Message(
        zh="草稿卷不做离线包：读者手里的收不回来，而它的文字和地址还会变",
        zh_mend="定稿后运行 release，再做；自己看的，用 serve",
        en="no zip is made of a draft: it cannot be called back from readers, and its words and"
        " addresses will still change",
        en_mend="finish it, run `release`, then make the zip; to see it yourself use `serve`",
    ),
    "P051": Message(
        zh="各卷都是草稿，没有可以交给读者的",
        zh_mend="定稿后运行 release，再做离线包",
        en="every edition is a draft; there is nothing for readers yet",
        en_mend="finish one, run `release`, then make the zip",
    ),
    "P052": Message(
        zh="离线包不能写在这里：这里在{what}里面，那里只放属于它的文件",
        zh_mend="不写 --out，它就放在 content/files/offline；或另指一个文件夹",
        en="the zip cannot be written here: this lies in {what}, which holds only what belongs to it",
        en_mend="without --out it goes into content/files/offline; or name another folder",
    ),
    "P053": Message(
        zh="离线包写不成（{reason}），原有的文件未动",
        zh_mend="核对这个路径、权限和磁盘空间后再运行一次，或用 --out 另指一处",
        en="the zip cannot be written ({reason}); what was there is as before",
        en_mend="check the path, your rights and the room on the disk and run again, or name"
        " another place with --out",
    ),
    "P054": Message(
        zh="这里已有一个不是离线包的同名文件，不能覆盖",
        zh_mend="把它移走或改名，或用 --out 另指一处",
        en="something that is no reader's zip has this name; it is not overwritten",
        en_mend="move or rename it, or name another place with --out",
    ),
    "P055": Message(
        zh="做了这个离线包以后，内容又有改动，读者下载到的是旧的",
        zh_mend="运行 {command} 重做一个",
        en="the content changed after this zip was made; readers get the old one",
        en_mend="run `{command}` to make it anew",
        severity="warning",
    ),
    "P056": Message(
        zh="离线包须是一卷已发布的年鉴的，{edition} 不是，网页上没有列出",
        zh_mend="删去这个文件，或先发布那一卷",
        en="a reader's zip must be of a released edition, which {edition} is not; no page offers it",
        en_mend="delete the file, or release the edition first",
        severity="warning",
    ),
    "P057": Message(
        zh="这个离线包残缺、改过，或不是本程序做的，没有放进网站",
        zh_mend="删去它，再运行 {command}",
        en="this zip was cut or changed, or is not of this program; it is not put into the site",
        en_mend="delete it, then run `{command}`",
        severity="warning",
    ),
}

MESSAGES: dict[str, Message] = {**DEPOSIT, **OFFLINE}
