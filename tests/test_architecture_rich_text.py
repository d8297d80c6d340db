"""Nobody lets Qt read markup: its rich text opens the files and shares that it names."""

import ast

from tests.test_architecture import PACKAGE, ROOT, calls, parsed, position, sources

READING = {"setHtml", "insertHtml", "fromHtml", "setMarkdown", "fromMarkdown", "insertMarkdown", "convertFromPlainText"}
"""Methods of Qt that read markup, and one that makes it."""
FORMATS = {"RichText", "AutoText", "MarkdownText"}
"""Text formats in which a label or a message reads markup."""
ALLOWED = {
    (f"{PACKAGE}/ui/help/guide_text.py", "document.setMarkdown"),  # the program's own guide, with HTML as text
    (f"{PACKAGE}/ui/table_import/table_export.py", "mime.setHtml"),  # puts markup on the clipboard, reads none
}
DOCUMENTS = {"QTextDocument", "QTextDocumentFragment", "QTextBrowser", "QTextEdit", "QStaticText"}
"""Classes that read markup; `QTextDocument` serves for its flags, too."""
MAY_SUBCLASS = {
    f"{PACKAGE}/ui/help/reading_page.py": "QTextBrowser",  # overrides `loadResource`
    f"{PACKAGE}/ui/comparing/difference_text.py": "QTextEdit",  # takes no rich text
}


def readers(tree: ast.Module) -> list[str]:
    """Returns the calls and text formats in a file that read markup."""
    called = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    formats = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in FORMATS]
    found = [name for name in called if name.rpartition(".")[2] in READING | DOCUMENTS]
    return found + [ast.unparse(node) for node in formats]


def test_markup_is_read_in_one_place_and_never_a_users() -> None:
    found = {(path.relative_to(ROOT).as_posix(), name) for path in sources() for name in readers(parsed(path))}
    assert found == ALLOWED


def test_the_guide_takes_html_for_text() -> None:
    (call,) = [node for node, called in calls(ROOT / PACKAGE / "ui/help/guide_text.py") if "setMarkdown" in called]
    assert "MarkdownNoHTML" in ast.unparse(call)


def test_the_two_classes_that_could_load_something_are_tamed() -> None:
    subclasses = {
        (position(path).partition(":")[0], ast.unparse(base))
        for path in sources("ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if ast.unparse(base) in DOCUMENTS
    }
    assert subclasses == set(MAY_SUBCLASS.items())
    assert "def loadResource" in (ROOT / PACKAGE / "ui/help/reading_page.py").read_text(encoding="utf-8")
    assert "setAcceptRichText(False)" in (ROOT / PACKAGE / "ui/comparing/difference_text.py").read_text(
        encoding="utf-8"
    )


def test_these_tests_see_a_reader_of_markup() -> None:
    lines = (
        "d.setHtml(x)",
        "QTextDocument()",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "QTextCursor(d).insertHtml(x)",
    )
    assert [len(readers(ast.parse(line))) for line in lines] == [1, 1, 1, 1]
