"""The full texts that a reader unlocked: where they lie on this computer, kept and given up."""

import json

from .. import files
from ..session import home, session


def stored_at(edition):
    """Where the full text of an edition is kept, once its reader has unlocked it."""
    return home() / "articles" / f"{edition}.json"


def stored(edition):
    """The texts of an unlocked edition's words, None where still masked; or None where nothing is kept."""
    if edition in session().texts:
        return session().texts[edition]
    try:
        return json.loads(stored_at(edition).read_text(encoding="utf-8"))["words"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(edition, texts):
    """Keep an edition's texts; raises `CannotSave`, and then still has them until the program ends."""
    session().texts[edition] = list(texts)
    note = "Full text for its reader alone. Publisher's rights: do not pass on."
    files.write(
        stored_at(edition), json.dumps({"note": note, "words": list(texts)}, ensure_ascii=False, indent=0)
    )
    session().texts.pop(edition)


def give_up(edition):
    """Forget the full text of an edition. True if there was one."""
    kept = session().texts.pop(edition, None) is not None
    return files.delete(stored_at(edition)) or kept
