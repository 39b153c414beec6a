"""Where in HTML or XML the placeholders of a template stand, and what guards each.

Goes in: a pattern. Comes out: the spot of each of its places. Text is split into tags as browsers do
(HTML 13.2.5); a place that could be read in two ways has no guard.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from respgen.core.grammar import compiled
from respgen.renderers.attributes import Guard, Spot, attribute_spot
from respgen.specs import Pattern

# HTML 13.2.5.6, 13.2.5.8, 13.2.5.32, 13.2.5.33: what a tag consists of
_TAG = r"</?([A-Za-z][^\t\n\f\r />]*)"
_BETWEEN = r"[\t\n\f\r /]*"
_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*"
_EQUALS = r"[\t\n\f\r ]*=[\t\n\f\r ]*"
_BARE = r"[^\t\n\f\r >]*"
# 13.2.5.72: what a character reference may begin with
_REFERENCE = r"&#?[0-9A-Za-z]*\Z"
_END_TAG = r"</?[A-Za-z]*\Z"
# 13.2.6.2: elements whose text is no markup; references are read in `_TITLES` alone
_RAW = frozenset(
    {
        *("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"),
        *("plaintext",),
    }
)
_TITLES = frozenset({"title", "textarea"})
_FOREIGN = ("svg", "math")


def spots(pattern: Pattern, xml: bool = False) -> tuple[Spot, ...]:
    """The spots of the places of a pattern, in their order."""
    whole = "".join(pattern.texts)
    mark = next(each for each in map(chr, range(0xE000, 0xF8FF)) if each not in whole)
    scanner = _Scanner(mark.join(pattern.texts), mark, xml)
    scanner.read()
    return tuple(scanner.spots)


@dataclass(slots=True)
class _Scanner:
    """Reads a text from its beginning; `at` is how far. `mark` stands at each place."""

    text: str
    mark: str
    xml: bool
    at: int = 0
    foreign: int = 0
    spots: list[Spot] = field(default_factory=list)

    def read(self) -> None:
        while self.at < len(self.text):
            self._text_to(self._find("<"), Guard.TEXT)
            if self.at < len(self.text):
                self._markup()

    def _find(self, what: str, behind: int = 0) -> int:
        """Where that begins next, or the end of the text."""
        found = self.text.find(what, self.at + behind)
        return len(self.text) if found < 0 else found

    def _text_to(self, end: int, guard: Guard) -> None:
        """Text in which references are read."""
        while (place := self.text.find(self.mark, self.at, end)) >= 0:
            before = self.text[self.at : place]
            broken = compiled(_REFERENCE).search(before)
            what = "a character reference" if broken else ""
            self.spots.append(Spot(Guard.NONE if broken else guard, what))
            self.at = place + 1
        self.at = end

    def _refuse_to(self, end: int, what: str) -> None:
        places = self.text.count(self.mark, self.at, end)
        self.spots += [Spot(Guard.NONE, what)] * places
        self.at = end

    def _markup(self) -> None:
        """What begins with `<` (HTML 13.2.5.6)."""
        rest = self.text[self.at : self.at + 9]
        if rest.startswith("<!--"):
            self._comment()
        elif rest == "<![CDATA[" and (self.foreign or self.xml):
            self._refuse_to(self._find("]]>") + 3, "a CDATA section")
        elif found := compiled(_TAG).match(self.text, self.at):
            self._tag(found)
        elif rest[1:2] in ("!", "?", "/"):
            self._refuse_to(self._find(">") + 1, "a comment or declaration")
        elif rest[1:2] == self.mark:
            self._refuse_to(self.at + 2, "the name of a tag")
        else:
            self.at += 1

    def _comment(self) -> None:
        """HTML 13.2.5.43 ff.: `<!-->` and `<!--->` are whole."""
        short = compiled(r"<!--(?:-?>)").match(self.text, self.at)
        found = short or compiled(r"--!?>").search(self.text, self.at + 4)
        self._refuse_to(found.end() if found else len(self.text), "a comment")

    def _tag(self, found: re.Match[str]) -> None:
        closing, name = found[0].startswith("</"), found[1].lower()
        first = len(self.spots)
        self._refuse_to(found.end(), "the name of a tag")
        names = self._attributes(name)
        if names is None:
            self._refused(first, "a tag that does not end")
            return
        if name == "meta" and "http-equiv" in names:
            self._refused(first, "a meta element that stands for a header")
        if not closing:
            self._element(name.rpartition(":")[2], self.text[self.at - 2] == "/")
        elif name in _FOREIGN:
            self.foreign = max(0, self.foreign - 1)

    def _refused(self, first: int, what: str) -> None:
        count = len(self.spots) - first
        self.spots[first:] = [Spot(Guard.NONE, what)] * count

    def _attributes(self, tag: str) -> list[str] | None:
        """The names up to the end of the tag; None where there is no end."""
        names: list[str] = []
        while True:
            self.at = self._match(_BETWEEN)
            if self.at >= len(self.text):
                return None
            if self.text[self.at] == ">":
                self.at += 1
                return names
            start = self.at
            self._refuse_to(self._match(_NAME), "the name of an attribute")
            name = self.text[start : self.at].lower()
            names.append(name)
            if compiled(_EQUALS).match(self.text, self.at):
                self.at = self._match(_EQUALS)
                self._value(tag, name)

    def _match(self, pattern: str) -> int:
        """Where that ends which begins here."""
        found = compiled(pattern).match(self.text, self.at)
        return found.end() if found else self.at

    def _value(self, tag: str, name: str) -> None:
        quote = self.text[self.at : self.at + 1]
        if quote not in ('"', "'"):
            self._refuse_to(self._match(_BARE), "an attribute without quotes")
            return
        end = self._find(quote, behind=1)
        self._quoted(tag, name, self.at + 1, end)
        self.at = end + 1

    def _quoted(self, tag: str, name: str, start: int, end: int) -> None:
        value = self.text[start:end]
        place = value.find(self.mark)
        while place >= 0:
            before, behind = value[:place], value[place + 1 :]
            if compiled(_REFERENCE).search(before):
                spot = Spot(Guard.NONE, "a character reference")
            else:
                spot = attribute_spot(tag, name, before, behind, self.mark)
            self.spots.append(spot)
            place = value.find(self.mark, place + 1)

    def _element(self, name: str, closed: bool) -> None:
        """What stands in an element whose text is none of the page's."""
        if name in _FOREIGN and not closed:
            self.foreign += 1
        code = name in ("script", "style")
        if (self.xml and code and not closed) or (not self.xml and name in _RAW):
            self._refuse_to(self._raw_end(name), f"the text of <{name}>")
        elif name in _TITLES and not self.xml:
            end = self._raw_end(name)
            if self.foreign:
                self._refuse_to(end, f"the text of <{name}> in <svg> or <math>")
            else:
                self._title_to(end)

    def _raw_end(self, name: str) -> int:
        """Where the end tag of such an element begins (HTML 13.2.5.2 ff.)."""
        ends = re.compile(rf"</{re.escape(name)}(?=[\t\n\f\r />])", re.IGNORECASE)
        found = ends.search(self.text, self.at)
        end = found.start() if found and name != "plaintext" else len(self.text)
        inside = self.text[self.at : end].lower()
        # 13.2.5.27: in there an end tag ends no script
        escaped = name == "script" and "<!--" in inside and "<script" in inside
        return len(self.text) if escaped else end

    def _title_to(self, end: int) -> None:
        while (place := self.text.find(self.mark, self.at, end)) >= 0:
            if compiled(_END_TAG).search(self.text[self.at : place]):
                self._refuse_to(place + 1, "the name of a tag")
            else:
                self._text_to(place + 1, Guard.QUOTED)
        self.at = end
