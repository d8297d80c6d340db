"""The rhythm: 4, 8, 12, 16 and 24 px, and the widths that all pages share, in device-independent pixels."""

HALF = 4
"""Between a label, its help, its input and its note."""
UNIT = 8
"""Between buttons, and between the rows of a grid."""
LEAD = 12
"""Between a heading or an introduction and what follows."""
GAP = 16
"""Between two cards, and between the edge of a card and what is on it."""
SECTION = 24
"""Between fields side by side, and between a part and the field that follows."""
PAGE_MARGIN = 24
NOTE_LINES = 2
"""So many lines are kept below each input for what is said about it; they are the gap to the next field."""
NARROW_PAGE = 600
"""A page that is less wide has a margin of one `UNIT`."""
COLUMN_WIDTH = 760
"""The largest width of a column of fields."""
CARD_RADIUS, BAR_RADIUS, CONTROL_RADIUS = 8, 6, 4
"""Of cards, of notices and steps, and of inputs and buttons, in px."""
STEPS_WIDTH = (176, 264)
"""Width of the list of steps, in a narrow window (a 200 % screen) and in a wide one."""
PANE_WIDTH = (224, 360)
"""Width of the guidance pane, likewise."""
WIDE = 1500
"""Window width from which both have their largest width."""
ICON = 16
TARGET = 24
"""The least width and height of what the mouse aims at (WCAG 2.2, 2.5.8)."""
