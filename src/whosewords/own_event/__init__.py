"""An event of one's own, from saved pages to a framing brief: what may be noted, what is missing, what is
computed. No widgets and no HTML here; docs/own-event.md tells the whole way.
"""
