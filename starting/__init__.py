"""What start.py does, each matter in a file of its own. Nothing here needs more than Python itself."""
