"""The ready event, as a student brings it in: four saved pages, gathered under one event."""

from pathlib import Path

from whosewords import add_text
from whosewords.own_event.opening import new_event

PAGES = ("agency", "heron", "kettle", "digest")


def gathered(name="lake"):
    """An event of the four pages and nothing else."""
    for page in PAGES:
        add_text(Path(f"data/ready_event/{page}.html"), name=page)
    return new_event(name).take(*PAGES).tell(title="The sluice", date="2025-06-04", place="Wickerholm")
