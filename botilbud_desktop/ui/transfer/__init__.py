"""The transfer to the web form: its progress, and the panel beside the browser. Loaded when it is first needed."""
