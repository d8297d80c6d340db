"""The six required contents of the description, recognised or not."""

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from tests.rules.samples import (
    ROUND,
    TODAY,
    application,
    findings,
)


class TestRequiredContents:
    def missing(self, description: str) -> list[int | None]:
        found = findings(application(description=description), "description.content_missing")
        return [finding.detail for finding in found]

    def test_a_full_description_lacks_nothing(self) -> None:
        assert self.missing(application().description) == []

    def test_each_content_not_recognised_is_told_by_its_number(self) -> None:
        assert self.missing("Hej") == [1, 2, 3, 4, 5, 6]

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (1, "Udvider med PLADSER til målgruppen"),
            (2, "Alle 19 pladser er til rådighed for andre kommuner"),
            (2, "25% er for andre kommuner"),
            (3, "Taksterne falder"),
            (4, "Lån: 22,9 mio. kr. i 2025 og 0 i 2026"),
            (5, "Ibrugtages i 4. kvartal"),
            (6, "Renovering"),
        ],
    )
    def test_a_content_is_recognised_by_the_rounds_words(self, number: int, text: str) -> None:
        assert number not in self.missing(text)

    def test_a_content_needs_a_word_of_every_group(self) -> None:
        assert 4 in self.missing("Lån: 22,9 mio. kr. i 2025")

    def test_a_word_may_hold_both_a_digit_and_any_digit(self) -> None:
        content = replace(ROUND.required_contents[0], recognised_by=(("202# i 1#",),))
        round_ = replace(ROUND, required_contents=(content,))

        def is_recognised(text: str) -> bool:
            result = assess(application(description=text), round_, TODAY)
            return not any(each.code == "description.content_missing" for each in result.findings)

        assert is_recognised("Åbner 2026 i 12 huse")
        assert not is_recognised("Åbner 2026 i 22 huse")
        assert not is_recognised("202# i 1#")
