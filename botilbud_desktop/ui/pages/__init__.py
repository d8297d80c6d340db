"""The pages: one for each step of the ministry's form, all rendered from the draft's view."""
