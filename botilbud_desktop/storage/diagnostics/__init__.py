"""The program's log, incident reports and crash records."""
