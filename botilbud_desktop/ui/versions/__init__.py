"""»Tidligere versioner«: what was saved of a draft, by whom and when, to look at, export and take back."""
