"""What the IT department decides for a computer: read from the registry of Windows, or from a file of the machine."""
