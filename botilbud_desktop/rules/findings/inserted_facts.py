"""A warning about each sentence from the table that stands in the description and that the table no longer bears."""

from collections.abc import Iterable, Iterator

from botilbud_desktop.rules.findings.making import warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.text_results import StaleFact


def stale_findings(stale: Iterable[StaleFact]) -> Iterator[Finding]:
    """Yields one warning for each sentence, however often it stands in the text; its field is the sentence's entry."""
    for fact in {fact.row: fact for fact in stale}.values():
        said = f"Sætningen om {fact.about} i den samlede beskrivelse passer ikke længere med tabellen."
        deed = "Forny den" if fact.made else "Ret den"
        yield warning("description.fact_stale", f"inserted_facts[{fact.row}]", f"{said} {deed}, eller behold den.")
