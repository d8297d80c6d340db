"""A field that differs from the web form's text loses its tick."""

import pytest
from PySide6.QtCore import Qt

from botilbud_desktop.domain.web_form.transfer import TransferState
from tests.ui.test_transfer import PanelUser
from tests.ui.test_transfer_comparing import TEXT, described
from tests.ui.user import settle

__all__ = ["described"]


def is_ticked(there: PanelUser) -> bool:
    return there.panel.items[there.panel.index].state is TransferState.DONE


@pytest.mark.parametrize("theirs", [TEXT[:-12], TEXT.replace("≤", "?"), TEXT + " Mere.", TEXT.replace("andre", "egne")])
def test_a_field_that_differs_loses_its_tick_and_gets_it_again_by_hand(described: PanelUser, theirs: str) -> None:
    assert is_ticked(described)
    before = described.panel.counted.text()
    said = described.paste_back(theirs)
    assert not is_ticked(described)
    assert described.panel.counted.text() != before
    assert "Fluebenet »Overført« er fjernet" in said
    assert described.panel.compare.unticked.isVisible()
    described.panel.tabs.setCurrentWidget(described.panel.field)
    settle()
    assert not described.panel.field.done.isChecked()
    described.click(described.panel.field.done)
    assert is_ticked(described)
    assert described.panel.counted.text() == before
    assert described.panel.compare.unticked.text() == ""


def test_a_field_that_is_the_same_keeps_its_tick(described: PanelUser) -> None:
    said = described.paste_back(TEXT)
    assert is_ticked(described)
    assert "Fluebenet" not in said
    described.control(Qt.Key.Key_V)
    assert is_ticked(described)


def test_a_field_that_was_not_ticked_stays_so_without_a_word(described: PanelUser) -> None:
    described.panel.tabs.setCurrentWidget(described.panel.field)
    settle()
    described.click(described.panel.field.done)
    assert "Fluebenet" not in described.paste_back(TEXT[:-12])
    assert not is_ticked(described)
