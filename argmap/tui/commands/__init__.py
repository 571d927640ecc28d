"""The commands of the editor, each declared once: keys, footer, palette and help follow from it."""
