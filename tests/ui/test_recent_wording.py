"""The words about a recent draft: the deadline, who changed it, and text that is not to be trusted."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.moments import format_moment
from botilbud_desktop.rules.open_points import OpenPoints, open_words
from botilbud_desktop.storage.user.known_drafts import KnownDraft
from botilbud_desktop.ui.window.recent_wording import row_words
from tests.ui import drafts
from tests.ui.keeping import NOW

PATH = Path("/drev/sag.botilbud")
KNOWN = KnownDraft(digest="x", seen_at=NOW, round=drafts.ROUND, municipality_code="851", problems=0)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "Fristen var den 22. november 2026"),
        (0, "Frist i dag, den 23. november 2026"),
        (1, "Frist i morgen, den 24. november 2026"),
        (2, "Frist om 2 dage, den 25. november 2026"),
        (1200, "Frist om 1.200 dage, den 7. marts 2030"),
    ],
)
def test_the_deadline_is_told_in_days(form: Round, days: int, words: str) -> None:
    closes = NOW.date() + timedelta(days=days)
    round_ = replace(form, window=replace(form.window, closes=closes))
    assert row_words(PATH, KNOWN, round_, "", NOW).state.split(" · ")[-1] == words


@pytest.mark.parametrize(
    ("utc", "words"),
    [
        ("2026-11-23T11:00", "Frist i dag, den 23. november 2026 kl. 12.00"),
        ("2026-11-23T11:01", "Fristen var den 23. november 2026 kl. 12.00"),
        ("2026-11-23T23:30", "Fristen var den 23. november 2026 kl. 12.00"),
    ],
)
def test_a_deadline_with_a_time_has_passed_when_danish_clocks_show_it(form: Round, utc: str, words: str) -> None:
    round_ = replace(form, window=replace(form.window, closes=date(2026, 11, 23), closes_at="12.00"))
    now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert row_words(PATH, KNOWN, round_, "", now).state.split(" · ")[-1] == words


@pytest.mark.parametrize(
    ("by", "words"),
    [(None, ""), ("", " af dig"), ("Åse\u202e <b>", " af Åse\ufffd <b>"), ("x" * 99, f" af {'x' * 59}…")],
)
def test_who_changed_it_is_told_as_far_as_it_is_known(form: Round, by: str | None, words: str) -> None:
    changed = replace(KNOWN, changed_at=NOW, changed_by=by)
    assert row_words(PATH, changed, form, "", NOW).about.split(" · ")[0] == f"Ændret i dag kl. 12.00{words}"
    assert row_words(PATH, replace(KNOWN, changed_by=by), form, "", NOW).about.startswith("sag.botilbud – ")


def test_a_name_of_a_file_is_shown_on_one_line(form: Round) -> None:
    odd = Path("/drev/a\nb\u202ec.botilbud")
    for words in (row_words(odd, KNOWN, form, "", NOW), row_words(odd, None, None, "Tvivl.", NOW)):
        assert "\n" not in "".join(words)
        assert "\u202e" not in "".join(words)


def test_what_is_open_is_counted_in_words() -> None:
    assert open_words(OpenPoints(1, 1, 1)) == "1 problem, 1 kriterium at se på, 1 ting at være opmærksom på"
    assert open_words(OpenPoints(3, 0, 2)) == "3 problemer, 2 ting at være opmærksom på"
    assert open_words(OpenPoints(0, 12, 0)) == "12 kriterier at se på"
    assert open_words(OpenPoints(0, 0, 0)) == "Intet udestår"


def test_a_moment_is_told_in_the_time_zone_of_now() -> None:
    assert format_moment(datetime(2026, 11, 23, 8, 5, tzinfo=UTC), NOW) == "i dag kl. 09.05"
    assert format_moment(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), NOW) == "i dag kl. 00.30"
    assert format_moment(datetime(2026, 11, 22, 8, 5, tzinfo=UTC), NOW) == "i går kl. 09.05"
    assert format_moment(datetime(2026, 11, 21, 8, 5, tzinfo=UTC), NOW) == "21.11.2026 kl. 09.05"
    assert date(2026, 11, 23) == NOW.date()
