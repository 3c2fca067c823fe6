"""What came of a save: pages, or faults."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from yearbook import build
from yearbook.build import Job
from yearbook.cli import phrases
from yearbook.issues import ContentError, Lang, UseError

BUSY = "S008"  # another command is writing the site


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines to say of a build that went well, else its faults; whether a page is another now;
    `late`: something is left for a build in the background, or for its next try."""

    said: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    changed: bool = False
    late: bool = False


def built(job: Job, lang: Lang, *, defer: bool) -> Outcome:
    """Build a site; with `defer` what a preview can do without is left for later."""
    start = time.monotonic()
    result = build.build(job, defer=defer)
    seconds = f"{time.monotonic() - start:.2f}"
    report = result.report
    return Outcome(
        tuple(phrases.built(result, job.site, seconds, lang)),
        changed=bool(report and (report.written or report.removed)),
        late=bool(report and report.late),
    )


def told(make: Callable[[], Outcome], lang: Lang) -> Outcome:
    """What came of it, its faults in words; a fault of the program is said as well."""
    try:
        return make()
    except ContentError as error:
        errors = (issue for issue in error.issues if issue.severity == "error")
        return Outcome(faults=tuple(issue.line(lang) for issue in errors))
    except UseError as error:
        return Outcome(faults=(error.issue.line(lang),), late=error.issue.code == BUSY)
    except Exception as error:
        traceback.print_exc()
        return Outcome(faults=(f"{type(error).__name__}: {error}",))
