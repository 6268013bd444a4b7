"""Pure counts over words: words or a table in, new values out. No verdicts, no memory, no network."""
