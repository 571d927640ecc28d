"""YAML text to map and back: reader, shape, splices, history, files and format."""
