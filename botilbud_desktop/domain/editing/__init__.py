"""Editing a draft: field paths, the editor, half-typed values, new drafts."""
