"""Every paper can be made for any round, within the margins, and so can what is copied, transferred and exported."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import grid_of
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.web_form.answers import answers
from botilbud_desktop.domain.web_form.table_export import as_html, table_rows
from botilbud_desktop.domain.web_form.transfer import transfer_items
from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.help.guide_figures import in_words_of
from botilbud_desktop.ui.help.topics import read_topics
from tests.any_round import drafts_for, rounds
from tests.documents.plain import plain
from tests.documents.test_other_rounds import paper, too_wide

UNHURRIED = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@UNHURRIED
@given(st.data())
def test_every_paper_of_any_round_is_made_within_the_margins(data: st.DataObject) -> None:
    round_ = data.draw(rounds())
    draft = data.draw(drafts_for(round_))
    for kind in DocumentKind:
        assert list(too_wide(paper(kind, draft, round_))) == [], kind


@UNHURRIED
@given(st.data())
def test_what_is_copied_transferred_and_exported_follows_any_round(data: st.DataObject) -> None:
    round_ = data.draw(rounds())
    draft = data.draw(drafts_for(round_))
    assert plain(draft, round_).count("\nProjekt") >= len(draft.projects) * (round_.row_wording == "Projekt")
    rows = table_rows(draft, round_)
    assert {len(row) for row in rows} == {len(round_.columns)}
    assert as_html(rows, round_).count("<tr>") == len(rows)
    assert len(layout_of(grid_of([list(row) for row in rows]), round_).meanings) == len(round_.columns)
    transferred = [item for item in transfer_items(draft, round_, {}) if item.field.project is not None]
    assert len(transferred) == min(len(draft.projects), round_.max_projects) * len(round_.columns)
    assert len(answers(draft, round_)) >= len(draft.projects)


@UNHURRIED
@given(rounds())
def test_the_guide_can_be_read_for_any_round(round_: Round) -> None:
    topics = read_topics(resources_folder() / "guide", partial(in_words_of, round_))
    assert all("{least" not in topic.markdown and "{criterion" not in topic.markdown for topic in topics.values())
