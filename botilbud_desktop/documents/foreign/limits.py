"""How much one PDF of others may ask of the program. Within them any file is read in 10 s and 300 MB, or refused."""

LARGEST_FILE = 50_000_000
"""Maximum bytes of a file."""
MOST_PAGES = 300
MOST_NODES = 5_000
"""Maximum nodes of the tree of pages that are passed on the way to them."""
DEEPEST = 60
"""Maximum levels of arrays and dictionaries within each other, and of the tree of pages."""
MOST_OBJECTS = 60_000
"""Maximum objects that the pages use."""
MOST_ENTRIES = 200_000
"""Maximum objects of a file, used or not."""
MOST_TRAILERS = 10_000
"""Maximum revisions of a file."""
LARGEST_RESULT = 100_000_000
"""Maximum bytes of all that is drawn."""
LARGEST_UNPACKED = 4_000_000
"""Maximum bytes of one compressed part of a file's structure, unpacked."""
LARGEST_CONTENT = 30_000_000
"""Maximum bytes of the pages' contents that must be unpacked, all together."""
LARGEST_COUNTED = 60_000_000
"""Maximum bytes of contents, unpacked, in which is counted what they draw, all together."""
MOST_DRAWN_OF_A_PAGE = 200_000
"""Maximum draws of one page (`drawing/cost.py`); a viewer takes 15 s at most for so many."""
MOST_DRAWN = 2_000_000
"""Maximum draws of all pages."""
DEEPEST_DRAWING = 28
"""Maximum levels of forms that draw each other."""
MOST_ANNOTATIONS = 2_000
"""Maximum notes, stamps and fields of one page."""
LONGEST_ARRAY = 100_000
MOST_WORK = 5_000_000
"""Maximum work of reading a file, in steps of the meter (`meter.py`): some microseconds each."""
MOST_READ_TWICE = 150_000_000
"""Maximum bytes read in large pieces: overlapping streams are held several times."""
