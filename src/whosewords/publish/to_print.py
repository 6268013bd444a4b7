"""What to print of the paper pack, how often for a class, and how much paper that is.

A sheet is what `data/paper.toml` says of it; a lesson is what stands there of its sheets.
"""

from math import ceil
from types import MappingProxyType

from ..display.html import element, link, paragraph, table, together, wide
from ..problems import did_you_mean

TEST = "The test before and after"
TITLE = "Whose Words? on paper"
CLASS = 28  # students, where nothing else is said
FOR = MappingProxyType(
    {  # for whom a sheet is: how that is said, and how many share one
        "half": ("half a page for each student, cut in the middle", 2),
        "student": ("one for each student", 1),
        "pair": ("one for two students", 2),
        "group": ("one for four students", 4),
    }
)
HOW = (
    "Lessons without computers. Print black on white, on A4 or Letter, at 100 %, on both sides where a "
    "sheet has two pages. The number at the foot of a page is its number in the file. Give the sheets out "
    "one after the other: a later one answers what an earlier one asks. The keys are for you alone; they "
    "begin with what to read aloud."
)
COLUMNS = ("sheet", "title", "for", "pages in the file", f"copies for {CLASS} students")


def whom(sheet):
    """For whom a sheet is, in words.

    >>> whom({"for": "group", "cut": True})
    'one for four students, to cut up'
    """
    return _of(sheet)[0] + ", to cut up" * sheet.get("cut", False)


def copies(sheet, students=CLASS):
    """How often a sheet is printed.

    >>> copies({"for": "group"}), copies({"for": "group"}, 29), copies({"for": "half"})
    (7, 8, 14)
    """
    return ceil(students / _of(sheet)[1])


def of_a_pair(sheets):
    """The pages that two students get of some sheets; a sheet for four counts half.

    >>> of_a_pair([{"for": "student"}, {"for": "pair", "pages": 2}, {"for": "group"}])
    4.5
    """
    return sum(2 * _pages(sheet) / _of(sheet)[1] for sheet in sheets)


def leaves(sheets, students=CLASS):
    """How many sheets of paper a class needs, printed on both sides but for what is cut up.

    >>> leaves([{"for": "pair", "pages": 3}, {"for": "group", "pages": 2, "cut": True}], 4)
    6
    """
    each = ((sheet, _pages(sheet) if sheet.get("cut") else ceil(_pages(sheet) / 2)) for sheet in sheets)
    return sum(copies(sheet, students) * number for sheet, number in each)


def places(sheets):
    """Where each sheet stands in the file of its lesson: its first and its last page.

    >>> places([{}, {"pages": 2}, {}])
    [(1, 1), (2, 3), (4, 4)]
    """
    ends = [sum(map(_pages, sheets[: number + 1])) for number in range(len(sheets))]
    return [(end - _pages(sheet) + 1, end) for end, sheet in zip(ends, sheets, strict=True)]


def listed(lesson):
    """The sheets of a lesson in the order in which they are given out, and how often each is printed."""
    sheets = lesson["sheet"]
    rows = (
        (number, sheet["title"], whom(sheet), f"{first} to {last}" if last > first else first, copies(sheet))
        for number, (sheet, (first, last)) in enumerate(zip(sheets, places(sheets), strict=True), 1)
    )
    return wide(table(COLUMNS, rows), f"Table: what to print for Lesson {lesson['number']}")


def amount(lesson):
    """How much paper a lesson needs, as a sentence."""
    pair, every = of_a_pair(lesson["sheet"]), leaves(lesson["sheet"])
    return f"For {CLASS} students: {every} sheets of paper. Two students get {pair:g} pages."


def front(lessons):
    """The page that says what to print for each lesson."""
    every = sum(leaves(one["sheet"]) for one in lessons)
    total = f"All lessons for {CLASS} students: {every} sheets of paper."
    test = paragraph(link(TEST, "before_after.html"), ", two forms of three pages: for those who measure.")
    return together(element("h1", TITLE), paragraph(HOW), paragraph(total), map(_on_front, lessons), test)


def _on_front(lesson):
    name = f"lesson_{lesson['number']}"
    students, teacher = link("Sheets", f"{name}_sheets.html"), link("Keys", f"{name}_keys.html")
    return element(
        "section",
        element("h2", lesson["title"].replace(" on paper", "")),
        paragraph(students, " for students · ", teacher, " for you · ", amount(lesson)),
        paragraph(lesson["class"]),
        listed(lesson),
        look="to-print",
    )


def _pages(sheet):
    return sheet.get("pages", 1)


def _of(sheet):
    if sheet["for"] not in FOR:
        raise did_you_mean(sheet["for"], FOR, "reader of a sheet")
    return FOR[sheet["for"]]
