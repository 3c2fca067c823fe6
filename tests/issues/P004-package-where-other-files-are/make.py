"""Someone keeps files under the name of the package."""

from pathlib import Path

place = Path("out/haitang-county-library-yearbook-2017")
place.mkdir(parents=True)
(place / "notes.txt").write_text("mine", "utf-8")
place.with_name(f"{place.name}.zip").write_text("mine too", "utf-8")
