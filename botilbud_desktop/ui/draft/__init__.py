"""The open draft: its controller, and how it is opened, saved, recovered and closed."""
