"""From bytes to letters: which encoding a file is in, and how letters are mended that were read wrongly."""

import codecs
import re

MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NO_TEXT = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,40})""", re.I)
# What pages call these two is nearly always Windows' own (the HTML standard reads them so).
WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874"}
WESTERN = ("cp1252", "mac_roman", "cp850")  # the first wins where two are as likely
OTHERS = [*WESTERN, "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "shift_jis", "gb18030", "big5"]
EXPECTED = re.compile(
    r"(?<!\w)[“‘‹«](?=\w)|(?<=[\w.,!?…])[”’›»]|(?<=\s)[–—•](?=\s)|(?<=\w)[…—]|[£€\u00a0](?=\d)"
    r"|(?<=[a-z])[ß-ÿ]|[ß-ÿ](?=[a-z])"
)
LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
# Letters that were read wrongly are among these, in whichever encoding; looking for them is cheap.
DOUBTFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f¬À-ÿ‚√Ѐ-ӿﬀ-ﬆ]")
# What the usual repair cannot know: a closing mark that lost its last byte, a letter too many before a sign.
LOST_BYTE = re.compile(r"â€(?=[\s.,;:!?)]|$)")
ONE_TOO_MANY = re.compile("Â(?=[\u00a0-¿‘’“”–—…•™])")
UNSEEN = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x180E]
)


def decoded(raw, declared=None):
    """Bytes as text, or None where they are no text.

    declared: the encoding that an envelope names. What a page itself names counts as well; valid UTF-8 is
    UTF-8 whatever it is called, and single bad bytes in it are read as Windows would.

    >>> decoded("Qasem – é".encode()), decoded(b"%PDF-1.4\\x00\\x01")
    ('Qasem – é', None)
    >>> decoded("“Yes” – ".encode() + b"caf\\xe9")
    '“Yes” – café'
    """
    for mark, name in MARKS.items():
        if raw.startswith(mark):
            return _strictly(raw, name)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\0" in raw or raw.startswith(NO_TEXT):
        return None
    text = _strictly(raw, "utf-8")
    if text is None and _mostly_utf8(raw):
        text = raw.decode("utf-8", "whosewords.windows")
    for name in () if text is not None else _named(raw, declared):
        text = text if text is not None else _strictly(raw, name)
    return _guessed(raw) if text is None else text


def mended(text):
    """Text with its letters as they were meant, and without signs that nobody sees.

    Text that was encoded twice (“itâ€™s”), control signs where Windows has quotation marks, ligatures.
    Quotation marks stay as they are.

    >>> mended("Itâ€™s a\\u200b ﬁne\\x85 day")
    'It’s a fine… day'
    """
    text = LINE_ENDS.sub("\n", text)
    if text.isascii():
        return text
    return re.sub(".+", _mended_line, text).translate(UNSEEN)


def _mended_line(line):
    if not DOUBTFUL.search(line[0]):
        return line[0]
    import ftfy

    return ftfy.fix_text(
        ONE_TOO_MANY.sub("", LOST_BYTE.sub("”", line[0])),
        unescape_html=False,
        uncurl_quotes=False,
        fix_character_width=False,
        remove_terminal_escapes=False,
        fix_line_breaks=False,
        normalization=None,
        explain=False,
    )


def _strictly(raw, name):
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _mostly_utf8(raw):
    """Whether there are more letters of UTF-8 than bytes that cannot be UTF-8. Chance seldom makes one."""
    text = raw.decode("utf-8", "surrogateescape")
    bad = len(re.findall("[\udc80-\udcff]", text))
    good = len(re.findall("[^\x00-\x7f]", text)) - bad
    return 0 < good >= bad


def _as_windows(error):
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace").replace("\ufffd", ""), error.end


codecs.register_error("whosewords.windows", _as_windows)


def _named(raw, declared):
    """The encodings that the envelope and the page name, as Python calls them; never one that is no text."""
    found = DECLARED.search(raw[:4000])
    for name in filter(None, (declared, found and found[1].decode("ascii"))):
        try:
            info = codecs.lookup(name)
        except LookupError:
            continue
        if info._is_text_encoding:
            yield WINDOWS.get(info.name, info.name)


def _guessed(raw):
    """The likeliest text where nothing says the encoding: its marks and accents stand where they may."""
    tried = [text for name in WESTERN if (text := _strictly(raw, name)) is not None]
    best = max(tried, key=lambda text: len(EXPECTED.findall(text)), default="")
    if len(EXPECTED.findall(best)) * 2 >= sum(byte > 127 for byte in raw):
        return best
    from charset_normalizer import from_bytes

    found = from_bytes(raw, cp_isolation=OTHERS, threshold=0.4).best()
    return raw.decode("cp1252" if found is None else found.encoding, "replace")
