"""Controls over the module's values. No analysis happens here."""
