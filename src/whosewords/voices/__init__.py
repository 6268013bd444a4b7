"""Who speaks in each stretch of a text: seven voices.

A author · H headline or heading · E host’s editor · Q direct quotation · I reported speech · S scare quotes
or irony · B boilerplate. The quotation marks belong to Q and S; the words around them (`she said`) to the
author, whose choice of verb they show. What stands inside a quotation belongs to its speaker, quotations in
it too.

`voices(s)` reads any string by rule. For the articles on the shelf `voice_ranges` lays the hand-checked
table `data/voices/articles.csv` over it; the table wins. What the rule gets right and wrong:
docs/voices.md.
"""

from .english import speech_verbs
from .letters import VOICES
from .ranges import Range, voice_of, voice_ranges
from .rule import Stretch, voices

__all__ = ["VOICES", "Range", "Stretch", "speech_verbs", "voice_of", "voice_ranges", "voices"]
