"""Every speed ratio that the docs claim, measured side by side in one run."""
