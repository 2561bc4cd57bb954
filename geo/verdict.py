"""The verdict on one row: what its code, its name and its area say, and whether they say one place."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from geo.coding import CodeRead, read_code
from geo.cut_names import CutNames
from geo.gazetteer import table
from geo.name_index import OFFICIAL, name_index
from geo.names import LOST, key
from geo.reasons import HOW, LEVEL_WORDS, name_fault, shown, why
from geo.scope import ANYWHERE, Scope, addresses, both, scope_of, two_languages

# Names at least this alike (of 100) are worth telling a reader.
_WORTH_TELLING = 70.0
# Beside a valid code, a name in no list is a misspelling of the place's own when one letter in so many differs, and no
# other name is as near.
_LETTERS_PER_SLIP = 4
# Searching for the nearest names takes some milliseconds, so only so many rows get it.
_SEARCHES = 200


class Verdict(NamedTuple):
    """What becomes of a row: the verdict, the place (None when none was settled) and the reason."""

    verdict: str
    code: str | None
    why: str


class Judge:
    """Reads rows of one table; equal rows are read once."""

    def __init__(self, level: str, lang: str, cut: CutNames) -> None:
        self.level, self.lang, self.cut = level, lang, cut
        self.index = name_index(level)
        self._known: dict[tuple[str, str, str], Verdict] = {}
        self._names: dict[frozenset[str], list[str]] = {}
        self._searches = _SEARCHES

    def verdict(self, code: object, name: str, parent: str) -> Verdict:
        """The verdict on a row, given its code cell, its name and the area it says it lies in."""
        row = f"{type(code).__name__}{code}", name, parent
        if row not in self._known:
            self._known[row] = self._judge(read_code(code, self.level), name, parent)
        return self._known[row]

    def _judge(self, code: CodeRead, name: str, parent: str) -> Verdict:
        scope = scope_of(parent)
        if self.level == "province" and scope.unknown:
            scope = ANYWHERE
        if not key(name):
            return self._by_code(code, name, scope, parent)
        meant = self._meant(name, scope)
        if code.places:
            return self._by_both(code, name, meant, scope, parent)
        if code.state in ("unknown", "level", "office"):
            return self._unknown(self._code_fault(code), meant, name)
        settled = self._by_name(name, meant, scope, parent)
        if code.state == "none" or settled.code is None:
            return settled
        if not settled.code.startswith(code.digits):
            return self._unknown(self._code_fault(code), meant, name)
        return settled._replace(why=settled.why + self._say("code_unused", code=code.shown))

    # What the name says

    def _meant(self, name: str, scope: Scope) -> dict[str, str]:
        """The places a name can mean, each with how it is known by it."""
        if meant := self._called(name):
            return meant
        if meant := self._at_addresses(name, scope):
            return meant
        twice = [self._called(part) for part in two_languages(name)]
        if twice and all(twice):
            return {code: how for code, how in twice[0].items() if code in twice[1]}
        return {}

    def _at_addresses(self, name: str, scope: Scope) -> dict[str, str]:
        """The places that a name with its area in it ("Bang Sai, Ayutthaya") can mean, whichever part is the name."""
        meant: dict[str, str] = {}
        for bare, area in addresses(name):
            meant |= self._inside(self._called(bare), both(scope_of(area), scope))
        return meant

    def _called(self, name: str) -> dict[str, str]:
        meant = self.index.called(name)
        if LOST in key(name):
            meant = dict.fromkeys(self.index.fitting(name), "lost")
        if not meant and not self.cut.long_enough(name):
            return {}
        if not meant or self.cut.may_go_on(name):
            meant = {**dict.fromkeys(self.cut.longer(name), "cut"), **meant}
        return meant

    def _inside(self, meant: dict[str, str], scope: Scope) -> dict[str, str]:
        """Those of some places that lie in an area; those that once did count only where none does today."""
        if scope.codes is None:
            return meant
        inside = {code: how for code, how in meant.items() if self._lies_in(code, scope)}
        once = self.index.above_once
        inside = inside or {code: "moved" for code in meant if once.get(code, frozenset()) & (scope.codes or set())}
        official = {code: how for code, how in inside.items() if how == OFFICIAL}
        # Within a named area the official name is meant; a cut name that may go on stays open.
        return inside if not official or "cut" in inside.values() else official

    def _lies_in(self, code: str, scope: Scope) -> bool:
        return scope.codes is None or bool(self.index.above[code] & scope.codes)

    # Verdicts

    def _by_name(self, name: str, meant: dict[str, str], scope: Scope, parent: str) -> Verdict:
        if not meant:
            return self._unknown(self._name_fault(name), {}, name, near=scope)
        if scope.unknown:
            return self._unknown(self._say("unknown_parent", parent=parent), meant, name)
        inside = self._inside(meant, scope)
        if not inside:
            places = shown(list(meant), self.lang, name)
            told = self._say("not_in_parent", level=self._level, name=name, parent=parent, places=places)
            return Verdict("unknown", None, told)
        if len(inside) > 1:
            return self._ambiguous("several", list(inside), name=name)
        [(code, how)] = inside.items()
        if how == "cut" and not self.cut.long_enough(name):
            return self._unknown(self._name_fault(name), {}, name, near=scope)
        told = self._say("name", name=name, how=HOW[how].of(self.lang), place=shown([code], self.lang, name))
        if scope.codes is not None:
            told += self._say("with_parent", parent=parent)
        return Verdict("matched" if how == OFFICIAL else "alias", code, told)

    def _by_code(self, code: CodeRead, name: str, scope: Scope, parent: str) -> Verdict:
        if not code.places:
            return Verdict("unknown", None, self._code_fault(code))
        inside = [place for place in code.places if self._lies_in(place, scope) or scope.unknown]
        inside = inside or [
            p for p in code.places if self.index.above_once.get(p, frozenset()) & (scope.codes or set())
        ]
        if not inside:
            place = shown(list(code.places), self.lang)
            return Verdict("ambiguous", None, self._say("parent_disagrees", place=place, parent=parent))
        if len(inside) > 1:
            return self._ambiguous("several_codes", inside, code=code.shown)
        return Verdict("alias" if code.state == "former" else "matched", inside[0], self._code_says(code, inside[0]))

    def _by_both(self, code: CodeRead, name: str, meant: dict[str, str], scope: Scope, parent: str) -> Verdict:
        agreed = {place: how for place, how in meant.items() if place in code.places}
        if agreed:
            settled = self._by_code(code._replace(places=frozenset(agreed)), name, scope, parent)
            if settled.code is None:
                return settled
            plain = settled.verdict == "matched" and agreed[settled.code] == OFFICIAL
            told = settled.why + self._say("name_agrees", name=name)
            return Verdict("matched" if plain else "alias", settled.code, told)
        place = shown(list(code.places), self.lang, name)
        if meant:
            return self._ambiguous("disagree", list(meant), name=name, place=place)
        if self.index.other_kind(name) or not self._misspelt(name, code.places):
            fault = self._name_fault(name) if self.index.other_kind(name) else ""
            told = self._say("name_not_of_code", place=place, name=name)
            return self._unknown("; ".join(filter(None, (told, fault))), {}, name)
        settled = self._by_code(code, name, scope, parent)
        if settled.code is None:
            return settled
        return Verdict("alias", settled.code, settled.why + self._say("name_near", name=name))

    def _misspelt(self, name: str, places: frozenset[str]) -> bool:
        """Whether a name in no list is nearer to the name of one place, given by a code, than to any other name."""
        if len(places) != 1 or LOST in key(name):
            return False
        [place], written = places, key(name)
        letters, own = min((Levenshtein.distance(written, known), known) for known in self._names_of(place))
        if not 0 < letters <= len(own) // _LETTERS_PER_SLIP:
            return False
        among = self.index.as_long_as(len(written) - letters, len(written) + letters)
        near = process.extract(written, among, scorer=Levenshtein.distance, score_cutoff=letters, limit=None)
        return all(place in self.index.names[found] for found, _, _ in near)

    def _names_of(self, place: str) -> list[str]:
        row = table(self.level).loc[place]
        return [key(str(row[column])) for column in ("name_th", "name_en", "full_name_th") if column in row]

    def _ambiguous(self, reason: str, places: list[str], **facts: object) -> Verdict:
        named = shown(places, self.lang, str(facts.get("name", "")))
        return Verdict("ambiguous", None, self._say(reason, places=named, count=len(places), **facts))

    def _unknown(self, told: str, meant: dict[str, str], name: str, near: Scope = ANYWHERE) -> Verdict:
        if meant:
            return Verdict(
                "unknown",
                None,
                told + self._say("name_would_be", name=name, places=shown(list(meant), self.lang, name)),
            )
        places = self._nearest(name, near)
        return Verdict("unknown", None, told + (self._say("nearest", places=places) if places else ""))

    def _nearest(self, name: str, scope: Scope) -> str:
        """The places whose names are most like one that is in no list; told to the reader, never used."""
        if not self._searches:
            return ""
        self._searches -= 1
        names = self._names_in(scope)
        near = process.extract(key(name), names, scorer=fuzz.ratio, score_cutoff=_WORTH_TELLING, limit=3)
        places = {
            code
            for found, _, _ in near
            for code in self.index.names[found]
            if not scope.codes or self._lies_in(code, scope)
        }
        return shown(list(places), self.lang, name) if places else ""

    def _names_in(self, scope: Scope) -> list[str]:
        if not scope.codes:
            return list(self.index.ordered)
        if scope.codes not in self._names:
            lying = {code for code in self.index.above if self._lies_in(code, scope)}
            self._names[scope.codes] = [name for name in self.index.ordered if lying & self.index.names[name].keys()]
        return self._names[scope.codes]

    # Sentences

    @property
    def _level(self) -> str:
        return LEVEL_WORDS[self.level].of(self.lang)

    def _say(self, reason: str, **facts: object) -> str:
        return why(reason, self.lang, **facts)

    def _code_says(self, code: CodeRead, place: str) -> str:
        reason = {"repaired": "repaired", "former": "former"}.get(code.state, "code")
        return self._say(reason, code=code.shown, place=shown([place], self.lang))

    def _code_fault(self, code: CodeRead) -> str:
        reasons = {"none": "nothing", "unreadable": "no_code", "lost": "lost_code", "unknown": "unknown_code"}
        reason = reasons.get(code.state, f"{code.state}_code")
        return self._say(reason, code=code.shown, level=self._level)

    def _name_fault(self, name: str) -> str:
        return name_fault(name, self.level, self.index.other_kind(name), self.lang)
