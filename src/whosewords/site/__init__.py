"""All lessons as a folder of files that any web server can hand out: nothing to install, nobody else is asked."""
