"""The functions of other packages under their names, on the engine of qawl.

* ``qawl.compat.camel_tools`` for ``camel_tools``: ``utils.normalize``, ``utils.dediac``, ``utils.charmap``,
  ``utils.transliterate``, ``utils.charsets``, ``tokenizers.word``.
* ``qawl.compat.pyarabic`` for ``pyarabic``: ``araby`` and ``normalize``.

Change the import and keep the code. Results are the same where those are right; each module says where they are
not, and how they differ then.
"""
