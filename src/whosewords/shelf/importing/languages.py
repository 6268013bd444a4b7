"""Which language a text is in, told by its commonest small words: what is counted here holds for English."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace

_SMALL = {
    "en": "the of and to in that for is was on with as he by at it from his were are",
    "de": "der die und in den von das mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les de des et en un une du est que dans qui pour au sur pas par plus",
    "es": "el la los las de y en que un una del es por con se para al lo su como",
    "it": "il la di e che in un una è per del della non sono con si da le i gli",
    "pt": "o a os as de e em que um uma do da é para com não no na se por",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er ook door als bij",
    "sv": "och i att det som en på är av för med till den har de inte om ett var men",
    "da": "og i at det en den til er som på de med for af der ikke har var et fra",
    "no": "og i det på som er en til å han av for at med var de ikke har jeg den",
    "pl": "i w na z się nie do że to jest o jak po za od przez ale co są dla",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra olduğunu ancak en her ki",
    "ru": "и в не на что с по как это но он к из у за от о его а для",
    "uk": "і в не на що з як це та до у за від про для й але він його є",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka sudah",
}
SMALL_WORDS = {code: frozenset(row.split()) for code, row in _SMALL.items()}
SCRIPTS = {"ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
           "CJK": "zh", "DEVANAGARI": "hi", "THAI": "th"}  # fmt: skip
NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian", "pl": "Polish", "tr": "Turkish",
    "ru": "Russian", "uk": "Ukrainian", "id": "Indonesian", "ar": "Arabic or a language written like it",
    "he": "Hebrew", "el": "Greek", "ko": "Korean", "ja": "Japanese", "zh": "Chinese",
    "hi": "Hindi or a language written like it", "th": "Thai",
}  # fmt: skip
LOOKED_AT = 20_000  # characters
FEWEST = 0.08  # of the words must be small words of a language; of running English a third are


def language_of(text):
    """The code of a text's language, "en" for English; "" where it is too short or none that is known here.

    >>> [language_of(text) for text in ("The pier was shut.", "Der Steg ist nicht offen.", "Pier")]
    ['en', 'de', '']
    """
    text = text[:LOOKED_AT].lower()
    found = re.findall(r"[^\W\d_]+", text)
    if not found:
        return ""
    scripts = Counter(unicodedata.name(word[0], "?").split()[0].split("-")[0] for word in found)
    script, many = scripts.most_common(1)[0]
    if script in ("HIRAGANA", "KATAKANA") or (script == "CJK" and scripts["HIRAGANA"] > many / 10):
        return "ja"
    if script in SCRIPTS:
        return SCRIPTS[script]
    counted = Counter(found)
    share = {code: sum(counted[word] for word in small) / len(found) for code, small in SMALL_WORDS.items()}
    best = max(share, key=share.get)
    return best if share[best] >= FEWEST and sum(counted[word] for word in SMALL_WORDS[best]) > 1 else ""


def with_language(reading, said=""):
    """The reading with the language of its text, and a note where that is not English.

    said: the code that the source itself gives; it counts where the text is too short to tell.
    """
    code = language_of(reading.text) or said[:2].lower()
    if code in ("", "en"):
        return replace(reading, language=code)
    note = f"This text seems to be in {NAMES.get(code, code)}. What is counted here holds for English only."
    return replace(reading, language=code, notes=(*reading.notes, note))
