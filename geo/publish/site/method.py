"""The page on method: how everything is made and read, the formulas with their sources, and where it all ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from geo import cards, survey
from geo.publish.made import method_version
from geo.publish.meaning import STATUS_KEYS, statuses
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.readiness import method
from geo.support.parameters import METHOD_VERSION
from geo.words import say

# Chapters in their order, with how many paragraphs each has.
CHAPTERS = {
    "argument": 4,
    "values": 5,
    "statuses": 1,
    "grades": 1,
    "classes": 3,
    "ranges": 2,
    "equity": 3,
    "readiness": 5,
    "support": 6,
    "limits": 8,
    "glossary": 0,
    "version": 3,
}
# Said one by one rather than as running text.
LISTED = ("limits",)
# What is computed, its formula, and who published it; read aloud by the messages of the same name.
FORMULAS = {
    "equity": (
        ("fgt", "Pₖ = Σ p · (max(0, S − y) / S)ᵏ", "Foster, Greer, Thorbecke (1984), Econometrica 52"),
        ("tail", "μ(80–100 %) ÷ μ(0–20 %);  Σ(90–100 %) ÷ Σ(0–40 %)", "Palma (2011), Development and Change 42"),
        ("gini", "G = 1 − Σ pᵢ · (Lᵢ + Lᵢ₋₁)", "Gini (1912); Lerman, Yitzhaki (1989), J. Econometrics 42"),
        ("theil", "T = Σ p · (y/μ) · ln(y/μ);  L = Σ p · ln(μ/y)", "Theil (1967); Shorrocks (1980), Econometrica 48"),
        ("hoover", "H = ½ · Σ |p − p·y/μ|", "Hoover (1936), Review of Economics and Statistics 18"),
        ("slope", "y = a + b · r;  b", "Wagstaff, Paci, van Doorslaer (1991), Social Science and Medicine 33"),
        (
            "concentration",
            "C = 2 · cov(y, r) / μ;  E = 4 · μ · C / (max − min)",
            "Kakwani, Wagstaff, van Doorslaer (1997), J. Econometrics 77; Erreygers (2009), J. Health Economics 28",
        ),
        ("disparity", "100 · (x / Σx − p)", "Urban Institute (2020), Spatial Equity Data Tool"),
        ("moran", "Iᵢ = zᵢ · Σⱼ wᵢⱼ · zⱼ", "Anselin (1995), Geographical Analysis 27; Benjamini, Hochberg (1995)"),
    ),
    "readiness": (
        ("score", "s = 100 · clip((x − lo) / (hi − lo), 0, 1)", "OECD, JRC (2008), Handbook, step 5"),
        ("mean", "I = exp(Σ w · ln max(D, 1));  I = Σ w · D", "OECD, JRC (2008), Handbook, step 6"),
        (
            "draws",
            "w · U(0.75, 1.25)",
            "Saisana, Saltelli, Tarantola (2005), J. R. Stat. Soc. A 168; OECD, JRC (2008), step 7",
        ),
        ("influence", "r(D, I)² / Σ r(D, I)²", "Paruolo, Saisana, Saltelli (2013), J. R. Stat. Soc. A 176"),
    ),
    "support": (
        ("gap", "N = Σ w · max(0, S − D) / Σ w", "Foster, Greer, Thorbecke (1984), Econometrica 52"),
        ("capacity", "C = (F · T · H)^⅓", ""),
        ("task", "t = min(1, k · N / S)", ""),
        ("crowd", "P · N · (2 − C)", ""),
        ("mix", "0.611, 0.278, 0.111", "Barron, Barrett (1996), Management Science 42"),
    ),
}
TERMS = (
    *("area", "lao", "layer", "base", "goalposts", "standard", "dimension", "range", "band", "tier", "provision"),
    "latency",
)


def jobs(plan: Plan) -> Iterable[Job]:
    """The page in every language of the edition."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        yield f"{lang}/method.html", page(lang)


def page(lang: str) -> Page:
    """The page in one language."""
    speak = say(lang)
    told = {
        "chapters": [_chapter(name, count, lang) for name, count in CHAPTERS.items()],
        "statuses": [
            {"name": speak(f"status.{STATUS_KEYS[status]}"), "told": text} for status, text in statuses(lang).items()
        ],
        "study": _study(lang),
        "terms": [
            {"name": speak(f"edition_method.glossary_{term}"), "told": speak(f"edition_method.glossary_{term}_means")}
            for term in TERMS
        ],
    }
    title, description = speak("edition_method.title"), speak("edition_method.description")
    return Page(lang, "method.html", title, description, told, menu="method")


def _chapter(name: str, count: int, lang: str) -> dict[str, Any]:
    speak, study = say(lang), cards.card(survey.SURVEY)
    facts = {
        "publisher": study.publisher.of(lang),
        "title": study.title.of(lang),
        "version": method_version(),
        "readiness": method().version,
        "support": METHOD_VERSION,
    }
    return {
        "id": name,
        "title": speak(f"edition_method.{name}"),
        "paragraphs": [speak(f"edition_method.{name}_{number}", **facts) for number in range(1, count + 1)],
        "listed": name in LISTED,
        "table": speak(f"edition_method.{name}_table") if name in FORMULAS else "",
        "formulas": [
            {
                "name": speak(f"edition_method.{name}_{key}"),
                "formulas": formula.split(";  "),
                "reads": speak(f"edition_method.{name}_{key}_reads"),
                "source": source or speak("support_by.method"),
            }
            for key, formula, source in FORMULAS.get(name, ())
        ],
    }


def _study(lang: str) -> dict[str, Any]:
    """The study whose argument the atlas serves: how to cite it, and what it says where that may be passed on."""
    speak, card = say(lang), cards.card(survey.SURVEY)
    told: dict[str, Any] = {
        "cite": speak("edition_method.argument_cite", attribution=card.attribution),
        "url": card.url,
        "rows": [],
        "needs": "",
    }
    if cards.allowed(survey.SURVEY):
        needs = survey.needs().dropna(subset=["value"]).sort_values("value")
        told["needs"] = speak("edition_method.argument_needs", needs=", ".join(needs[f"name_{lang}"]))
        told["rows"] = [
            {"said": row[f"name_{lang}"], "kind": row[f"measure_{lang}"], "page": row["page"]}
            for row in survey.obstacles().to_dict("records")
        ]
    return told
