"""Which test puts errors into the points of which modules and packages of the window."""

SCENES = {
    "test_on_the_start_page": ("commands", "start_page", "main_window"),
    "test_on_every_page_of_a_draft": (
        *("criteria_pane", "enter_key", "fields", "guidance_pane", "link_button", "look", "open_draft", "pages"),
        *("problem_notice", "session", "step_list", "workspace"),
    ),
    "test_in_documents_of_an_approved_draft": ("document_saving", "notice_bar"),
    "test_while_a_draft_is_kept_and_a_lost_one_is_offered": (
        *("background", "current_draft", "file_keeper", "journal_keeper", "recovery", "saving", "tidying"),
    ),
    "test_while_somebody_else_has_the_draft_open": ("reading_only",),
    "test_in_what_the_program_has_beside_its_window": ("app", "garbage", "mishap", "one_instance"),
    "test_in_a_comparison": ("comparing",),
    "test_in_a_merge": ("merging",),
    "test_in_earlier_versions": ("versions",),
    "test_in_what_ties_dialogs_to_the_draft": ("comparisons",),
    "test_in_the_transfer": ("transfer",),
    "test_in_writing": ("writing",),
    "test_in_vis_and_printing": ("preview", "printing"),
    "test_in_the_guide_the_log_and_about": ("help",),
    "test_in_the_settings": ("settings",),
    "test_in_a_table_that_is_imported": ("table_import",),
}
