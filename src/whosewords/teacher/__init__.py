"""What a teacher sees of a class: its work files collected, counted and written down."""
