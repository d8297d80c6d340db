"""The environment of the commands: the output, the clock, and the folders of the shipped files."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from botilbud_desktop.cli.console import Console
from botilbud_desktop.storage.rounds.form_folder import FormFolder, no_folders
from botilbud_desktop.storage.rounds.form_library import FormLibrary


class Context:
    """The environment of one command."""

    def __init__(
        self,
        console: Console,
        now: Callable[[], datetime],
        forms: Path,
        resources: Path,
        agendas: Callable[[], Path],
        added_folders: Callable[[], Sequence[FormFolder]] = no_folders,
    ) -> None:
        """`now` returns the local time with its time zone, `added_folders` those of rounds besides the shipped ones.

        `agendas` returns the folder of the agendas that the window keeps.
        """
        self.console = console
        self.now = now
        self.forms = forms
        self.resources = resources
        self.agendas = agendas
        self.added_folders = added_folders

    @cached_property
    def library(self) -> FormLibrary:
        """The forms of the rounds."""
        return FormLibrary(self.forms, self.added_folders)

    @property
    def today(self) -> date:
        """The local date."""
        return self.now().date()
