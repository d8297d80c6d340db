"""A text as readers look at it: in lower case, with plain spaces and dashes, every character where it was."""

_PLAIN = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "–": "-", "—": "-", "‑": "-", "−": "-"}


def folded(text: str) -> str:
    """Returns `text` in lower case with plain spaces and dashes, as long as before."""
    lower = text.lower()
    if len(lower) != len(text):  # »İ« becomes two
        lower = "".join(one if len(low := one.lower()) != 1 else low for one in text)
    for sign, plain in _PLAIN.items():
        lower = lower.replace(sign, plain)  # ten times faster than a table, since few of them stand in a text
    return lower
