"""What the editor keeps outside of the maps: settings, recent maps, and unsaved texts in need."""
