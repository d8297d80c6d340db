"""The 8 px rhythm and the widths that every page shares, in device-independent pixels."""

UNIT = 8
HALF = 4
GAP = 2 * UNIT
SECTION = 3 * UNIT
PAGE_MARGIN = 3 * UNIT
COLUMN_WIDTH = 720
"""The widest that a column of fields grows."""
STEPS_WIDTH = (176, 232)
"""The list of steps, in a narrow window (a 200 % screen) and in a wide one."""
PANE_WIDTH = (224, 312)
"""The guidance pane, likewise."""
WIDE = 1280
"""A window of this width has room for both at their widest."""
ICON = 16
