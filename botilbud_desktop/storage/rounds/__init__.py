"""The application rounds (*ansøgningsrunder*) as files, with their municipalities."""
