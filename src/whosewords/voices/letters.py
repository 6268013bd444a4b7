"""The letters of the voices, and what each of them means."""

VOICES = {
    "A": "author",
    "H": "headline or heading",
    "E": "host’s editor",
    "Q": "direct quotation",
    "I": "reported speech",
    "S": "scare quotes or irony",
    "B": "boilerplate",
}
