"""What the documents are called in the window."""

from botilbud_desktop.documents.kind import DocumentKind

DOCUMENT_TITLES = {
    DocumentKind.VIEW: "Skemaet",
    DocumentKind.RECEIPT: "Kvitteringen",
    DocumentKind.PROJECT_SHEET: "Projektskemaerne",
    DocumentKind.ALLOCATION: "Fordelingen",
}
"""In the definite form, as at the start of a sentence: only one of each belongs to a draft."""
