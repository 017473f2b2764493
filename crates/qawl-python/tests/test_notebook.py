"""What a notebook shows of a document."""

import html.parser
import re

import qawl
from hypothesis import given

import conftest

# "Layla Nasser said in London that the road is open."
DOCUMENT = qawl.annotate("قالت ليلى ناصر في لندن إن الطريق مفتوح.")


class Page(html.parser.HTMLParser):
    """Reads a page: the text in it, and that every element is closed in its turn."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts, self.tags, self.titles = [], {}, set(), []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.tags.add(tag)
        self.titles += [value for name, value in attributes if name == "title"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts[self.open[0]] = self.texts.get(self.open[0], "") + data


def test_names_quotes_and_speakers_are_shown_from_right_to_left():
    shown = DOCUMENT._repr_html_()
    page = Page(shown)
    assert shown.startswith('<div dir="rtl" lang="ar"')
    assert page.texts["div"] == DOCUMENT.text
    assert "ليلى ناصر" in page.texts["table"] and "الطريق مفتوح" in page.texts["table"]
    assert "1. ليلى ناصر" in page.titles and "لندن (city)" in page.titles


def test_a_text_is_no_markup():
    text = 'قال سامي حداد: «<script>alert("x")</script> & غدا».'  # "Sami Haddad said: … and tomorrow"
    page = Page(qawl.annotate(text)._repr_html_())
    assert page.tags <= {"div", "span", "table", "tr", "td", "bdi"} and page.texts["div"] == text
    named = qawl.Pipeline(gazetteers=[qawl.Gazetteer([("منتدى النخيل", 'a" onclick="b')])])  # "the Palm Forum"
    page = Page(named.annotate("منتدى النخيل")._repr_html_())
    assert page.titles == ['منتدى النخيل (a" onclick="b)']


def test_a_long_text_is_cut():
    shown = qawl.Pipeline(layers=[]).annotate("نعم " * 10_000)._repr_html_()
    assert len(shown) < 21_000 and shown.count("…") == 1


@given(conftest.any_text)
def test_any_text_is_shown(text):
    shown = qawl.annotate(text)._repr_html_()
    shown.encode("utf-8")
    written = Page(shown).texts.get("div", "")
    # A parser of HTML reads carriage returns and the null character its own way.
    odd = re.compile("[\r\n\x00\ufffd]")
    assert odd.sub("", written) == odd.sub("", conftest.mended(text))
