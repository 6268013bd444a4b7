"""An event that is open: what its author notes of it, checked and saved at once."""

from ..measures.names import places_of_words
from ..measures.proofs import LONGEST_PROOF
from ..problems import Problem, arrived, one_of
from ..shelf import open_event, own_texts
from ..shelf.catalogue import articles
from ..shelf.event_folder import EARLIER
from ..shelf.event_tables import KEYS, TABLES
from ..shelf.event_zip import exported
from ..shelf.open_event import Open
from .rules import LICENCE, THINGS, checked


class Event:
    """An event that is open. Whatever is noted is saved at once, and what it replaces is kept.

    tell(title=…, date=…, place=…), take("ferry", "pier"), take_out("pier"), put("names", who=…, words=…),
    drop("names", …), say("brief", survived=…), export("folder"), earlier(), bring_back(number).
    """

    def __init__(self, opened: Open):
        self._opened = opened

    @property
    def opened(self):
        """The event as it is open. Every call looks into the one that is open: where another one was opened
        since then, as by another line of the same lesson, whoever goes on here has this one opened again."""
        now = open_event.opened()
        if now and now is not self._opened:
            same = now.folder.path == self.folder.path
            self._opened = now if same else open_event.open_folder(self.folder)
        return self._opened

    @property
    def folder(self):
        return self._opened.folder

    @property
    def name(self):
        return self.folder.name

    @property
    def names(self):
        """The short names of its texts, which every call takes."""
        return self.opened.names

    @property
    def articles(self):
        """Its texts as articles, in order."""
        return [articles[name] for name in self.names if name in articles]

    @property
    def may_write(self):
        return self.folder.may_write

    @property
    def title(self):
        return self.said("event", "title") or self.name

    @property
    def notes(self):
        """What was found damaged or was left out, as sentences."""
        return tuple(self.folder.notes)

    # ---- reading

    def rows(self, table, **wanted):
        """The rows of a table, with the names that the texts have on this shelf; those that fit `wanted`."""
        one_of(table, TABLES, "table")
        return [row for row in self.opened.rows(table) if all(row.get(k) == v for k, v in wanted.items())]

    def row(self, table, **wanted):
        """The first row that fits, an empty one where there is none."""
        return next(iter(self.rows(table, **wanted)), dict.fromkeys(TABLES[table], ""))

    def said(self, table, what):
        """What is said under a name: said("brief", "survived")."""
        return self.folder.said(table, what)

    def decided(self):
        """What the licence says: {what: (held, note)} for what was decided."""
        return {row["what"]: (row["held"], row["note"]) for row in self.rows("licence")
                if row["what"] in LICENCE and row["held"]}  # fmt: skip

    @property
    def may_compare(self):
        """Whether there are two texts or more and the licence says of everything whether it is held."""
        return len(self.names) > 1 and set(self.decided()) == set(LICENCE)

    def licensed(self):
        """The texts, to be compared. Raises `Problem` without a licence."""
        if len(self.names) < 2:
            raise Problem("To compare, an event needs two texts or more. Step 1 takes them in.")
        if not self.may_compare:
            left = [what for what in LICENCE if what not in self.decided()]
            raise Problem(
                "Nothing is compared before it is said what is held constant. Step 3, the licence, still "
                f"wants: {', '.join(left)}."
            )
        return self.articles

    # ---- writing

    def tell(self, **said):
        """Say what the event is: tell(title="The footbridge", date="2025-09-10", place="Lower Wick")."""
        return self.say("event", **said)

    def say(self, table, **said):
        """Write named things into a table that holds such: say("brief", survived="…")."""
        one_of(table, THINGS, "table of named things")
        for what, value in said.items():
            checked(table, {"what": what, "is": value})
        self.folder.say(table, **said)
        return self

    def put(self, table, **row):
        """Write a row in place of the one that is known by the same:
        put("licence", what="event", held="yes").

        A text goes by its short name. What is not said stays as it was.
        """
        if table not in KEYS:
            raise Problem(f"put() takes one of: {', '.join(KEYS)}; for the others there is say().")
        self.folder.put(table, self._there(table, checked(table, row)))
        return self

    def put_all(self, table, rows):
        """The same for many rows at once."""
        self.folder.put(table, *(self._there(table, checked(table, row)) for row in rows))
        return self

    def note_name(self, who="", words="", text="", paragraph="", rests_on="", kind=""):
        """Note a name: whom it names, its words as they stand in a text, and on whose word it rests."""
        if not who.strip() or not words.strip():
            raise Problem("A name needs both: who is named, and the words of the text.")
        if len(words.split()) > LONGEST_PROOF:
            raise Problem(f"A name has {LONGEST_PROOF} words at most: which of these carry it?")
        name = one_of(text, self.names, "text of this event")
        if not places_of_words(articles[name], words):
            raise Problem(f"“{arrived(words)}” does not stand in {name}. Look at the spelling.")
        return self.put("names", who=who, words=words, text=name, paragraph=paragraph, rests_on=rests_on,
                        kind=kind)  # fmt: skip

    def drop(self, table, **row):
        """Delete the row that is known by these columns. It is kept among the earlier states."""
        row = self._there(table, row)
        self.folder.drop(table, *(row.get(column, "") for column in KEYS[one_of(table, KEYS, "table")]))
        return self

    def _there(self, table, row):
        if not row.get("text"):
            if "text" in KEYS.get(table, ()):
                raise Problem(f"Say which text: text=…, one of {', '.join(self.names) or 'none yet'}.")
            return row
        return row | {"text": self.opened.there(one_of(row["text"], self.names, "text of this event"))}

    def take(self, *names):
        """Take texts of your shelf into the event, by their short names."""
        for name in names:
            short = one_of(name, own_texts.names(), "text of your own")
            open_event.taken_in(short)
        return self

    def take_out(self, *names):
        """Take texts out of the event; what you noted of them stays in its folder."""
        for name in names:
            open_event.taken_out(one_of(name, self.names, "text of this event"))
        return self

    # ---- taken along, and back

    def export(self, path="."):
        """Write the event as one zip, into a folder or under a name: export("my_stick")."""
        from .. import files

        open_event.kept_in_step()
        target = files.named(path)
        target = target / f"{self.name}.zip" if target.is_dir() else target
        target = target if target.suffix.casefold() == ".zip" else target.with_name(f"{target.name}.zip")
        done = exported(self.folder, target)
        return Told(
            f"“{self.title}” is written to “{done.name}” in {done.parent.resolve()}. It holds the texts "
            "themselves: hand it to a classmate or your teacher, and put it nowhere else."
        )

    def earlier(self):
        """The earlier states of what was changed or deleted, numbered, latest first."""
        listed = [path.name for path in reversed(self.folder.earlier())]
        lines = [f"{number:3} {name}" for number, name in enumerate(listed[:40], 1)]
        return Told("\n".join([*lines, "Bring one back: bring_back(1). What is there now is kept, too."])
                    if listed else "Nothing was changed or deleted yet.")  # fmt: skip

    def bring_back(self, number=1):
        """Bring an earlier state back, by its number in earlier()."""
        from ..shelf.event_tables import parsed

        listed = [path for path in reversed(self.folder.earlier())]
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(listed):
            raise Problem(f"There are earlier states 1 to {len(listed)}, but got “{arrived(number)}”.")
        path = listed[number - 1]
        table = path.name.partition("__")[2].partition(".")[0]
        if table not in TABLES or path.suffix != ".csv":
            raise Problem(f"“{path.name}” is a text. Add it anew: add_text(Path({str(path)!r})).")
        try:
            rows = parsed(table, path.read_text(encoding="utf-8", errors="replace"))
        except (OSError, ValueError) as error:
            raise Problem(f"“{path.name}” cannot be read ({arrived(error)}).") from None
        self.folder.change(table, lambda _: rows)
        return Told(f"“{table}” is again as it was in {path.name}. What it was before lies in {EARLIER}.")

    def __repr__(self):
        from .steps import as_text

        return as_text(self)


class Told(str):
    """A sentence for whoever asked; shown without quotation marks."""

    def __repr__(self):
        return str(self)
