"""For code that uses ``camel_tools``: its helpers for strings, without its dependencies."""
