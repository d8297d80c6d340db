"""Field paths: the address of one value in an application.

In a file and in messages a path reads `projects[0].loan.2025`; as the name of an input it reads
`projects.0.loan.2025`. A path is a tuple of names and indices, so it can be compared, hashed and used as a key.
"""

import re
from functools import lru_cache
from typing import Any

from botilbud_desktop.domain.model import attribute_of, replace

_BY_NUMBER = ("loan", "expansion", "judged_contents")
"""Their keys are years, and the numbers of required contents: digits that are no index."""
_PART = re.compile(r"\.?([^.\[\]]+)|\[([0-9]{1,9})\]")
_INDEX = re.compile(r"[0-9]{1,9}")


class FieldPath(tuple[str | int, ...]):
    """A path such as `projects[0].name`."""

    __slots__ = ()

    def __str__(self) -> str:
        """Returns the path as in messages: `projects[0].loan.2025`."""
        return _text_of(self)

    @property
    def object_name(self) -> str:
        """The path as the name of an input in the window: `projects.0.loan.2025`."""
        return ".".join(str(part) for part in self)

    @property
    def form_path(self) -> str:
        """The path as a form names the field, for any project: `projects[].loan.2025`."""
        return _form_path_of(self)

    @property
    def project(self) -> int | None:
        """The index of the project that the path lies in, counted from 0, or None."""
        if len(self) > 1 and self[0] == "projects" and isinstance(self[1], int):
            return self[1]
        return None

    def __truediv__(self, part: str | int) -> "FieldPath":
        """Returns the path extended by one part: `path / "name"`."""
        return FieldPath((*self, part))

    def starts_with(self, other: "FieldPath") -> bool:
        """Whether this path is `other` or lies below it."""
        return self[: len(other)] == tuple(other)


@lru_cache(maxsize=4096)
def _text_of(path: FieldPath) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


@lru_cache(maxsize=4096)
def _form_path_of(path: FieldPath) -> str:
    return re.sub(r"\[[0-9]+\]", "[]", str(path))


@lru_cache(maxsize=4096)
def field_path(text: str) -> FieldPath:
    """Parses a path in either notation.

    A part of digits is an index after a list's name (`projects.0`), and a key after `loan` or `judged_contents`.
    """
    parts: list[str | int] = []
    for name, index in _PART.findall(text):
        if index:
            parts.append(int(index))
        elif _INDEX.fullmatch(name) and parts and parts[-1] not in _BY_NUMBER:
            parts.append(int(name))
        else:
            parts.append(name)
    return FieldPath(parts)


def project_path(index: int) -> FieldPath:
    """Returns the path of the project at `index`, counted from 0."""
    return FieldPath(("projects", index))


def value_at(model: Any, path: FieldPath) -> Any:
    """Returns the value at `path`; None for a key that a mapping lacks.

    Raises:
        LookupError: the path leads past the end of a list.
        AttributeError: a model has no such field.
    """
    for part in path:
        if isinstance(model, dict):
            model = model.get(part)
        elif isinstance(part, int):
            model = model[part]
        else:
            model = getattr(model, attribute_of(part))
    return model


def with_value(model: Any, path: FieldPath, value: Any) -> Any:
    """Returns a copy of `model` in which the value at `path` is `value`; all else is shared with the original."""
    if not path:
        return value
    head, rest = path[0], FieldPath(path[1:])
    if isinstance(model, dict):
        return {**model, head: with_value(model.get(head), rest, value)}
    if isinstance(head, int):
        return (*model[:head], with_value(model[head], rest, value), *model[head + 1 :])
    attribute = attribute_of(head)
    return replace(model, **{attribute: with_value(getattr(model, attribute), rest, value)})
