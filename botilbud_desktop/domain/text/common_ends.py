"""The length of the common start and of the common end of two texts or two byte strings.

Both functions bisect and compare slices, since a loop over characters is slow.
"""


def common_start[Text: (str, bytes)](one: Text, other: Text) -> int:
    """Returns the number of equal characters or bytes that both begin with."""
    same, different = 0, min(len(one), len(other)) + 1
    while different - same > 1:
        middle = (same + different) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            different = middle
    return same


def common_end[Text: (str, bytes)](one: Text, other: Text, start: int = 0) -> int:
    """Returns the number of equal characters or bytes that both end with; the first `start` of each do not count."""
    same, different = 0, min(len(one), len(other)) - start + 1
    while different - same > 1:
        middle = (same + different) // 2
        if one[len(one) - middle : len(one) - same] == other[len(other) - middle : len(other) - same]:
            same = middle
        else:
            different = middle
    return same
