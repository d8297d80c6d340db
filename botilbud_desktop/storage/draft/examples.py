"""The example drafts that ship with the program. Opening one makes a copy of it."""

from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.paths import resources_folder


class ExampleDraft(NamedTuple):
    """An example and its title on the start page."""

    title: str
    path: Path


def example_drafts(resources: Path | None = None) -> tuple[ExampleDraft, ...]:
    """Returns the examples in `resources`, by default in the program's own resources."""
    folder = (resources_folder() if resources is None else resources) / "examples"
    return (
        ExampleDraft("Aalborg Kommune: 19 botilbudspladser og 9 fritliggende boliger", folder / "aalborg.botilbud"),
        ExampleDraft("Thisted Kommune: 50 boliger, heraf 8 efter SEL §§ 107 og 108", folder / "thisted.botilbud"),
    )
