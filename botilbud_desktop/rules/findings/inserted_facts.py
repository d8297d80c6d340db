"""A warning about each sentence from the table that stands in the description and that the table no longer bears."""

from collections.abc import Iterable, Iterator

from botilbud_desktop.rules.findings.making import warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.text_results import StaleFact


def stale_findings(stale: Iterable[StaleFact]) -> Iterator[Finding]:
    """Yields one warning for each sentence, however often it stands in the text; its field is the sentence's entry."""
    for fact in {fact.row: fact for fact in stale}.values():
        about = f"Sætningen om {fact.about}"
        if fact.made:
            said = f"{about} er ændret i tabellen, men ikke i beskrivelsen: forny den, eller behold den."
        else:
            said = f"{about} står i beskrivelsen, men ikke længere i tabellen: ret den, eller behold den."
        yield warning("description.fact_stale", f"inserted_facts[{fact.row}]", said)
