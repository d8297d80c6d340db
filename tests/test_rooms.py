"""The package's folders: few modules, short files, and layers inside each part.

Each part of the package is a stack of layers: a module imports from its own layer and from layers listed before it,
never from a later one. So folders have no import cycles, and a new developer can read a part from the bottom up.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_architecture import PACKAGE, ROOT, imports, is_below, module_name, position, sources

MOST_MODULES_OF_A_FOLDER = 20
MEDIAN_LINES_OF_A_FILE = 100

LAYERS = {
    "domain": (
        "model",
        "text",
        "values",
        "cost_plan",
        "field_path",
        "notes",
        "lineage",
        "application",
        "municipality",
        "facts",
        "round_parts",
        "own_fields",
        "round_form",
        "round",
        "attachments",
        "collection",
        "own_texts",
        "canonical",
        "approval",
        "choice_wording",
        "field_order",
        "steps",
        "field_labels",
        "commenting",
        "totals",
        "quantities",
        "value_formatter",
        "form_bounds",
        "editing",
        "web_form",
        "table_import",
        "document_import",
        "merging",
    ),
    "rules": (
        "text_results",
        "results",
        "wording",
        "shortening",
        "growth",
        "whom_to_ask",
        "outcome_wording",
        "uncounted",
        "email_address",
        "phone_number",
        "subject",
        "inserted_facts",
        "criteria",
        "description",
        "contradictions",
        "findings",
        "weighting",
        "assessment",
        "collection",
        "approval_now",
        "verdict",
        "open_points",
        "documentation",
        "progress",
        "next_to_do",
        "round_choice",
        "round_file",
    ),
    "storage": (
        "files.printable",
        "holder",
        "this_program",
        "errors",
        "files",
        "paths",
        "json",
        "spelling",
        "rounds",
        "user",
        "policy",
        "excel",
        "word",
        "sources",
        "instance",
        "diagnostics",
        "history",
        "draft",
        "attachments",
        "collection",
        "recovery",
    ),
    "documents": (
        "kind",
        "values",
        "status_line",
        "column_widths",
        "progress",
        "form_table",
        "remarks_words",
        "collection",
        "all_values",
        "allocation_results",
        "plain_text",
        "without_round",
        "notes",
        "agenda",
        "foreign",
        "pdf.engine",
        "pdf.structure",
        "pdf",
        "word",
        "excel",
        "export",
        "collection_files",
    ),
    "ui": (
        "style",
        "questions",
        "opening",
        "widgets",
        "platform",
        "draft",
        "comparing",
        "merging",
        "versions",
        "fields",
        "facts",
        "comments",
        "help",
        "table_import",
        "document_import",
        "transfer",
        "sending",
        "carrying",
        "attachments",
        "pages",
        "preview",
        "printing",
        "workspace",
        "dialogs",
        "workbench",
        "repair",
        "rounds",
        "window",
        "collecting",
        "settings",
        "writing",
        "text_help",
        "spelling",
        "commands",
        "main_window",
        "app",
    ),
}
"""The layers of each part from the bottom up: folders, and the modules beside them."""


def folders() -> list[Path]:
    """Returns the package's folders that contain modules."""
    return sorted({path.parent for path in sources()})


def layer_of(name: str, part: str) -> int | None:
    """Returns a module's layer in a part, counted from the bottom; None for the part itself."""
    for number, layer in enumerate(LAYERS[part]):
        if is_below(name, f"{PACKAGE}.{part}.{layer}"):
            return number
    return None


def upward_imports(part: str) -> Iterator[str]:
    """Returns the imports of a part that go from a layer to one above it."""
    for path in sources(part):
        own = layer_of(module_name(path), part)
        for node, name in imports(path):
            other = layer_of(name, part)
            if own is not None and other is not None and other > own:
                yield f"{position(path, node)} imports {name}"


@pytest.mark.parametrize("part", LAYERS)
def test_a_module_imports_only_from_layers_below_its_own(part: str) -> None:
    assert sorted(upward_imports(part)) == []


@pytest.mark.parametrize("part", LAYERS)
def test_each_module_of_a_part_belongs_to_a_layer(part: str) -> None:
    modules = [module_name(path) for path in sources(part)]
    assert [name for name in modules if name != f"{PACKAGE}.{part}" and layer_of(name, part) is None] == []


@pytest.mark.parametrize("part", LAYERS)
def test_each_layer_exists(part: str) -> None:
    modules = [module_name(path) for path in sources(part)]
    layers = [f"{PACKAGE}.{part}.{layer}" for layer in LAYERS[part]]
    assert [layer for layer in layers if not any(is_below(name, layer) for name in modules)] == []


def test_no_folder_holds_more_than_twenty_modules() -> None:
    sizes = {position(folder): len([*folder.glob("*.py")]) - 1 for folder in folders()}
    assert {name: size for name, size in sizes.items() if size > MOST_MODULES_OF_A_FOLDER} == {}


def test_each_folder_says_what_it_holds() -> None:
    texts = {position(folder): (folder / "__init__.py").read_text(encoding="utf-8") for folder in folders()}
    assert [name for name, text in texts.items() if not text.startswith('"""')] == []


def test_the_median_file_is_shorter_than_a_hundred_lines() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in sources() if path.name != "__init__.py"]
    assert statistics.median(lengths) < MEDIAN_LINES_OF_A_FILE


def test_the_layers_are_read_from_the_right_place() -> None:
    assert (ROOT / PACKAGE / "domain" / "editing").is_dir()
    assert layer_of(f"{PACKAGE}.domain.editing.editor", "domain") == LAYERS["domain"].index("editing")
    assert layer_of(f"{PACKAGE}.storage.files.printable", "storage") == 0
