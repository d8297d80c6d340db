"""The Word document for colleagues: the cover note, the application, and a note for each project.

What it says is made as plain blocks in `documents/notes`; `render.py` and what it uses makes
them into a file. No library is needed for it: all parts of the file are the program's own.
"""
