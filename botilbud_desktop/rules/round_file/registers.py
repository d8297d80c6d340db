"""What is doubtful in a register of municipalities: where it differs from the one that ships with the program."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.rules.round_file.gap import Gap


def register_gaps(register: Sequence[Municipality], known: Sequence[Municipality]) -> Iterator[Gap]:
    """Yields the municipalities that one of the two lacks, and those that are called otherwise.

    Regions are no doubt: a new register is made because they change.
    """
    here, there = ({one.code: one for one in each} for each in (register, known))
    for code, one in here.items():
        if code not in there:
            yield Gap(f"kommune {code}", f"programmets egen inddeling har ikke nummeret {code} ({one.name})")
        elif there[code].name != one.name:
            yield Gap(f"kommune {code}", f"kommunen hedder {there[code].name} i programmets egen inddeling")
    for code, one in there.items():
        if code not in here:
            yield Gap(f"kommune {code}", f"{one.name} mangler. Kladder fra den kommune kan ikke åbnes i deres skema")
