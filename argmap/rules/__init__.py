"""What a good map must show: rules, one family a file, and the findings they lead to."""
