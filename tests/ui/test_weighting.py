"""What the ministry weighs, on the page »Kontrol«."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.weighting.weighing import weighting_of
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.pages.weighting_row import WeightingRow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle


def rows(user: User) -> list[WeightingRow]:
    user.workspace.show_check()
    page = user.page
    assert isinstance(page, CheckPage)
    return page.weighting.rows


def said(row: WeightingRow) -> list[str]:
    return [label.text() for label in row.texts]


def focused_name() -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.objectName()


def test_the_criteria_stand_in_the_ministrys_order(aalborg: User) -> None:
    assert [row.title for row in rows(aalborg)] == [
        "Koordinering med andre kommuner",
        "1. Størrelse og bygning",
        "2. Andel til andre kommuner",
        "3. Geografisk spredning",
        "4. Bedre prissætning",
    ]


def test_each_sentence_of_the_rules_is_shown(aalborg: User) -> None:
    rows(aalborg)
    links = {link.words(): link.path for link in aalborg.links()}
    texts = aalborg.texts()
    for weighed in weighting_of(aalborg.application, aalborg.controller.round):
        for item in weighed.items:
            assert all(sentence in texts for sentence in item.answer.said)
            assert all(gap.message in links for gap in item.answer.missing)


def test_the_ministrys_words_are_folded_until_asked_for(aalborg: User) -> None:
    row = rows(aalborg)[4]
    source = f"»{aalborg.controller.round.weighting.items[3]}«"
    assert source not in aalborg.texts()
    aalborg.click(row.toggle)
    assert source in aalborg.texts()
    aalborg.click(row.toggle)
    assert source not in aalborg.texts()


def test_a_link_leads_to_what_is_missing(thisted: User) -> None:
    (link,) = [link for link in rows(thisted)[2].links if "andel" in link.words()]
    thisted.click(link)
    assert focused_name() == "projects.0.share_for_others"


def test_what_is_filled_in_is_said_and_no_longer_missing(thisted: User) -> None:
    assert "Ikke noget endnu." in said(rows(thisted)[2])
    thisted.controller.editor.set_value(field_path("projects[0].share_for_others"), "25")
    thisted.controller.update_view_now()
    settle()
    texts = said(rows(thisted)[2])
    assert "25 pct. af 8 pladser forventes at være til rådighed for andre kommuner, dvs. 2 pladser." in texts
    assert "Ikke noget, som programmet kan se." in texts


def test_opened_words_stay_open_when_a_value_changes(thisted: User) -> None:
    thisted.click(rows(thisted)[0].toggle)
    thisted.controller.editor.set_value(field_path("projects[0].share_for_others"), "25")
    thisted.controller.update_view_now()
    settle()
    assert [row.toggle.isChecked() for row in rows(thisted)] == [True, False, False, False, False]


def test_tab_reaches_each_button_and_link(aalborg: User) -> None:
    section = rows(aalborg)
    wanted: set[QWidget] = {row.toggle for row in section} | {link for row in section for link in row.links}
    section[0].toggle.setFocus()
    reached = set()
    for _tab in range(len(wanted)):
        reached.add(QApplication.focusWidget())
        aalborg.press(Qt.Key.Key_Tab)
    assert reached == wanted


def test_each_link_has_a_name_of_its_own(aalborg: User) -> None:
    names = [link.accessibleName() for row in rows(aalborg) for link in row.links]
    assert len(names) == len(set(names))


def test_without_projects_the_page_says_so(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), projects=()))
    assert rows(user) == []
    assert "Der er ikke noget projekt endnu." in user.texts()


def test_no_more_projects_are_shown_than_the_form_has_rows(open_draft: OpenDraft) -> None:
    shares = [str(share) for share in range(30, 37)]
    many = drafts.with_projects(len(shares))
    given = tuple(replace(one, share_for_others=share) for one, share in zip(many.projects, shares, strict=True))
    user = open_draft(replace(many, projects=given))
    texts = said(rows(user)[2])
    assert len([text for text in texts if text.startswith("Projekt ")]) == user.controller.round.max_projects
    assert "Her vises kun de første 5 projekter, som skemaet har plads til." in user.texts()
