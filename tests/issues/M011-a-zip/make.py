"""A zip called .docx that holds no text."""

import zipfile

with zipfile.ZipFile("safety.docx", "w") as file:
    file.writestr("word/readme.xml", "<x/>")
