"""Bytes of every encoding that still occurs, and letters that were read wrongly before they came here."""

import pytest

from whosewords.shelf.importing import decoded, file_text, plain_text, read_source

SAID = "“Don’t,” said Zoë – twice. "
# name: bytes, text
BAD_BYTES = {
    "a Windows letter at the end": (SAID.encode() * 2 + b"na\xefve", SAID * 2 + "naïve"),
    "a Windows dash first": (b"One \x96 two. " + SAID.encode(), "One – two. " + SAID),
    "Windows marks in one line of many": (SAID.encode() * 4 + b"\x93Yes\x94", SAID * 4 + "“Yes”"),
    "two in a row": (SAID.encode() + b"The \x93caf\xe9\x94 shut", SAID + "The “café” shut"),
    "a mark at the front": (b"\xef\xbb\xbf" + SAID.encode() + b"na\xefve", SAID + "naïve"),
    "as many bad as good": ("“Yes” –".encode() + b" \x93no\x94 \x96", "“Yes” – “no” –"),
    "a hard blank": (SAID.encode() + b"10\xa0km", SAID + "10\u00a0km"),
}
DECLARED = {
    "Windows Cyrillic": ('<meta charset="windows-1251"><p>Мост закрыт</p>', "cp1251", "Мост закрыт"),
    "in an old head": (
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7"><p>Η γέφυρα</p>',
        "iso8859-7", "Η γέφυρα",
    ),
    "Latin 1 that is Windows": ("<meta charset=iso-8859-1><p>“It’s shut”</p>", "cp1252", "“It’s shut”"),
    "in an XML line": (
        '<?xml version="1.0" encoding="iso-8859-2"?><html><p>Žižek</p></html>', "iso8859-2", "Žižek",
    ),
    "called otherwise, but UTF-8": ("<meta charset=iso-8859-1><p>“It’s shut”</p>", "utf-8", "“It’s shut”"),
    "a name that is none": ("<meta charset=nonsense><p>“It’s shut”</p>", "cp1252", "“It’s shut”"),
    "Japanese": ("<meta charset=shift_jis><p>橋は閉鎖された</p>", "shift_jis", "橋は閉鎖された"),
}  # fmt: skip
UNDECLARED = {
    "Mac": ("“Yes,” he said. It isn’t – “no”.", "mac_roman"),
    "Windows angles": ("The ‹ferry› and the «pier»", "cp1252"),
    "Windows money": ("It cost €5 or £4 – no more…", "cp1252"),
    "Russian Unix": ("Мост закрыт, сказал мэр в понедельник утром.", "koi8-r"),
    "Mac accents": ("The café and the fiancée", "mac_roman"),
    "Windows": ("“Yes,” he said. It isn’t – “no”…", "cp1252"),
    "Windows accents": ("Señor Núñez at the café", "cp1252"),
    "DOS": ("The café at the château", "cp850"),
    "Russian Windows": ("Мост закрыт, сказал мэр в понедельник утром.", "cp1251"),
}
MENDED = {
    "Itâ€™s shut": "It’s shut",
    "It isn\x92t shut\x85": "It isn’t shut…",
    "\x93Yes\x94 \x96 he said": "“Yes” – he said",
    "Ã©migrÃ©": "émigré",
    "â€œYesâ€ and â€œnoâ€.": "“Yes” and “no”.",
    "donÂ’t – Â£5": "don’t – £5",
    "It‚Äôs shut": "It’s shut",
    "The cafÃ© isnâ€™t â€œshutâ€\x9d": "The café isn’t “shut”",
    "in\u200bvisible\ufeff": "invisible",
    "a\u200e b": "a b",
    "ﬁne ﬂow": "fine flow",
    "One\r\nTwo\rThree": "One\nTwo\nThree",
    "“curly” ‘marks’ – stay…": "“curly” ‘marks’ – stay…",
    "½ of 5 €, ² and №": "½ of 5 €, ² and №",
    "&amp; &#8217;": "&amp; &#8217;",
    "São Paulo, Łódź, Καλημέρα": "São Paulo, Łódź, Καλημέρα",
}


@pytest.mark.parametrize("name", BAD_BYTES)
def test_a_bad_byte_spoils_itself_alone(name, tmp_path):
    raw, text = BAD_BYTES[name]
    (tmp_path / "a.txt").write_bytes(raw)
    assert file_text(tmp_path / "a.txt") == text.rstrip()


@pytest.mark.parametrize("name", DECLARED)
def test_what_a_page_says_of_its_encoding_counts(name, tmp_path):
    source, encoding, text = DECLARED[name]
    (tmp_path / "a.html").write_bytes(source.encode(encoding))
    assert file_text(tmp_path / "a.html") == text


@pytest.mark.parametrize("name", UNDECLARED)
def test_where_nothing_says_the_encoding_the_likeliest_is_taken(name):
    text, encoding = UNDECLARED[name]
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("text", MENDED)
def test_letters_are_mended(text):
    assert plain_text(text) == MENDED[text]
    assert plain_text(f"<html><p>{text}</p></html>").replace("\n", " ") in (
        " ".join(MENDED[text].split()).replace("&amp;", "&").replace("&#8217;", "’"),
        MENDED[text].replace("\n", " "),
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_signs_at_the_front_of_a_file(encoding):
    found = decoded(SAID.encode(encoding))
    # Without a mark in front, UTF-16 has a nought beside every letter, and no text has that.
    assert found == (None if encoding in ("utf-16-le", "utf-16-be") else SAID)


LANGUAGES = {
    "en": "The ferry was not in the harbour, and nobody at the pier knew where it was.",
    "de": "Die Fähre war nicht im Hafen, und niemand wusste, wo sie mit der Ladung ist.",
    "fr": "Le bac n'est pas dans le port, et les gens de la ville ne savent pas où il est.",
    "es": "El barco no está en el puerto, y la gente de la ciudad no sabe por qué.",
    "tr": "Vapur bu sabah limanda değil ve bir görevli daha sonra geleceğini söyledi.",
    "ru": "Парома не было в порту, и никто на пристани не знал, что с ним.",
    "ar": "لم تكن العبارة في الميناء",
    "ja": "フェリーは港にいなかった",
    "": "Ferry 12",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_another_language_is_told(code):
    reading = read_source(LANGUAGES[code])
    assert reading.language == code
    assert len(reading.notes) == (code not in ("", "en"))
    assert all("English" in note for note in reading.notes)


def test_a_page_too_short_to_tell_says_its_language_itself():
    assert read_source("<html lang='de-AT'><p>Fähre weg</p></html>").language == "de"
