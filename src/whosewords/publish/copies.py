"""How often each sheet of the paper pack is printed for a class, and how much paper that is.

Nothing is drawn here. A sheet is what `data/paper.toml` says of it.
"""

from math import ceil
from types import MappingProxyType

from ..problems import did_you_mean

CLASS = 28  # students, where nothing else is said
FOR = MappingProxyType(
    {  # for whom a sheet is: how that is said, and how many share one
        "half": ("half a page for each student, cut in the middle", 2),
        "student": ("one for each student", 1),
        "pair": ("one for two students", 2),
        "group": ("one for four students", 4),
    }
)


def whom(sheet):
    """For whom a sheet is, in words.

    >>> whom({"for": "group", "cut": True})
    'one for four students, to cut up'
    """
    also = ", to cut up" * sheet.get("cut", False) + ", on the back" * sheet.get("back", False)
    return _of(sheet)[0] + also


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
    return sum(2 * sheet.get("pages", 1) / _of(sheet)[1] for sheet in sheets)


def paper(sheets, students=CLASS):
    """How many sheets of paper a class needs: printed on both sides, but for what is cut up.

    >>> paper([{"for": "pair", "pages": 3}, {"for": "student"}, {"for": "student", "back": True}], 4)
    8
    """
    return sum(copies(sheet, students) * _leaves(sheet) for sheet in sheets)


def _leaves(sheet):
    pages = sheet.get("pages", 1)
    return 0 if sheet.get("back") else pages if sheet.get("cut") else ceil(pages / 2)


def _of(sheet):
    if sheet["for"] not in FOR:
        raise did_you_mean(sheet["for"], FOR, "kind of reader of a sheet")
    return FOR[sheet["for"]]
