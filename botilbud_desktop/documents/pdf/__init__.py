"""The PDF documents, made with reportlab."""
