"""The day on which the program runs."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from yearbook.issues import Issue, Place, UseError


def today() -> date:
    """The day, which SOURCE_DATE_EPOCH may say."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(said), UTC).date() if said else date.today()
    except (ValueError, OverflowError, OSError) as error:
        raise UseError(Issue(Place("yearbook"), "S062", (("said", said),))) from error
