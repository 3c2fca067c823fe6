"""The exact search: its units, their normal text, and the two stores that the browser reads."""
