"""The three ways to place boxes: Graphviz in WebAssembly, the program `dot`, our own tidy tree."""
