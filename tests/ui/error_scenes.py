"""Which test puts errors into the points of which modules and packages of the window."""

SCENES = {
    "test_on_the_start_page": ("commands", "main_window", "window"),
    "test_on_every_page_of_a_draft": (
        *("draft.controller", "fields", "pages", "platform.enter_key", "style", "widgets.link_button"),
        *("workbench.workbench", "workspace"),
    ),
    "test_in_documents_of_an_approved_draft": ("printing.document_saving", "widgets.notice_bar"),
    "test_while_a_draft_is_kept_and_a_lost_one_is_offered": (
        *("draft.file_saver", "draft.housekeeping", "draft.journal_saver", "draft.manager", "draft.recovery"),
        *("draft.save_service", "platform.background"),
    ),
    "test_while_somebody_else_has_the_draft_open": ("draft.lock_watcher",),
    "test_in_what_the_program_has_beside_its_window": (
        *("app", "platform.error_reporter", "platform.garbage_collection", "platform.one_instance"),
    ),
    "test_in_a_comparison": ("comparing",),
    "test_in_a_merge": ("merging",),
    "test_in_earlier_versions": ("versions",),
    "test_in_what_ties_dialogs_to_the_draft": ("workbench.comparisons",),
    "test_in_the_transfer": ("transfer", "workbench.transferring"),
    "test_in_writing": ("writing",),
    "test_in_vis_and_printing": ("preview", "printing", "workbench.previewing"),
    "test_in_the_guide_the_log_and_about": ("help",),
    "test_in_the_settings": ("settings",),
    "test_in_a_table_that_is_imported": ("table_import", "workbench.importing"),
}
