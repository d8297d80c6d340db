"""Whether a text can be an e-mail address: a sane check in linear time, not the whole of the standard.

A domain may hold the letters that Danish domains may (`æ ø å ä ö ü é`); the part before the @ may not, since
an older mail server refuses it.
"""

import re

_LONGEST = 254
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[a-z0-9æøåäöüé-]{1,63}"


def is_email_address(text: str) -> bool:
    """Whether `text` is one address such as `social@aalborg.dk`, without a name beside it."""
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
