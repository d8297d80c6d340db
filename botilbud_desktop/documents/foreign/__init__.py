"""Reads PDFs of others (minutes of meetings, agreements), so that their pages can be drawn in our own documents."""
