"""Years in a form's texts that belong to another round: a text that was copied and not changed."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.texts import texts_of

_YEAR = re.compile(r"(?<![0-9./-])(20[0-9]{2})(?![0-9])")
_OF_THE_FORM = ("title", "short_title", "deadline", "table_heading", "criteria_heading", "criteria", "fields", "pool")
"""The keys whose texts are about the round itself; letters and background may tell of other years."""
_BEFORE_NEW_YEAR = re.compile(r"\b(?:inden|før) (?:den )?0?1\.(?: ?januar |0?1\.)20[0-9]{2}")
_PLACEHOLDER = re.compile(r"\b(?:TODO|XXX|UDFYLD)\b")


def year_gaps(round_: Round) -> Iterator[Gap]:
    """Yields texts that name a year which the round has nothing to do with, and texts that are not written yet."""
    window, last = round_.window, round_.last_day
    known = {*round_.years, window.opens.year, window.closes.year, window.answer_by.year, last.year}
    for place, text in texts_of(round_):
        if _PLACEHOLDER.search(text):
            yield Gap(place, "teksten er ikke skrevet endnu")
        if place.partition(".")[0].partition("[")[0] not in _OF_THE_FORM:
            continue
        other = sorted({int(year) for year in _YEAR.findall(_BEFORE_NEW_YEAR.sub("", text))} - known)
        if other:
            yield Gap(place, f"teksten nævner {', '.join(map(str, other))}, som ikke er et af rundens år")
