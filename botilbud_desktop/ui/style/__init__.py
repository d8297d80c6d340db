"""How things look: spacing, type sizes, states and their colours, icons, and labels of plain text."""
