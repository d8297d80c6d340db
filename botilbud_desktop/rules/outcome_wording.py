"""Danish wording for outcomes."""

from botilbud_desktop.rules.results import Outcome

OUTCOMES = {
    Outcome.MET: "Opfyldt",
    Outcome.NOT_MET: "Ikke opfyldt",
    Outcome.NEEDS_ASSESSMENT: "Kræver vurdering",
    Outcome.MISSING_INFORMATION: "Mangler oplysninger",
}
