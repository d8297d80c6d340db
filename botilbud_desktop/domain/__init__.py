"""The application: models, counting, amounts and the editor. No Qt, no files, no clock."""
