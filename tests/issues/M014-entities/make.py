"""A document type that declares an entity."""

from pathlib import Path

from manuscripts import docx

docx(
    Path("safety.docx"),
    "",
    parts={"word/styles.xml": "<!DOCTYPE x [<!ENTITY a '哈哈'>]><x>&a;</x>"},
    relations={"s": ("styles", "styles.xml")},
)
