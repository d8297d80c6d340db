"""A loan told for one year alone is the whole of it where the table has none in the other years."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.rules.description.contents.loan_by_year import NO_LOAN, SUM

type Loans = Mapping[str, int | None]
"""The loan of one project by year, in 1.000 kr., as the table has it; None where it is not filled in."""


def complete_by_table(
    given: frozenset[str], project: int, years: tuple[int, ...], loans: Sequence[Loans]
) -> frozenset[str]:
    """Returns what is given of a project's loan, with the years in which the table says that there is none."""
    keys = frozenset(map(str, years))
    if NO_LOAN in given and project < len(loans) and all(loans[project].get(year) == 0 for year in keys):
        return given | keys | {SUM}
    if SUM not in given or not given & keys or project >= len(loans):
        return given
    amounts = loans[project]
    told = given & keys
    if not any(amounts.get(year) for year in told):
        return given
    return given | {year for year in keys - told if not amounts.get(year)}
