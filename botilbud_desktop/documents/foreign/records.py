"""A PDF of others as plain data: what is drawn of its pages, and nothing else of it."""

from typing import NamedTuple

type Part = bytes | int
"""A piece of an object as it is written into a file: bytes, or the index of another object that it refers to."""
type ForeignObject = tuple[Part, ...]


class Box(NamedTuple):
    """A rectangle in the units of its page: left below right, bottom below top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


class ForeignPage(NamedTuple):
    """One page."""

    number: int
    """Counted from 1."""
    box: Box
    """The part of the page that is shown (*CropBox*)."""
    rotation: int
    """Degrees that the page is turned clockwise when it is shown: 0, 90, 180 or 270."""
    unit: float
    """The size of the page's units in points (*UserUnit*)."""
    form: int
    """The index of the object that draws the page (*Form XObject*)."""

    @property
    def width(self) -> float:
        """The width of the page as it is shown, in points."""
        return self.unit * (self.box.height if self.rotation % 180 else self.box.width)

    @property
    def height(self) -> float:
        """The height of the page as it is shown, in points."""
        return self.unit * (self.box.width if self.rotation % 180 else self.box.height)


class ForeignPdf(NamedTuple):
    """A PDF of others."""

    name: str
    """The name of its file, on one line and without invisible characters."""
    pages: tuple[ForeignPage, ...]
    """At least one."""
    objects: tuple[ForeignObject, ...]
    """What draws the pages. An object that several pages use is here once."""
    layers: tuple[int, ...] = ()
    """The indexes of its layers (*optional content*)."""
    hidden: tuple[int, ...] = ()
    """Those of the layers that are not shown."""
    remarks: tuple[str, ...] = ()
    """Danish sentences about what looks different here than in the file, or was left out; often none."""

    @property
    def size(self) -> int:
        """The bytes of all that draws the pages."""
        return sum(len(part) for each in self.objects for part in each if isinstance(part, bytes))
