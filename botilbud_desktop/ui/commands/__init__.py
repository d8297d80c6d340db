"""The commands of the window's menus, one module for each menu."""
