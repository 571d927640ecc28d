"""The argument itself: claims, steps, sources and maps as values, and the edits of them."""
