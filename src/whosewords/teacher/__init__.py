"""What is for a teacher: a class's work files collected, counted and written down, and the teacher's book."""
