from datetime import date
from pathlib import Path

from yearbook.offline import seal
from yearbook.offline.packing import pack

target = Path("content/files/offline/yearbook-2015.zip")
pack(target, target.stem, date(2016, 1, 1), seal.blank("2015", "0" * 32), [("index.html", b"")])
