"""The front door of a site, and what stands on a page while it loads."""


def write(out, place):
    pass
