"""The messages of `verify`. P06x to P09x."""

from __future__ import annotations

from yearbook.issues import Message

FILES = {
    "P060": Message(
        zh="没有这个文件或文件夹，或读不到（{reason}）",
        zh_mend="核对路径；路径中有空格的，前后加引号",
        en="there is no such file or folder, or it cannot be read ({reason})",
        en_mend="check the path; put quotes around a path with blanks",
    ),
    "P061": Message(
        zh="这里没有可以核对的：网站里须有 yearbook.sha256，归档包里须有 bagit.txt{near}",
        zh_mend="指向网站文件夹、归档包，或它们的 zip；.tar、.rar 一类先解开",
        en="there is nothing to verify here: a site has yearbook.sha256, a package bagit.txt{near}",
        en_mend="name the folder of a site or a package, or a zip of one; unpack .tar, .rar and the"
        " like first",
    ),
    "P062": Message(
        zh="缺少这个文件：{list} 里列有它",
        zh_mend="从完好的一份复制",
        en="this file is missing; {list} lists it",
        en_mend="copy it from one that is whole",
    ),
    "P063": Message(
        zh="多出这个文件：清单里没有它",
        zh_mend="不是原有的，移走它",
        en="this file was added; no list names it",
        en_mend="if it does not belong here, move it away",
    ),
    "P064": Message(
        zh="这个文件改动过：与清单里的校验值不同",
        zh_mend="从完好的一份复制",
        en="this file was changed: its digest is not the listed one",
        en_mend="copy it from one that is whole",
    ),
    "P065": Message(
        zh="这个文件残缺：只有 {here} 字节，原有 {size} 字节，少了 {lost}",
        zh_mend="从完好的一份复制",
        en="this file was cut: it has {here} bytes of {size}; {lost} are lost",
        en_mend="copy it from one that is whole",
    ),
    "P066": Message(
        zh="这个文件改了名：同样的内容现在叫 {other}",
        zh_mend="改回原名",
        en="this file was renamed: the same bytes are now called {other}",
        en_mend="give it its name back",
    ),
    "P067": Message(
        zh="文件名的写法与清单里的 {said} 不同，内容是对的；只差大小写或组合字符，在别的系统上也许打不开",
        zh_mend="改成清单里的写法",
        en="the name is not written as the list has it, {said}; the content is right, but names that"
        " differ in case or in combining characters may not open on other systems",
        en_mend="write it as in the list",
        severity="warning",
    ),
    "P074": Message(
        zh="系统留下的 {count} 个文件不算在内：{some}",
        zh_mend="可以删去，也可以留着",
        en="what systems left here was passed over ({count}): {some}",
        en_mend="delete or keep them",
        severity="hint",
    ),
    "P075": Message(
        zh="这里须是文件，却是{what}，没有跟过去读",
        zh_mend="换成文件本身",
        en="this must be a file, yet it is {what}; it was not followed",
        en_mend="put the file itself here",
    ),
    "P076": Message(
        zh="读不到（{reason}）",
        zh_mend="核对权限和磁盘后再运行一次",
        en="this could not be read ({reason})",
        en_mend="check your rights and the disk and run again",
    ),
    "P090": Message(
        zh="网站里没有 yearbook.sha256，无从证明它完整",
        zh_mend="从完好的一份复制，或重新生成网站",
        en="the site has no yearbook.sha256; nothing proves that it is whole",
        en_mend="copy it from one that is whole, or build the site again",
    ),
}

LISTS = {
    "P068": Message(
        zh="清单的这一行损坏了：文件 {path} 本身是完好的",
        zh_mend="从完好的一份复制这个清单",
        en="this line of the list is damaged: the file {path} itself is whole",
        en_mend="copy the list from one that is whole",
    ),
    "P069": Message(
        zh="清单的这一行读不懂：“{said}”",
        zh_mend="每行须是校验值、两个空格、路径；从完好的一份复制这个清单",
        en="this line of the list cannot be read: “{said}”",
        en_mend="a line is a digest, two blanks and a path; copy the list from one that is whole",
    ),
    "P070": Message(
        zh="{path} 列了两次，第一次在第 {other} 行",
        zh_mend="只留正确的一行",
        en="{path} is listed twice, first in line {other}",
        en_mend="keep the right line only",
    ),
    "P071": Message(
        zh="{path} 列了两次，第一次在第 {other} 行，校验值相同",
        zh_mend="只留一行",
        en="{path} is listed twice, first in line {other}, with the same digest",
        en_mend="keep one line",
        severity="warning",
    ),
    "P072": Message(
        zh="清单里的路径“{path}”通到文件夹外面，没有去读",
        zh_mend="不要使用这个来历不明的包；路径须在包内",
        en="the path “{path}” in the list leads out of the folder; it was not followed",
        en_mend="do not trust this package; paths must lie within it",
    ),
    "P073": Message(
        zh="这个文件须是 {encoding} 编码，这一行不是",
        zh_mend="从完好的一份复制，或改正 bagit.txt 里的编码",
        en="this file must be in {encoding}, which this line is not",
        en_mend="copy it from one that is whole, or mend the encoding in bagit.txt",
    ),
    "P097": Message(
        zh="清单里共有 {count} 行读不懂，只列出前 {told} 行",
        zh_mend="从完好的一份复制这个清单",
        en="{count} lines of the list cannot be read; the first {told} are told",
        en_mend="copy the list from one that is whole",
    ),
    "P093": Message(
        zh="清单里写作“{said}”，按 {plain} 核对",
        zh_mend="可以不改",
        en="the list has “{said}”, which was taken for {plain}",
        en_mend="it may stay",
        severity="hint",
    ),
    "P094": Message(
        zh="清单的末尾不在了，它没有列全，或是旧版程序写的",
        zh_mend="从完好的一份复制，或重新生成网站",
        en="the end of the list is lost: it is not complete, or an older version wrote it",
        en_mend="copy it from one that is whole, or build the site again",
    ),
    "P095": Message(
        zh="清单本身改动过：与它末行的校验值不同",
        zh_mend="从完好的一份复制",
        en="the list itself was changed: its digest is not the one in its last line",
        en_mend="copy it from one that is whole",
    ),
}

BAGS = {
    "P077": Message(
        zh="bagit.txt 须是两行，BagIt-Version: 1.0 和 Tag-File-Character-Encoding: UTF-8；{now}",
        zh_mend="从完好的一份复制；版本须是 0.93 至 1.0 的一种",
        en="bagit.txt must be two lines, BagIt-Version: 1.0 and Tag-File-Character-Encoding: UTF-8;"
        " {now}",
        en_mend="copy it from one that is whole; versions are 0.93 to 1.0",
    ),
    "P078": Message(
        zh="归档包须有 data 文件夹和它的清单，如 manifest-sha256.txt",
        zh_mend="从完好的一份复制",
        en="a bag must have the folder data and a list of it, such as manifest-sha256.txt",
        en_mend="copy it from one that is whole",
    ),
    "P079": Message(
        zh="不认得清单的算法 {algorithm}，这个清单没有核对",
        zh_mend="可用的有 md5、sha1、sha224、sha256、sha384、sha512",
        en="the algorithm {algorithm} is not known; this list was not compared",
        en_mend="known are md5, sha1, sha224, sha256, sha384, sha512",
    ),
    "P080": Message(
        zh="这一行须是“名称: 值”，现为“{said}”",
        zh_mend="从完好的一份复制；Payload-Oxum 写作 字节数.文件数",
        en="this line must be “Label: value”; here stands “{said}”",
        en_mend="copy it from one that is whole; Payload-Oxum is written bytes.files",
    ),
    "P081": Message(
        zh="{label} 说 data 里是 {said}（字节数.文件数），实为 {here}",
        zh_mend="从完好的一份复制",
        en="{label} says that data holds {said} (bytes.files); it holds {here}",
        en_mend="copy it from one that is whole",
    ),
    "P082": Message(
        zh="{path} 还要从 {address} 取来，这里没有；本程序不联网去取",
        zh_mend="取来放好，再核对",
        en="{path} is still to be fetched from {address}; this program fetches nothing",
        en_mend="fetch it, put it there and verify again",
    ),
    "P083": Message(
        zh="这个清单里没有 {path}，别的清单里有",
        zh_mend="BagIt 1.0 的每个清单都须列全",
        en="this list lacks {path}, which another has",
        en_mend="in BagIt 1.0 every manifest lists every file",
    ),
    "P084": Message(
        zh="“{path}”不归这个文件列：manifest 只列 data 里的文件，fetch.txt 只列 manifest 里有的",
        zh_mend="从完好的一份复制",
        en="“{path}” does not belong in this list: manifests list files in data, fetch.txt those of"
        " manifests",
        en_mend="copy it from one that is whole",
    ),
    "P092": Message(
        zh="各清单都没有列这个文件，它没有核对；BagIt 允许这样",
        zh_mend="可以不改",
        en="no list names this file, so it was not compared; BagIt allows that",
        en_mend="it may stay",
        severity="hint",
    ),
}

ZIPS = {
    "P085": Message(
        zh="这个 zip 残缺或损坏：末尾的目录不在了",
        zh_mend="从完好的一份复制，或重新下载",
        en="this zip is cut or damaged: the list at its end is lost",
        en_mend="copy it from one that is whole, or download it again",
    ),
    "P086": Message(
        zh="这个文件在 zip 里损坏了",
        zh_mend="从完好的一份复制这个 zip",
        en="this file is damaged in the zip",
        en_mend="copy the zip from one that is whole",
    ),
    "P087": Message(
        zh="这个 zip 解开会大得离奇（{what}），没有去读",
        zh_mend="不要打开这个来历不明的 zip",
        en="this zip would unpack to a monstrous size ({what}); it was not read",
        en_mend="do not open this zip",
    ),
    "P088": Message(
        zh="zip 里的路径“{path}”通到文件夹外面，没有去读",
        zh_mend="不要打开这个来历不明的 zip",
        en="the path “{path}” in the zip leads out of its folder; it was not read",
        en_mend="do not open this zip",
    ),
    "P089": Message(
        zh="这个文件在 zip 里加了密，没有核对",
        zh_mend="去掉密码，重新打包",
        en="this file is encrypted in the zip and was not compared",
        en_mend="pack it again without a password",
    ),
    "P091": Message(
        zh="zip 里有两个同名的文件",
        zh_mend="从完好的一份复制这个 zip",
        en="two files in the zip have this name",
        en_mend="copy the zip from one that is whole",
    ),
    "P096": Message(
        zh="这个 zip 改动过：里面的文件都完好，但与它末尾的校验值不同",
        zh_mend="从完好的一份复制这个 zip",
        en="this zip was changed: its files are whole, yet it is not as it was sealed",
        en_mend="copy the zip from one that is whole",
    ),
}

MESSAGES: dict[str, Message] = {**FILES, **LISTS, **BAGS, **ZIPS}
