"""The numbers of places of a text with their sentences."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.scenes import Sentence

_PARTS_BEHIND = re.compile(r"\A(?:,| -|:| \()? ?(?:heraf|hvoraf|deraf|herunder|fordelt|nemlig|[0-9]+ )")
"""The laws behind it are those of the parts."""
_NAME = 30


def counts(context: Context) -> Iterator[tuple[Sentence, Count]]:
    for count in context.facts.counts:
        sentence = context.sentence_at(count.number_start)
        ahead = context.facts.masked[max(0, count.number_start - _NAME) : count.number_start].split()
        if not count.noun and ahead and context.names.has_word(ahead[-1]):
            continue  # `Grejsdalen 2 (§ 107)`
        is_of_parts = _PARTS_BEHIND.match(context.behind(sentence, count.end)) is not None
        yield sentence, count._replace(bases=()) if is_of_parts else count
