"""The narrowest page that the papers are set on: A4 with 2 cm beside the text. Lengths are in points."""

TEXT_WIDTH: float = 481
