"""The Word document for colleagues: the cover note, the application, and a note for each project.

What it says is made as plain blocks (`blocks.py`); `render.py` and what it uses makes them
into a file with python-docx.
"""
