"""The boxes over the screen: menus, short texts, lists to search in, longer texts to read."""
