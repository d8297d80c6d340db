"""The window, its pages and widgets. Qt lives here and nowhere else.

PySide6 reads the source of every module that is imported after it (it looks for a feature of its own there), which
costs a tenth of the start. So what the window needs of the other packages is imported here, before the first Qt.
"""

from importlib import import_module

_NEEDED_AT_START = (
    "documents.kind",
    "domain.editor",
    "domain.new_draft",
    "domain.steps",
    "domain.words",
    "rules.assessment",
    "rules.progress",
    "rules.words",
    "storage.draft_file",
    "storage.draft_lock",
    "storage.examples",
    "storage.file_names",
    "storage.forms",
    "storage.incident_report",
    "storage.instance",
    "storage.kept_file",
    "storage.recent",
    "storage.settings",
    "storage.unfinished",
)

for _name in _NEEDED_AT_START:
    import_module(f"botilbud_desktop.{_name}")
