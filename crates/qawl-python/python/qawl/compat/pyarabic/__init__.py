"""For code that uses ``pyarabic``: ``araby`` and ``normalize``.

Not here: ``number``, ``trans``, ``named`` and ``unshape``; see ``qawl.Gazetteer`` for names, ``qawl.to_latin`` for
transliteration, ``qawl.Normalizer("DISPLAY")`` for presentation forms.
"""
