"""The main window: start page, menus, notices."""
