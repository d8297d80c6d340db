"""The user's settings: read tolerantly, one by one, so that they never keep the program from starting."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, ValidationError

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.values.whole_number import OnlyInt
from botilbud_desktop.storage.json.state_file import StateFile, read_values, write_state
from botilbud_desktop.storage.paths import OwnFile

SETTINGS_FILE = OwnFile.SETTINGS
LONGEST_NAME = 120
"""Maximum characters of a name and of a department."""
LONGEST_FOLDER = 4_000
"""Maximum characters of the path of a folder."""
SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""The range of the text size, in per cent of the system's."""
_BETWEEN = ", "

RoundTo = Annotated[Literal[1, 10, 100, 1000], OnlyInt]
"""A step in 1.000 kr."""

_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"
"""Text on one line, without control characters or characters that change the text direction."""
_Name = Annotated[str, Field(max_length=LONGEST_NAME, pattern=_LINE)]
_Folder = Annotated[str, Field(max_length=LONGEST_FOLDER, pattern=_LINE)]


class Settings(StateFile):
    """What the user has chosen."""

    approver_name: _Name = ""
    """The name suggested for the next approval."""
    department: _Name = ""
    """Where the approver works; it follows the name."""
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100
    """In per cent of the system's text size."""
    theme: Annotated[str, Field(max_length=40, pattern=r"^[a-z-]*$")] = "system"
    """The name of a theme; an unknown one counts as the system's."""
    drafts_folder: _Folder = ""
    """Where file dialogs start and new drafts are proposed; "" for the user's documents."""
    receipts_folder: _Folder = ""
    """Where the receipt of each approval is kept; "" for the program's own folder."""
    round_to: RoundTo = 1
    """How the lines of a new cost plan are rounded."""
    spelling: Annotated[bool, Field(strict=True)] = True
    """Whether words that no dictionary has are marked."""

    @property
    def approver(self) -> str:
        """The approver suggested for the next approval: name and department, as far as they are known."""
        return _BETWEEN.join(part for part in (self.approver_name, self.department) if part)

    def remembering(self, approver: str) -> "Settings":
        """Returns the settings that suggest `approver` the next time; unchanged if it cannot be kept (see `is_name`).

        The text after the first comma is the department.
        """
        name, _, department = approver.strip().partition(_BETWEEN)
        if approver.strip() == self.approver:
            return self
        changed = replace(self, approver_name=name.strip(), department=department.strip())
        return changed if is_name(changed.approver_name) and is_name(changed.department) else self


type DecidedValue = str | bool


class Decided(NamedTuple):
    """What the IT department has decided on this computer (`storage/policy`): it goes before the user's choice."""

    values: Mapping[str, DecidedValue] = MappingProxyType({})
    """By what they decide: keys of `Settings`, or what the user has no say in."""
    refused: Mapping[str, str] = MappingProxyType({})
    """What was decided in a way that cannot be used, with the reason as a Danish clause: it is as if undecided."""
    is_unreadable: bool = False
    """Whether something may be decided that cannot be read."""

    def over(self, own: Settings) -> Settings:
        """Returns the settings in effect for a user whose own choices are `own`."""
        return self._with(own, self.values)

    def under(self, chosen: Settings, own: Settings) -> Settings:
        """Returns the choices to keep when `chosen` is in effect: of what is decided, those of `own`."""
        return self._with(chosen, own.__dict__)

    def _with(self, settings: Settings, values: Mapping[str, Any]) -> Settings:
        decided = {name: values[name] for name in self.values if name in Settings.model_fields}
        return replace(settings, **decided) if decided else settings

    def path(self, name: str) -> Path | None:
        """Returns the folder or file that is decided; None when it is not."""
        value = self.values.get(name)
        return Path(value) if isinstance(value, str) else None

    @property
    def keeps_versions(self) -> bool:
        """Whether earlier versions of drafts are kept on this computer."""
        return self.values.get("keeps_versions") is not False


NOTHING_DECIDED = Decided()


def is_name(text: str) -> bool:
    """Whether `text` can be kept as a name or a department: one line of at most `LONGEST_NAME` characters."""
    return _is_setting(approver_name=text)


def is_folder(text: str) -> bool:
    """Whether `text` can be kept as the path of a folder. The drive is not accessed."""
    return _is_setting(drafts_folder=text)


def read_settings(config_folder: Path) -> Settings:
    """Returns the settings; the defaults when there are none or the file is broken (it is then set aside).

    A single value of the wrong type or out of range is ignored, and the others are used. Folders are not accessed.
    """
    return _settings_of(read_values(config_folder / SETTINGS_FILE))


def write_settings(config_folder: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        SaveFailedError: they could not be written.
    """
    write_state(config_folder / SETTINGS_FILE, settings)


def _settings_of(values: dict[str, Any]) -> Settings:
    if not values:
        return Settings.model_construct()  # the checks need not be built for them
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        misfits = {misfit["loc"][0] for misfit in error.errors(include_url=False, include_input=False)}
    return Settings.model_validate({name: value for name, value in values.items() if name not in misfits})


def _is_setting(**values: str) -> bool:
    try:
        Settings.model_validate(values)
    except ValidationError:
        return False
    return True
