"""What the user is doing, as values: open maps, cursor, history, clipboard, and edits of them."""
