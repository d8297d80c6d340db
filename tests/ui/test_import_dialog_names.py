"""The import preview of a workbook with several sheets: each part has its own mnemonic."""

from pathlib import Path

from tests.ui.accessibility.names import mnemonic_complaints, name_complaints
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_table_import import table, workbook
from tests.ui.user import User, settle


def test_mnemonics_are_unique_with_several_sheets_too(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    questions.will_answer(workbook(tmp_path / "budget.xlsx"))
    aalborg.use_menu("Indsæt projekter fra Ex&cel-fil …")
    dialog = table(aalborg)
    assert dialog is not None
    assert dialog.sheet.isVisible()
    assert [*mnemonic_complaints(dialog), *name_complaints(dialog)] == []
    assert (dialog.sheet.accessibleName(), dialog.target.accessibleName()) == ("Ark", "Rækkerne")
    dialog.reject()
    settle()
