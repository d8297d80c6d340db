"""The documentation that is mailed besides the application, and the PDF files attached for it."""
