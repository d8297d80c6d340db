"""The guide speaks of the round of the draft: its figures, its words and its web site."""

from functools import partial

import pytest
from PySide6.QtGui import QPalette, QTextDocument

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Criterion
from botilbud_desktop.domain.values.amounts import format_millions, format_number
from botilbud_desktop.ui.help.guide_figures import in_words_of
from botilbud_desktop.ui.help.guide_text import fill
from botilbud_desktop.ui.help.topics import read_topics
from tests.other_rounds import LARGER, OTHERS, SMALLER, other_round
from tests.ui.test_guide import GUIDE, check_links, hrefs, opened, shown
from tests.ui.user import User


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_guide_speaks_of_the_round_of_the_draft(round_id: str) -> None:
    round_ = other_round(round_id)
    topics = read_topics(GUIDE, partial(in_words_of, round_))
    limit = round_.field("description")
    assert limit is not None
    assert f"højst {format_number(limit.limit or 0)} tegn" in topics["beskrivelse"].markdown
    assert f"Over {format_millions(round_.thresholds.gross_cost_over)}" in topics["kriterier"].markdown
    assert f"»{round_.deadline}«" in topics["programmet"].markdown
    assert topics["overfoer"].title == f"Overfør til {round_.site}"
    has_sheet = round_.project_sheet is not None
    for name, words in (("projekt", "## Beskrivelse af projektet"), ("godkend", "projektskemaerne"), ("tegn", " 800 ")):
        assert (words in topics[name].markdown) is has_sheet
    assert ("spørger programmet, om du har skrevet millioner" in topics["projekt"].markdown) is has_sheet
    check_links(topics)


def test_the_text_of_a_round_is_never_read_as_markdown() -> None:
    hostile = "# Ikke ![et billede](file:///etc/passwd) [eller](https://x) <b>*en* overskrift</b>\n\n- \\_|"
    round_ = replace(other_round(SMALLER), deadline=hostile, criteria=_titled(other_round(SMALLER), hostile))
    topics = read_topics(GUIDE, partial(in_words_of, round_))
    document = QTextDocument()
    fill(document, topics["programmet"].markdown, document.defaultFont(), QPalette())
    assert f"»{' '.join(hostile.split())}«" in document.toPlainText()
    fill(document, topics["kriterier"].markdown, document.defaultFont(), QPalette())
    assert f"1. {' '.join(hostile.split())}" in document.toPlainText().splitlines()
    assert list(hrefs(document)) == ["kontrol.md#det-lægger-ministeriet-vægt-på"]
    assert topics["kriterier"].sections[1].title == f"1. {' '.join(hostile.split())}"


def _titled(round_: Round, title: str) -> tuple[Criterion, ...]:
    return tuple(replace(criterion, title=title) for criterion in round_.criteria)


def test_the_guide_follows_the_draft_that_is_opened_next(thisted: User) -> None:
    window = opened(thisted)
    window.page.go_to("beskrivelse")
    assert "højst 4.000 tegn" in shown(window)
    window.open_at(("beskrivelse", ""), other_round(LARGER))
    assert "højst 3.000 tegn" in shown(window)
    assert not window.page.can_go_back
    window.close()


def test_a_round_that_asks_for_no_contents_has_no_list_of_them() -> None:
    round_ = replace(other_round(SMALLER), required_contents=())
    text = read_topics(GUIDE, partial(in_words_of, round_))["beskrivelse"].markdown
    assert "punkt" not in text.lower()
    assert "Ministeriets ordlyd" not in text
    assert "## De to punkter" in read_topics(GUIDE, partial(in_words_of, other_round(SMALLER)))["beskrivelse"].markdown
