"""The window, its pages and widgets. Only this package uses Qt.

PySide6 reads the source of every module that is imported after it, looking for a feature of its own, which costs a
tenth of the start-up time. So the modules that the window needs from other packages are imported here, before Qt.
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
