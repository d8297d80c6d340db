"""Criterion 3: the expansion is carried out by the round's last date."""

from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.criteria.judgement import Judgement, met, missing, needs_assessment, not_met
from botilbud_desktop.rules.subject import Subject

_FIELD = "completion_date"


def judge_completion(subject: Subject) -> Judgement:
    """Judges the completion date: the last date itself is in time.

    What is done before the round's years must be judged.
    """
    completion, last = subject.project.completion_date, subject.round.last_day
    first_year = subject.round.years[0]
    if completion is None:
        return missing(f"Angiv, hvornår projektet afsluttes. Det skal være senest den {format_date(last)}.", _FIELD)
    done = f"Projektet afsluttes den {format_date(completion)}"
    if completion > last:
        return not_met(f"{done}. Det er efter fristen den {format_date(last)}.", _FIELD)
    if completion.year < first_year:
        return needs_assessment(
            f"{done}. Det er før {first_year}. Vurdér, om puljen dækker det, der er færdigt før dens første år.",
            _FIELD,
        )
    return met(f"{done}. Fristen er den {format_date(last)}.", _FIELD)
