"""How things look: findings, charts, tables, hits, the reading view. Nothing is measured here."""
