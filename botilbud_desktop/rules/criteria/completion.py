"""Criterion 3: the expansion is carried out by the round's last date."""

from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.criteria.judgement import Judgement, met, missing, not_met
from botilbud_desktop.rules.subject import Subject


def judge_completion(subject: Subject) -> Judgement:
    """Judges criterion 3. The last date itself is in time."""
    completion, last = subject.project.completion_date, subject.round.thresholds.last_completion_date
    if completion is None:
        return missing(f"Angiv, hvornår projektet bliver afsluttet: senest {format_date(last)}.", "completion_date")
    if completion > last:
        return not_met(
            f"Projektet bliver afsluttet {format_date(completion)}, og det er efter {format_date(last)}.",
            "completion_date",
        )
    return met(
        f"Projektet bliver afsluttet {format_date(completion)}, og fristen er {format_date(last)}.",
        "completion_date",
    )
