"""Where messages are said: a note says itself, unless its owner does, and those are listed; bars always do."""

import re
from pathlib import Path

import botilbud_desktop.ui

_UI = Path(botilbud_desktop.ui.__file__).parent
_TIED = re.compile(r"(?:Note\(|super\(\).__init__\().*\bis_tied=True")
SAID_BY_THEIR_OWNERS = {
    "document_import/document_dialog.py": "the dialog says it also when it is the same again",
    "fields/field.py": "with the input: read when it is entered, said when it is left",
    "fields/rows.py": "with the cell, in the same way",
    "fields/text/text_field.py": "the count, by its announcer",
    "fields/year_split.py": "when a share is left, and when the shares are taken over",
    "pages/approve.py": "with the name, where the focus goes",
    "transfer/closing_list.py": "with the date of its row, in the same way",
    "transfer/compare_tab.py": "the panel says what came of each comparison",
    "transfer/panel.py": "the panel says what was copied, each time",
}
"""Modules with a note that does not say itself, and who says it."""
_ANNOUNCES = re.compile(r"\bannounce\(|\bVoice\(|\.say_matter\b|\bCountAnnouncer\b")


def _sources() -> dict[str, str]:
    return {path.relative_to(_UI).as_posix(): path.read_text(encoding="utf-8") for path in _UI.rglob("*.py")}


def test_a_note_that_does_not_say_itself_is_listed_with_who_says_it() -> None:
    assert {name for name, source in _sources().items() if _TIED.search(source)} == set(SAID_BY_THEIR_OWNERS)


def test_who_says_a_note_announces() -> None:
    sources = _sources()
    said_elsewhere = {"transfer/compare_tab.py": "transfer/panel.py"}
    for name in SAID_BY_THEIR_OWNERS:
        assert _ANNOUNCES.search(sources[said_elsewhere.get(name, name)]), name


def test_announcements_are_made_in_one_module_alone() -> None:
    makers = {name for name, source in _sources().items() if "QAccessibleAnnouncementEvent" in source}
    assert makers == {"widgets/announcing.py"}
