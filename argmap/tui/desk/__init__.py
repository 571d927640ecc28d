"""The editor's screen: the outline with its row editor, the panes beside it, and the bars."""
