"""Names that a text gives a project, and the table has not: `projektet Kirkebakken` beside »Kirkebjerg«."""

import re
from collections.abc import Iterator
from itertools import chain

from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.introduced import called_in, introduced_in, listed_in, of_another_town
from botilbud_desktop.rules.contradictions.names import SpokenOf, names_in
from botilbud_desktop.rules.contradictions.wording import names_said

_EARLIER = re.compile(
    r"(?<!\w)(?:fik|dengang|tidligere|erfaring\w*|blev|afsluttede|gennemførte|sidste runde|forrige)(?!\w)"
)


def name_contradictions(context: Context) -> Iterator[Found]:
    """Yields names of projects that are none of the table's, each once."""
    has_all = context.names.are_all_in(context.facts.text)
    for one in _spoken_of(context):
        name = context.words(one.start, one.end)
        sentence = context.sentence_at(one.start)
        if context.names.knows(name, is_item=one.is_item) or _is_municipality(context, one.start):
            continue
        if one.is_called:
            yield names_said(one.start, one.end, name.lower(), context.names.names)
            continue
        if has_all and not context.names.is_like(name) and not context.counted[sentence.start]:
            continue
        own = f"{context.before(sentence, one.start)} {context.behind(sentence, one.end)}"
        if not (context.is_elsewhere(sentence, one.start, one.end) or _EARLIER.search(own)):
            yield names_said(one.start, one.end, name.lower(), context.names.names)


def _spoken_of(context: Context) -> Iterator[SpokenOf]:
    yield from names_in(context.text)
    yield from context.names.misnamed_in(context.text)
    yield from called_in(context.text)
    if context.names.are_missing_in(context.facts.text):
        yield from introduced_in(context.text)
        yield from of_another_town(context.text, context.names.names)
    elif context.own is None and context.names.is_one_missing_in(context.facts.text):
        yield from listed_in(context.text)
    elif context.own is None and context.names.is_half_named_in(context.facts.text):
        for one in chain(listed_in(context.text), introduced_in(context.text)):
            if context.names.is_half_called(context.words(one.start, one.end), context.facts.text):
                yield one


def _is_municipality(context: Context, start: int) -> bool:
    return start in context.other_starts
