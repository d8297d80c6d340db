"""The folded parts of the pages: more about the places, more about the rates, and what is for colleagues."""

from collections.abc import Sequence

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.fields.optional.section import OptionalField, OptionalSection

_TEXTS = (
    ("purpose", "formål"),
    ("target_group", "målgruppe"),
    ("economy_note", "bemærkning om økonomi"),
)


def more_about_places(controller: DraftController, project: FieldPath) -> OptionalSection:
    """Returns the part with respite, and the places of today with the growth that the project gives."""

    def make() -> Sequence[RenderedWidget]:
        from botilbud_desktop.ui.fields.optional.growth_text import GrowthText
        from botilbud_desktop.ui.fields.optional.note_rows import CapacityRows
        from botilbud_desktop.ui.fields.optional.row_choices import StayChoices
        from botilbud_desktop.ui.fields.optional.titled import TitledRows

        return (
            StayChoices(controller, project / "places"),
            TitledRows(CapacityRows(controller, project / "capacity_today"), below=GrowthText(project)),
        )

    fields = (
        OptionalField(project / "places", "fast plads eller aflastning", ("stay",)),
        OptionalField(project / "capacity_today", "pladser i dag"),
    )
    return OptionalSection(f"{project.object_name}.capacity_today.part", "Mere om pladserne (frivilligt)", fields, make)


def more_about_rates(controller: DraftController, project: FieldPath) -> OptionalSection:
    """Returns the part with what kind each daily rate is of."""

    def make() -> Sequence[RenderedWidget]:
        from botilbud_desktop.ui.fields.optional.row_choices import RateChoices

        return (RateChoices(controller, project / "daily_rates"),)

    fields = (OptionalField(project / "daily_rates", "slags takst", ("when", "provider")),)
    return OptionalSection(f"{project.object_name}.daily_rates.part", "Mere om taksterne (frivilligt)", fields, make)


def project_notes(controller: DraftController, project: FieldPath) -> OptionalSection:
    """Returns the part with what colleagues note about a project, as far as the form's table has no column for it."""

    def make() -> Sequence[RenderedWidget]:
        from botilbud_desktop.ui.fields.optional.note_rows import MilestoneRows
        from botilbud_desktop.ui.fields.optional.partners_field import PartnersField
        from botilbud_desktop.ui.fields.optional.titled import TitledRows
        from botilbud_desktop.ui.fields.text.text_field import TextField

        return (
            *(TextField(controller, field.path, lines=3) for field in texts),
            TitledRows(MilestoneRows(controller, project / "milestones")),
            PartnersField(controller, project / "partners"),
        )

    texts = [
        OptionalField(project / name, words) for name, words in _TEXTS if not _is_column(controller, project / name)
    ]
    fields = (
        *texts,
        OptionalField(project / "milestones", "milepæle"),
        OptionalField(project / "partners", "andre kommuner"),
    )
    return OptionalSection(f"{project.object_name}.milestones.part", "Til kolleger (frivilligt)", fields, make)


def _is_column(controller: DraftController, path: FieldPath) -> bool:
    field = controller.round.field(path.form_path)
    return field is not None and bool(field.column)


def cover_note(controller: DraftController) -> OptionalSection:
    """Returns the part with the municipality's note to the KKR."""
    note = field_path("cover_note")

    def make() -> Sequence[RenderedWidget]:
        from botilbud_desktop.ui.fields.line_field import LineField
        from botilbud_desktop.ui.fields.optional.titled import SideBySide
        from botilbud_desktop.ui.fields.text.text_field import TextField
        from botilbud_desktop.ui.fields.value_format import TEXT

        lines = [LineField(controller, note / name, TEXT) for name in ("to", "copy_to", "from")]
        return (SideBySide(lines), TextField(controller, note / "text", lines=6))

    return OptionalSection("cover_note.part", "Notat til KKR (frivilligt)", (OptionalField(note, "notatet"),), make)
