"""`python -m argmap`: the same as the command `argmap`."""

from argmap.cli.main import entry_point

if __name__ == "__main__":
    entry_point()
