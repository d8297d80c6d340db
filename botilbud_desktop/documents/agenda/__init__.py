"""What the papers of an agenda item (*dagsordenspunkt*) say: cover, overview, remarks, and the annexes of each draft.

All of it is blocks of `documents/notes`; Word and PDF are made of the same ones.
"""
