"""Spacing in steps of 8 px, and the widths that all pages share, in device-independent pixels."""

UNIT = 8
HALF = 4
GAP = 2 * UNIT
SECTION = 3 * UNIT
PAGE_MARGIN = 3 * UNIT
COLUMN_WIDTH = 720
"""The largest width of a column of fields."""
STEPS_WIDTH = (176, 232)
"""Width of the list of steps, in a narrow window (a 200 % screen) and in a wide one."""
PANE_WIDTH = (224, 312)
"""Width of the guidance pane, likewise."""
WIDE = 1280
"""Window width from which both have their largest width."""
ICON = 16
TARGET = 24
"""The least width and height of what the mouse aims at (WCAG 2.2, 2.5.8)."""
