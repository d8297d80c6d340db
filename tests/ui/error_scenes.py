"""Which test puts errors into the points of which modules and packages of the window."""

SCENES = {
    "test_on_the_start_page": ("commands", "start_page", "main_window", "window.draft_window"),
    "test_on_every_page_of_a_draft": (
        *("criteria_pane", "enter_key", "fields", "guidance_pane", "link_button", "look", "draft.workbench", "pages"),
        *("problem_notice", "draft.controller", "step_list", "workspace"),
    ),
    "test_in_documents_of_an_approved_draft": ("document_saving", "notice_bar"),
    "test_while_a_draft_is_kept_and_a_lost_one_is_offered": (
        *("background", "draft.file_saver", "draft.housekeeping", "draft.journal_saver", "draft.manager"),
        *("draft.recovery", "draft.save_service"),
    ),
    "test_while_somebody_else_has_the_draft_open": ("draft.lock_watcher",),
    "test_in_what_the_program_has_beside_its_window": ("app", "garbage", "mishap", "one_instance"),
    "test_in_a_comparison": ("comparing",),
    "test_in_a_merge": ("merging",),
    "test_in_earlier_versions": ("versions",),
    "test_in_what_ties_dialogs_to_the_draft": ("draft.comparisons",),
    "test_in_the_transfer": ("transfer",),
    "test_in_writing": ("writing",),
    "test_in_vis_and_printing": ("preview", "printing"),
    "test_in_the_guide_the_log_and_about": ("help",),
    "test_in_the_settings": ("settings",),
    "test_in_a_table_that_is_imported": ("table_import",),
}
