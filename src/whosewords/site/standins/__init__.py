"""What stands in a browser's Python where another package asks for something that is not there or not wanted.

Each file is a top-level module of the site's Python. None of them is imported on a computer.
"""
