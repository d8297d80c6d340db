"""Earlier versions of a draft (*Tidligere versioner*)."""
