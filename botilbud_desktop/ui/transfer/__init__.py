"""The transfer to the web form: what is done, and the panel beside the browser. Loaded when it is first needed."""
