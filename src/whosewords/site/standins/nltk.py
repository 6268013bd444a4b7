"""Stands where textstat imports nltk for a dictionary that it would fetch: whosewords hands it ours."""
