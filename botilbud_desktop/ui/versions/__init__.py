"""»Tidligere versioner«: what was saved of a draft, by whom and when; to view, export and restore."""
