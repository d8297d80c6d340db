"""Finds figures and names of the shipped round in texts that are shown for another round."""

import re

SHIPPED_ONLY = re.compile(
    r"202[45](?![0-9])|(?:i|for|og) 2026"
    r"|4\.000 tegn|1\.000 tegn|af [14]\.000|20 mio|\b20\.000\b|\b25 pct|mindst 25\b|fem projekt"
    r"|plads til 5\b|seks punkter|[Kk]olonne A-G|\bD og E\b|indtast\.dk"
    r"|sbst\.dk|@im\.dk|Ministeriets kodeord|ansog|31\.12\.202[456]|30\.11\.2025|15\. maj|600 mio|700 mio|20 bogstaver"
    r"|Jeppesen|Pedersen|begge år|LanBotilbud|Projektskema_"
)
"""What the other rounds in the tests do not have."""


def shipped_in(text: str) -> list[str]:
    """Returns what belongs to the shipped round only, each with the words around it."""
    return [text[max(0, found.start() - 40) : found.end() + 30] for found in SHIPPED_ONLY.finditer(text)]
