"""A rubric as a sheet to print: one page for each article, with boxes to tick and a line for the words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from annotator.model.rubrics import Criterion, Rubric, in_language

_WORDS = {
    "en": ("Code", "Article", "Date", "cannot judge", "Words that show it", "Tick one box in each row."),
    "it": ("Codice", "Articolo", "Data", "non posso giudicare", "Parole che lo mostrano",
           "Segna una casella in ogni riga."),
    "hi": ("कोड", "लेख", "तारीख़", "तय नहीं कर सकते", "इसे दिखाने वाले शब्द", "हर पंक्ति में एक खाने पर निशान लगाएँ।"),
}  # fmt: skip
_STYLE = """
@page { size: A4 portrait; margin: 11mm }
body { font: 9.5pt/1.25 "Noto Sans", "Noto Sans Devanagari", sans-serif; color: #000; margin: 0 }
section { break-after: page; max-width: 188mm; margin: 0 auto }
section:last-child { break-after: auto }
h1 { font-size: 13pt; margin: 0 0 2mm } h2 { font-size: 10pt; margin: 2.2mm 0 0 }
p { margin: 0.6mm 0 }
.head { display: flex; gap: 6mm } .head span { flex: 1; border-bottom: 0.3mm solid #000; padding-bottom: 1mm }
.head .wide { flex: 3 }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 4mm; padding: 0; margin: 0.6mm 0 }
li::before { content: "☐ "; font-size: 12pt }
.words { border-bottom: 0.2mm dotted #000; height: 8mm }
"""


def sheet(rubric: Rubric, articles: Sequence[str], language: str) -> str:
    """An HTML page without scripts or addresses; a blank sheet where no article is named."""
    code, article, date, cannot, words, how = _WORDS.get(language) or _WORDS["en"]
    title = escape(in_language(rubric.title, language))
    pages = []
    for name in articles or ("",):
        criteria = "".join(_criterion(one, language, cannot, words) for one in rubric.criteria)
        pages.append(
            f'<section><h1>{title}</h1><div class="head"><span>{code}:</span>'
            f'<span class="wide">{article}: {escape(name)}</span><span>{date}:</span></div>'
            f"<p>{how}</p>{criteria}</section>\n"
        )
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n{''.join(pages)}</body></html>\n"
    )


def _criterion(one: Criterion, language: str, cannot: str, words: str) -> str:
    levels = "".join(
        f"<li>{level.value} {escape(in_language(level.label, language))}</li>" for level in one.levels
    )
    asked = escape(in_language(one.question, language))
    line = f'<div class="words">{words}:</div>' if one.evidence != "none" else ""
    name = escape(in_language(one.title, language))
    return f"<h2>{name}</h2><p>{asked}</p><ul>{levels}<li>0 {cannot}</li></ul>{line}\n"
