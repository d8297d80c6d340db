"""The 8 px rhythm and the widths that every page shares, in device-independent pixels."""

UNIT = 8
HALF = 4
GAP = 2 * UNIT
SECTION = 3 * UNIT
PAGE_MARGIN = 3 * UNIT
COLUMN_WIDTH = 720
"""The widest that a column of fields grows."""
STEPS_WIDTH = 232
PANE_WIDTH = 312
ICON = 16
