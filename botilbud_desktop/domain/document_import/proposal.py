"""A proposed draft: each value with where it came from and how sure it is, and all that became none."""

from typing import NamedTuple

from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.field_path import FieldPath


class Proposed(NamedTuple):
    """One value that was found.

    Two of the same field contradict each other: then none is sure, and the first one is proposed.
    """

    field: FieldPath
    """Projects count from 0 within the proposal. A record (places, a cost line, a milestone) is one value."""
    value: object
    """As the models hold it: amounts in whole 1.000 kr., a share as per cent in text, a date, a record."""
    source: str
    """Where it stands: `Ark1!B4`, `tabel 2, række 3`, `afsnit 7`."""
    is_sure: bool
    remark: str = ""
    """What is doubtful, or how the value follows from what stands there, as a Danish sentence."""


class Proposal(NamedTuple):
    """What was found in one source. All that it holds is in a value or left out with the reason."""

    values: tuple[Proposed, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether every value is sure and nothing is left out."""
        return all(value.is_sure for value in self.values) and not self.left_out
