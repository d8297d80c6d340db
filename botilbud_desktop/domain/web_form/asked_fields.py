"""The fields of a draft that a ministry's form can ask for: single values that its papers and tables can show.

Lists such as the rows of places have no place in a form, and the internal notes never leave the municipality.
"""

import re

_IN_THE_TABLE = re.compile(
    r"projects\[\]\.(?:loan\.[0-9]{4}|expansion\.[0-9]{4}|name|share_for_others|completion_date|gross_construction_cost"
    r"|places_closed_elsewhere|building|coordination|coordination_note|preservation_reason|description|purpose"
    r"|target_group|economy_note)"
)
_OUTSIDE = re.compile(
    r"applicant\.municipality_code|case_number|document_number|description|contacts\.(?:names|phones|emails)"
    r"|cover_note\.(?:to|copy_to|text)"
)


def can_be_a_column(path: str) -> bool:
    """Whether the ministry's table of projects may have a column for the field."""
    return _IN_THE_TABLE.fullmatch(path) is not None


def can_be_asked(path: str) -> bool:
    """Whether a form may have words for the field, in the table or outside."""
    return can_be_a_column(path) or _OUTSIDE.fullmatch(path) is not None
