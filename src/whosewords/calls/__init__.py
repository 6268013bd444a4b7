"""The analysis calls of a student, a module each: each dresses measures as a Finding, with its limits."""
