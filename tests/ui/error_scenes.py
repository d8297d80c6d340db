"""For each test that injects errors: the modules and packages of `ui` into which it injects them."""

_START_PAGE = (
    *("window.start_page", "window.recent_list", "window.recent_looks", "window.recent_watch"),
    *("window.tile", "widgets.primary_button"),
)
SCENES = {
    "test_on_the_start_page": ("commands", "main_window", "window.draft_window", *_START_PAGE),
    "test_on_every_page_of_a_draft": (
        *("draft.controller", "pages", "platform.enter_key", "style", "widgets.link_button", "workbench.workbench"),
        *("widgets.link_row", "widgets.button_grid"),
        *("workbench.place_watcher", "workbench.undo_notice"),
        *("fields.suggestion_links", "widgets.disclosure", "widgets.searched_list"),
        *("workspace", "fields.calendar_popup", "fields.choice_field", "fields.cost_lines_rows"),
        *("fields.cost_plan_section", "fields.date_field", "fields.field", "fields.field_row", "fields.inputs"),
        *("fields.line_field", "fields.places_rows", "fields.rates_rows", "fields.rows", "fields.year_split"),
        *("fields.text.text_field", "fields.text.text_input"),
    ),
    "test_in_what_screen_readers_are_told": ("widgets.announcing", "widgets.heard"),
    "test_in_what_is_for_colleagues": ("fields.optional",),
    "test_in_a_draft_that_is_too_large_for_the_form": ("repair",),
    "test_in_rounds_and_in_a_draft_whose_round_is_missing": ("rounds",),
    "test_in_documents_of_an_approved_draft": (
        *("printing.document_saving", "widgets.notice_bar", "widgets.status_badge"),
    ),
    "test_while_a_draft_is_kept_and_a_lost_one_is_offered": (
        *("draft.housekeeping", "draft.manager", "draft.recovery", "draft.temporary_place", "draft.text_comparing"),
        *("draft.saving.file_saver", "draft.saving.journal_saver", "draft.saving.save_jobs"),
        *("draft.saving.save_service", "platform.background"),
    ),
    "test_in_a_draft_whose_round_was_changed": ("draft.saving.round_watch",),
    "test_in_attachments": ("attachments",),
    "test_in_comments": ("comments", "pages.comment_overview", "workbench.commenting"),
    "test_while_somebody_else_has_the_draft_open": ("draft.lock_watcher", "workbench.locked_answers"),
    "test_in_what_the_program_has_beside_its_window": (
        *("app", "platform.error_reporter", "platform.garbage_collection", "platform.one_instance", "sending"),
        "window.reopening",
    ),
    "test_in_a_comparison": ("comparing", "platform.screen_fit"),
    "test_in_a_merge": ("merging",),
    "test_in_earlier_versions": (
        *("widgets.button_row", "widgets.stacking"),
        *("versions.version_item", "versions.version_list", "versions.version_view", "versions.versions_dialog"),
        "widgets.radio_button",
    ),
    "test_when_a_file_is_gone": ("versions.lost_dialog", "window.rescue"),
    "test_in_what_ties_dialogs_to_the_draft": ("workbench.comparisons",),
    "test_in_the_transfer": ("transfer", "workbench.transferring", "platform.copying", "widgets.tick_box"),
    "test_in_writing": (
        *(
            "writing",
            "widgets.bounded_part",
            "fields.text.count_announcer",
            "fields.text.counts_popup",
            "fields.text.paste_notice",
        ),
        *("fields.text.trouble_list",),
    ),
    "test_in_help_with_a_text": ("text_help",),
    "test_in_what_a_text_says_otherwise_than_the_form": (
        *("fields.text.contradicted", "fields.text.contradiction_list", "fields.text.passages"),
    ),
    "test_in_sentences_from_the_table": ("facts", "pages.contents"),
    "test_in_spelling": ("spelling",),
    "test_in_vis_and_printing": (
        *(
            "preview",
            "printing.document_printing",
            "printing.print_dialog",
            "printing.print_job",
            "workbench.previewing",
        ),
    ),
    "test_in_earlier_receipts": ("printing.receipts_dialog",),
    "test_in_the_guide_the_log_and_about": ("help",),
    "test_in_a_draft_from_an_earlier_one": ("carrying",),
    "test_in_collected_drafts": (
        *("collecting.collecting", "collecting.collection_window", "collecting.particulars_page"),
        *(
            "collecting.reading_pane",
            "collecting.changed_drafts",
            "collecting.gathered",
            "collecting.summary",
            "collecting.table",
        ),
    ),
    "test_in_the_agenda_of_collected_drafts": ("collecting.agenda",),
    "test_in_the_settings": ("settings",),
    "test_in_a_document_that_is_fetched": ("document_import", "workbench.document_importing", "window.dropping"),
    "test_in_a_table_that_is_imported": (
        "table_import",
        "workbench.importing",
        "widgets.tick_delegate",
        "widgets.tall_rows",
    ),
}
