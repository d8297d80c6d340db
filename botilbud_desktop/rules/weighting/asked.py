"""What a topic is asked with: one project, the application around it, and the words that belong to the topic."""

from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.weighting.evidence import quotations
from botilbud_desktop.rules.weighting.results import Gap
from botilbud_desktop.rules.wording import all_of

DESCRIPTION = "description"


class Asked(NamedTuple):
    """One project of an application, and a topic's words."""

    application: Application
    project: Project
    project_index: int
    round: Round
    words: tuple[str, ...]

    def gap(self, name: str, message: str) -> Gap:
        """Returns what is missing in the project's field `name`."""
        return Gap(f"{project_path(self.project_index)}.{name}", message)

    def quoted(self) -> tuple[str, ...]:
        """Returns sentences that quote what may be about the topic, from both descriptions."""
        is_shared = len(self.application.projects) > 1
        whole = "Den samlede beskrivelse, som gælder alle projekterne," if is_shared else "Den samlede beskrivelse"
        sources = (
            (whole, self.application.description),
            ("Projektets egen beskrivelse", self.project.description),
        )
        return tuple(
            f"{source} siger måske noget om det: {all_of(found)}"
            for source, text in sources
            if (found := quotations(text, self.words))
        )

    def not_told(self, field: str, subject: str, pronoun: str) -> tuple[Gap, ...]:
        """Returns a gap when no word of the topic is in the overall description, and the form lacks the field."""
        if quotations(self.application.description, self.words):
            return ()
        return self.not_found(field, f"noget om {subject}", pronoun)

    def not_found(self, field: str, what: str, pronoun: str) -> tuple[Gap, ...]:
        """Returns the gap of something that only the overall description can tell; none where the form asks for it."""
        asked = self.round.field(f"projects[].{field}")
        if asked is not None and asked.column:
            return ()
        where = "i den samlede beskrivelse, og skemaet har intet felt til"
        return (Gap(DESCRIPTION, f"Programmet har ikke fundet {what} {where} {pronoun}."),)
