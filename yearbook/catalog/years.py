"""C357–C369 what does not fit across editions."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C357": Message(
        zh="同名的{kind}须分得清，“{name}”可能是 names.yaml 中的 {ids}，这条记录的 id 不是其中之一",
        zh_mend="把这条记录的 id 写成其中一个，或在 names.yaml 里用 from、to 分开",
        en="a {kind} that shares its name must be told apart: “{name}” may be {ids} of names.yaml,"
        " and the id of this record is none of them",
        en_mend="give the record the id of one of them, or part them by from and to in names.yaml",
        severity="warning",
    ),
    "C358": Message(
        zh="前身（before）和后继（after）不能绕成一圈，这几条绕了回来：{circle}",
        zh_mend="核对各条的先后，删去写反的 before 或 after",
        en="before and after must not lead in a circle; these do: {circle}",
        en_mend="check which came first, and delete the before or after that is the wrong way round",
    ),
    "C359": Message(
        zh="一卷所列的机构须在当时存在，“{name}”在 names.yaml 中{span}，本卷记 {start} 至 {end}",
        zh_mend="已经改名的写新名称；或者改正 names.yaml 里的 from、to",
        en="a body that a volume lists must have stood in its time: by names.yaml “{name}”"
        " {span}, the volume covers {start} to {end}",
        en_mend="write its new name if it has one, or mend from and to in names.yaml",
        severity="warning",
    ),
}
