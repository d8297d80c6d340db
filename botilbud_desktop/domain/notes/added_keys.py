"""The keys that version 2 of the draft file added. They are written only where they are filled in."""

ADDED_TO_APPLICATION = ("document_number", "cover_note", "judged_contents", "inserted_facts", "comments")
"""Those of the application itself, in their order; `lineage` stands before them."""

ADDED_IN_VERSION_2 = frozenset(
    (
        *ADDED_TO_APPLICATION,
        "projects[].purpose",
        "projects[].target_group",
        "projects[].economy_note",
        "projects[].milestones",
        "projects[].partners",
        "projects[].capacity_today",
        "projects[].places[].stay",
        "projects[].daily_rates[].when",
        "projects[].daily_rates[].provider",
    )
)
"""The paths of all of them, as forms write paths. They are for colleagues: no paper for the ministry shows them."""
