"""The window, its pages and widgets. Qt lives here and nowhere else."""
