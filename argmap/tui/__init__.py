"""The terminal editor: maps edited as fast as one thinks, with the keyboard or the mouse."""
