"""Words that are right in this draft although no dictionary has them: its names, and the round's own words."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.spelling.words import words_in


def names_in(application: Application) -> tuple[str, ...]:
    """Returns the words of people's names, and those of the projects' names that begin with a capital letter.

    Other words of a project's name are judged: a slip in it is no name.
    """
    people = (application.contacts.names, application.cover_note.to, application.cover_note.from_)
    found = [word.text for text in people for word in words_in(text)]
    for project in application.projects:
        found += [word.text for word in words_in(project.name) if word.text[:1].isupper()]
    return tuple(dict.fromkeys(found))


class RoundWords:
    """The words of one round, found when they are first needed: in a thread, since it takes a while."""

    def __init__(self, round_: Round) -> None:
        self.round = round_

    @cached_property
    def words(self) -> tuple[str, ...]:
        """As of `words_of_round`."""
        return words_of_round(self.round)


def words_of_round(round_: Round) -> tuple[str, ...]:
    """Returns the names in the ministry's texts, and those of municipalities, regions and their councils.

    Other words of these texts are judged as the user's own: there are slips among them. Takes about 15 ms.
    """
    found = [word.text for text in _texts_in(round_) for word in words_in(text)]
    return tuple(dict.fromkeys(word for word in found if word[:1].isupper()))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if " " in value or value[:1].isupper():  # what else there is are names of files, fields and kinds
            yield value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts_in(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)
