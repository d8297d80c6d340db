"""Editing a draft: the editor, find and replace, half-typed values, new drafts."""
