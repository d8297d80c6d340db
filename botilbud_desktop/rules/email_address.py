"""Checks whether a text can be an e-mail address: a simple check in linear time, not the whole standard.

A domain may have the letters that Danish domains may have (`æ ø å ä ö ü é`); the part before the @ may not, since
older mail servers refuse it.
"""

import re

_LONGEST = 254
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[a-z0-9æøåäöüé-]{1,63}"


def is_email_address(text: str) -> bool:
    """Whether `text` is one address such as `social@aalborg.dk`, without a display name."""
    if len(text) > _LONGEST or text.count("@") != 1:
        return False
    local, domain = text.split("@")
    labels = domain.lower().split(".")
    return (
        re.fullmatch(_LOCAL, local) is not None
        and len(labels) > 1
        and all(_is_label(label) for label in labels)
        and len(labels[-1]) > 1
        and not labels[-1].isdigit()
    )


def _is_label(label: str) -> bool:
    return re.fullmatch(_LABEL, label) is not None and not label.startswith("-") and not label.endswith("-")
