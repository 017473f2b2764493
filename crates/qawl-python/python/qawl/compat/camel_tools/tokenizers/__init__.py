"""``camel_tools.tokenizers``: words."""
