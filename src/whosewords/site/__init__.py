"""All lessons as files that any web server can hand out: nothing to install, and nobody else is asked."""
