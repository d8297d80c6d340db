"""The documents made from an application: the form, the receipt, project and allocation sheets, text.

`documents.pdf.make.make_document` makes a PDF as bytes, the same bytes for the same content. It loads reportlab;
this module and `plain_text` do not.
"""

from botilbud_desktop.documents.kind import DocumentKind

__all__ = ["DocumentKind"]
