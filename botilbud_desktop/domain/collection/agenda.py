"""The agenda item (*dagsordenspunkt*) that a KKR's secretariat makes of a collection: order, numbers, remarks."""

from botilbud_desktop.domain.model import Model


class AgendaEntry(Model):
    """An application at its place in the agenda."""

    application: str
    """The id of the draft's application."""
    file: str
    """The name of its file in the collection, which tells two copies of one draft apart."""
    municipality: str = ""
    """The code of its municipality; empty while that is not known. A draft that is mailed on keeps its id."""
    number: str = ""
    """The number that the secretariat gives it, such as `3`; empty for that of its place, counted from 1."""


class ProjectRemark(Model):
    """What the KKR remarks on a project."""

    application: str
    """The id of the project's application."""
    file: str
    municipality: str = ""
    project: str
    """The id of the project."""
    text: str


class Agenda(Model):
    """How the papers of a collection are put together. An empty one takes the collection as it is."""

    item: str = ""
    """The number of the agenda item, such as `3.5`."""
    title: str = ""
    """Its title; the one of the round while it is empty."""
    entries: tuple[AgendaEntry, ...] = ()
    """The applications in order; those that are not among them come last, by municipality."""
    remarks: tuple[ProjectRemark, ...] = ()

    @property
    def head(self) -> str:
        """What is repeated on each page: `3.5 Lånepulje til botilbud`."""
        return " ".join(filter(None, (self.item.strip(), self.title.strip())))
