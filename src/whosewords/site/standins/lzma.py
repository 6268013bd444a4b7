"""Stands where nupunkt imports lzma for models in .xz files: it ships none, its model is a .gz."""


class LZMAError(Exception):
    """What reading an .xz file raises."""
