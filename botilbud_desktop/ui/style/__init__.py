"""Appearance: spacing, text sizes, states and their colours, icons, and plain-text labels."""
