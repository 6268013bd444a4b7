"""The reading view as whoever sits here has set it."""

from functools import wraps

from ..display import reading
from .settings import setting


@wraps(reading.show)
def show(texts, **options):  # its description is that of the view
    return reading.show(texts, **{"notes": setting("notes"), **options})
