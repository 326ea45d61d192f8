"""Words as data: TOML files, each entry with sentences on which it fires and is silent, and their typed loader."""
