"""The texts, and the door that they come in by."""
