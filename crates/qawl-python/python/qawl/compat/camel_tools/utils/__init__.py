"""``camel_tools.utils``: normalization, marks, transliteration."""
