"""The window, its pages and widgets. Qt lives here and nowhere else.

PySide6 reads the source of every module that is imported after it (it looks for a feature of its own there), which
costs a tenth of the start. So what the window needs of the other packages is imported here, before the first Qt.
"""

from importlib import import_module

_NEEDED_AT_START = (
    "documents.kind",
    "domain.editing.editor",
    "domain.editing.new_draft",
    "domain.steps",
    "domain.web_form.field_kind",
    "domain.choice_wording",
    "rules.assessment",
    "rules.progress",
    "rules.outcome_wording",
    "storage.draft.draft_file",
    "storage.draft.draft_lock",
    "storage.draft.examples",
    "storage.files.file_names",
    "storage.rounds.form_library",
    "storage.diagnostics.incident_report",
    "storage.instance.single_instance",
    "storage.draft.file_handle",
    "storage.user.recent",
    "storage.user.settings",
    "storage.draft.half_typed",
)

for _name in _NEEDED_AT_START:
    import_module(f"botilbud_desktop.{_name}")
