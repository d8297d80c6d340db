"""What a draft holds for colleagues: a note, comments, milestones, and what was judged by hand."""
