"""Geographic spread: the region of the applying municipality. The other applications decide what it is worth."""

from botilbud_desktop.rules.weighting.asked import Asked
from botilbud_desktop.rules.weighting.results import Answer, Gap


def region_answer(asked: Asked) -> Answer:
    """Returns region and KKR of the municipality."""
    municipality = asked.round.municipality(asked.application.applicant.municipality_code)
    if municipality is None:
        return Answer(missing=(Gap("applicant.municipality_code", "Vælg den kommune, der ansøger."),))
    return Answer(
        (f"{municipality.official_name} ligger i {municipality.region} ({municipality.kkr}).",),
        remark="Hvad det betyder, afhænger af de andre kommuners ansøgninger.",
    )
