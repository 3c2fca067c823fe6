"""An import that was killed while it exchanged files."""

from pathlib import Path

stage = Path("content/.2017.importing")
stage.mkdir(parents=True)
(stage / "journal.json").write_text('{"overview.md": true}', encoding="utf-8")
