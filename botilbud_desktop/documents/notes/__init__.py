"""What the papers for colleagues say, as blocks of text: the cover note, the form, and a note for each project."""
