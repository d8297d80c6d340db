"""An approval is said of what its fingerprint covers, and of nothing else."""

from collections.abc import Callable

import pytest

from botilbud_desktop.documents.status_line import NOT_APPROVED
from botilbud_desktop.documents.word.without_round import word_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import NOT_FINGERPRINTED, check_code, fingerprint, valid_approval
from botilbud_desktop.domain.model import replace
from tests.documents.samples import APPROVED, CHANGED, COMPLETE
from tests.documents.word.reading import lines, opened, sections, word
from tests.domain.for_colleagues import with_all_of_them
from tests.rules.samples import ROUND, TODAY

_ALL = with_all_of_them(COMPLETE)
_FREE = [name for name in NOT_FINGERPRINTED if name != "approvals"]
_ONLY_THE_APPLICATION = "Godkendelsen gælder ansøgningen, ikke notatet."


def without_round(application: Application) -> bytes:
    return word_without_round(application, ROUND, TODAY, is_there=False)


def with_free_values(application: Application) -> Application:
    """Returns the application with a value in each field that no approval covers."""
    return replace(application, **{name: getattr(_ALL, name) for name in _FREE})


def warnings(document: bytes) -> list[str]:
    return [line.text for line in lines(document) if line.style == "Warning"]


@pytest.mark.parametrize("draft", [COMPLETE, CHANGED, APPROVED])
def test_neither_approval_nor_check_code_stands_on_the_pages_of_the_note(draft: Application) -> None:
    note, application = sections(word(draft))
    assert note.footer.startswith("Notat · 03.05.2024\t")
    for part in note:
        assert "Kontrolkode" not in part
        assert "Godkendt internt" not in part
    assert f"Kontrolkode {check_code(fingerprint(draft))}" in application.footer
    assert ("Godkendt internt den 10.05.2024 af Inge Hansen" in application.footer) is (draft is APPROVED)
    assert (_ONLY_THE_APPLICATION in note.text) is (draft is APPROVED)


@pytest.mark.parametrize("make", [word, without_round])
def test_what_can_be_changed_after_an_approval_changes_nothing_of_the_pages_with_it(
    make: Callable[[Application], bytes],
) -> None:
    changed = with_free_values(APPROVED)
    assert valid_approval(changed) is not None
    before, after = sections(make(APPROVED)), sections(make(changed))
    of_approval = [part for part in before if "Godkendt internt" in part.footer]
    assert len(of_approval) == 1
    assert [part for part in after if "Godkendt internt" in part.footer] == of_approval


def test_without_a_form_a_draft_that_is_not_approved_says_so_and_why() -> None:
    assert warnings(without_round(COMPLETE)) == [NOT_APPROVED]
    first, why = warnings(without_round(CHANGED))
    assert first == NOT_APPROVED
    assert "men er rettet siden" in why
    assert opened(without_round(COMPLETE)).core_properties.title.startswith("Kladde uden skema")


def test_without_a_form_an_approved_application_is_not_called_a_draft() -> None:
    document = without_round(with_free_values(APPROVED))
    application, beside = sections(document)
    assert warnings(document) == []
    assert application.text.startswith("Ansøgning uden skema\n")
    assert "Godkendt internt den 10.05.2024 af Inge Hansen" in application.footer
    assert beside.text.startswith(
        "Ved siden af ansøgningen\nGodkendelsen gælder ansøgningen, ikke det, der står her.\n"
    )
    assert "HEMMELIGT NOTAT" in beside.text
    header = opened(document).sections[0].header.paragraphs[0].text
    assert header.startswith("Ansøgning uden skema")
    assert "Kladde uden skema" not in "".join((*application, *beside, header))
