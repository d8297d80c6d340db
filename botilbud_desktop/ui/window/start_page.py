"""The start page: create or open a draft, recent drafts, examples, and whether the round is open today."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.choice_wording import NOT_CHOSEN
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.rules.findings.window import window_findings
from botilbud_desktop.storage.draft.examples import ExampleDraft
from botilbud_desktop.ui.draft.recent_drafts import RecentDraft, RecentDrafts
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.cards import CardColumn
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.quiet_bar import use_quiet_bar
from botilbud_desktop.ui.style.spacing import COLUMN_WIDTH, GAP, HALF, PAGE_MARGIN, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import heading, plain_label, set_bold, set_text_colour, subheading
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.primary_button import ActionButton
from botilbud_desktop.ui.widgets.stacking import Stacking
from botilbud_desktop.ui.widgets.tab_order import order_tabs
from botilbud_desktop.ui.window.recent_list import RecentList
from botilbud_desktop.ui.window.tile import Tile

if TYPE_CHECKING:
    from botilbud_desktop.ui.window.recent_watch import RecentWatch


TITLE = "Ansøgning til lånepuljen til botilbud"


class StartPage(QScrollArea):
    """The page that is shown while no draft is open."""

    new_asked = Signal(str, object)
    """A new draft: the round's id, and the municipality's code or None."""
    carry_asked = Signal()
    """A new draft from an earlier one."""
    open_asked = Signal()
    collect_asked = Signal()
    """The drafts of several municipalities are to be seen in one table."""
    recent_asked = Signal(object)
    """The `Path` of a recent draft."""
    versions_asked = Signal()
    """The user wants to see the earlier versions of drafts whose files are gone."""
    example_asked = Signal(object)
    """The `ExampleDraft` to open a copy of."""
    recent_watch: "RecentWatch | None" = None
    """Made once the page is painted; here, since Qt sends events while the page is built."""

    def __init__(
        self, rounds: Sequence[Round], examples: Sequence[ExampleDraft], clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.setObjectName("page.start")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        use_quiet_bar(self, is_always_there=True)
        self._rounds = list(rounds)
        self._clock = clock
        self.recent = RecentList(self._round_of, clock)
        self.recent.chosen.connect(self.recent_asked)
        self._is_round_chosen = False
        self.notice = NoticeBar()
        self.setAccessibleName(TITLE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # not by Tab: what is on it passes scroll keys on
        self.window_state = plain_label("")
        set_text_colour(self.window_state, quiet_colour(self.palette()))
        content = self._cards = CardColumn(top=PAGE_MARGIN)
        content.setMaximumWidth(COLUMN_WIDTH + 2 * PAGE_MARGIN)
        self._column = content.begin_open()
        self._column.addWidget(heading(TITLE))
        self._column.addWidget(
            plain_label(
                "Skriv ansøgningen her, mens webformularen er lukket. Programmet tæller tegn og holder tallene op mod "
                "kriterierne. Alt bliver på din computer eller det drev, du selv gemmer på."
            )
        )
        self._column.addWidget(self.window_state)
        self._build_new()
        self._show_window()
        self._build_open()
        self._build_examples(examples)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(content, 100)
        centred.addStretch(1)
        outer = QWidget()
        rows = QVBoxLayout(outer)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.notice)
        rows.addLayout(centred, 1)
        self.setWidget(outer)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.recent_watch is None or event.type() != QEvent.Type.ActivationChange:
            return  # first what costs nothing before the page is painted
        if self.isActiveWindow() and self.isVisible():
            self.recent_watch.come_back()

    def show_recent(self, drafts: Sequence[RecentDraft] | None) -> None:
        """List the recent drafts with what was known of them; their files are not read. None: they are not known."""
        self.recent.show_drafts(drafts)
        order_tabs(self)

    def look_at(self, recent: RecentDrafts) -> None:
        """Look at the recent drafts, now and each time when the user comes back."""
        if self.recent_watch is None:
            from botilbud_desktop.ui.window.recent_watch import RecentWatch

            self.recent_watch = RecentWatch(self.recent, recent, self)
        self.recent_watch.look()

    def _show_window(self) -> None:
        """Show whether applications for the chosen round can be submitted today."""
        now = self._clock()
        findings = window_findings(self.chosen_round, now.date(), now)
        sentence = " ".join(finding.message for finding in findings)
        self.window_state.setText(f"{sentence} Du kan altid skrive kladder.")

    def show_rounds(self, rounds: Sequence[Round]) -> None:
        """Offer these rounds for a new draft, the first one unless the user has chosen another."""
        if list(rounds) == self._rounds:
            return
        chosen = self.chosen_round.id if self._is_round_chosen else ""
        self._rounds = list(rounds)
        ids = [round_.id for round_ in rounds]
        self.round.blockSignals(True)
        self.round.clear()
        self.round.addItems([round_.short_title for round_ in rounds])
        self.round.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self.round.blockSignals(False)
        self._fill_municipalities()
        self._show_window()

    @property
    def chosen_round(self) -> Round:
        """The round of a new draft."""
        return self._rounds[self.round.currentIndex()]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The page keeps the focus while it is hidden, until the draft takes it: nothing else is to be read."""
        return not self.isVisible() or super().focusNextPrevChild(forward)

    def focus_first(self) -> None:
        """Focus the municipality, where most users start."""
        focus_visibly(self.municipality)

    def _build_new(self) -> None:
        self._begin_card(subheading("Ny kladde"))
        self.round = ChoiceInput()
        self.round.setObjectName("start.round")
        self.round.addItems([round_.short_title for round_ in self._rounds])
        self.municipality = ChoiceInput()
        self.municipality.setObjectName("start.municipality")
        self.municipality.setMaxVisibleItems(16)
        self.round.currentIndexChanged.connect(self._on_round_changed)
        self._fill_municipalities()
        create = ActionButton("Opret kladde", is_primary=True)
        create.setObjectName("start.create")
        create.setIcon(icon("add", self.palette().buttonText().color()))
        create.clicked.connect(self._on_create)
        row = Stacking()
        row.setSpacing(GAP)
        for words, field in (("Ansøgningsrunde", self.round), ("Kommune", self.municipality)):
            label = plain_label(words, wrap=False)
            set_bold(label)
            label.setBuddy(field)
            field.setAccessibleName(words)
            pair = QVBoxLayout()
            pair.setSpacing(HALF)
            pair.addWidget(label)
            pair.addWidget(field)
            row.take(pair, 1)
        row.take(create)
        row.setAlignment(create, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(row)
        carry = LinkButton("Ny kladde ud fra en tidligere …")
        carry.setObjectName("start.carry")
        carry.clicked.connect(self.carry_asked)
        self._column.addWidget(carry, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_open(self) -> None:
        title = subheading("Åbn en kladde")
        self._begin_card(title)
        button = ActionButton("Åbn …")
        button.setObjectName("start.open")
        button.setIcon(icon("folder", self.palette().buttonText().color()))
        button.clicked.connect(self.open_asked)
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(button)
        self._column.addLayout(top)
        self._column.addLayout(self.recent)
        versions = LinkButton("Tidligere versioner af kladder, der er væk …")
        versions.setObjectName("start.versions")
        versions.clicked.connect(self.versions_asked)
        collect = LinkButton("Saml ansøgninger fra flere kommuner …")
        collect.setObjectName("start.collect")
        collect.clicked.connect(self.collect_asked)
        for link in (versions, collect):
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_examples(self, examples: Sequence[ExampleDraft]) -> None:
        self._begin_card(subheading("Eksempler"))
        note = plain_label("To kommuners udkast fra 2024. Du får en kopi, som du kan rette i.")
        set_text_colour(note, quiet_colour(self.palette()))
        self._column.addWidget(note)
        self._examples = {example.title: example for example in examples}
        tiles = QHBoxLayout()
        tiles.setSpacing(UNIT)
        self._column.addLayout(tiles)
        for example in examples:
            link = LinkButton(example.title)
            link.setObjectName(f"start.example.{example.path.stem}")
            link.clicked.connect(self._on_example)
            tiles.addWidget(Tile("document", link), 1)

    def _begin_card(self, title: QLabel) -> None:
        self._column = self._cards.begin_card(has_heading=True)
        self._column.setSpacing(UNIT)
        self._column.addWidget(title)

    def _on_round_changed(self) -> None:
        self._is_round_chosen = True
        self._fill_municipalities()
        self._show_window()

    def _fill_municipalities(self) -> None:
        """List the municipalities of the round; the one that was chosen stays."""
        chosen = self.municipality.currentData()
        self.municipality.clear()
        self.municipality.addItem(NOT_CHOSEN, None)
        for known in sorted(self.chosen_round.municipalities, key=lambda known: danish_key(known.official_name)):
            self.municipality.addItem(known.official_name, known.code)
        self.municipality.setCurrentIndex(max(self.municipality.findData(chosen), 0))

    def _round_of(self, round_id: str) -> Round | None:
        return next((round_ for round_ in self._rounds if round_.id == round_id), None)

    def _on_create(self) -> None:
        self.new_asked.emit(self.chosen_round.id, self.municipality.currentData())

    def _on_example(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.example_asked.emit(self._examples[link.words()])
