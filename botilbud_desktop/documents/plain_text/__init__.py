"""The application as plain text: the web form's fields to type over, then all that the papers say of it.

A paragraph is a block of lines, and there is one empty line between two blocks; nothing is told by columns or signs, so
that it can be heard as well as seen. It does not load reportlab.
"""
