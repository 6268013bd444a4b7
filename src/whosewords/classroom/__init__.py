"""What is asked and answered, and what is kept of it: without widgets, so that it works anywhere."""
