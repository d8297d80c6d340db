"""The kinds of documents, by the names that the command line uses."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """A document that can be printed."""

    VIEW = "view"
    """The ministry's form as it would stand (*Vis*)."""
    RECEIPT = "receipt"
    """The form with the internal approval and a signature line (*kvittering*)."""
    PROJECT_SHEET = "project-sheet"
    """A sheet for each project, after the second form (*projektskema*)."""
    ALLOCATION = "allocation"
    """How the loan was derived from the cost plans (*fordelingsark*)."""
