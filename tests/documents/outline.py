"""The structure of a document as lines that people can read and compare: what a screen reader is told, in its order."""

from collections.abc import Iterator
from pathlib import Path

from tests.documents.laid_out import DOCUMENTS
from tests.documents.samples import printed
from tests.documents.tags import Node, Tagged

KEPT = Path(__file__).with_name("kept_structure")
OUTLINED = ("view", "receipt", "project-sheet", "allocation-several")


def outline(pdf: bytes) -> list[str]:
    """Returns a line for each element, indented by what it stands in."""
    return list(_lines(Tagged(pdf).document, 0))


def keep() -> None:
    """Write the reference files: `python -m tests.documents.outline`, after an intended change."""
    KEPT.mkdir(exist_ok=True)
    for name in OUTLINED:
        lines = outline(printed(*DOCUMENTS[name]))
        (KEPT / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _lines(node: Node, depth: int) -> Iterator[str]:
    name = f"{node.role} {node.scope}".rstrip()
    yield f"{'  ' * depth}{name}: {node.text}".rstrip() if node.text else f"{'  ' * depth}{name}"
    for kid in node.kids:
        yield from _lines(kid, depth + 1)


if __name__ == "__main__":
    keep()
