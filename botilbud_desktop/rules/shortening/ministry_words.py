"""The ministry's own sentences: where a text quotes them, they stay as they are."""

from collections.abc import Iterator

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sentences import sentences
from botilbud_desktop.rules.shortening.repetitions import FEWEST_WORDS


def ministry_sentences(round_: Round) -> tuple[str, ...]:
    """Returns the sentences of a round's form and letter, each once; those of fewer than 5 words anyone may write."""
    return tuple(
        dict.fromkeys(
            one for text in _texts(round_) for one in sentences(text).units if len(one.split()) >= FEWEST_WORDS
        )
    )


def _texts(round_: Round) -> Iterator[str]:
    yield from (round_.description_introduction, round_.documentation, round_.more_projects, round_.deadline)
    yield from (field.wording for field in round_.fields)
    yield from (words for one in round_.criteria for words in (one.title, one.text))
    yield from (one.text for one in round_.required_contents)
    for section in (*round_.letter, *round_.background, round_.guide):
        yield from section.paragraphs
