"""What is for teachers alone: the work of a class, and the book."""
