"""What an application is: models, counting, money and the editor. No Qt, no files, no clock of its own."""
