"""A new rubric to fill in: commented, in the languages wanted, and right as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.complaints import shown
from annotator.formats.names import NAME, name_like
from annotator.formats.rubric_files import FORMAT
from annotator.formats.writing import replacing
from annotator.languages import CODES
from annotator.model.rubrics import Words, in_language
from annotator.resources import shipped

SCHEMA = "rubric.schema.json"
"""The file beside a rubric from which editors know its keys."""

_TEXTS: dict[str, Words] = {
    "title": {"en": "A name for lists", "it": "Un nome per gli elenchi", "hi": "सूची में दिखने वाला नाम"},
    "description": {
        "en": "What these questions look at. Level 1 is the weakest, level 3 the strongest.",
        "it": "Che cosa guardano queste domande. Il livello 1 è il più debole, il 3 il più solido.",
        "hi": "ये सवाल क्या देखते हैं। स्तर 1 सबसे कमज़ोर है, स्तर 3 सबसे मज़बूत।",
    },
    "first": {"en": "Sources", "it": "Fonti", "hi": "स्रोत"},
    "first question": {
        "en": "Can you tell who says what?",
        "it": "Si capisce chi dice che cosa?",
        "hi": "क्या पता चलता है कि कौन-सी बात किसने कही?",
    },
    "label 1": {"en": "Nobody named", "it": "Nessuno", "hi": "किसी का नाम नहीं"},
    "descriptor 1": {
        "en": "No person, document or organisation stands behind the main claim.",
        "it": "Dietro l’affermazione principale non c’è una persona, un documento o un ente.",
        "hi": "मुख्य बात के पीछे कोई व्यक्ति, दस्तावेज़ या संस्था नहीं है।",
    },
    "example 1": {
        "en": "The bridge will fall.",
        "it": "Il ponte crollerà.",
        "hi": "पुल गिर जाएगा।",
    },
    "label 2": {"en": "Somebody vague", "it": "Qualcuno di vago", "hi": "कोई अनजान"},
    "descriptor 2": {
        "en": "The source is one that you could not find again.",
        "it": "La fonte è tale che non potresti ritrovarla.",
        "hi": "स्रोत ऐसा है जिसे आप खोज नहीं सकते।",
    },
    "example 2": {
        "en": "Experts say that the bridge will fall.",
        "it": "Secondo gli esperti il ponte crollerà.",
        "hi": "जानकारों का कहना है कि पुल गिर जाएगा।",
    },
    "label 3": {"en": "Somebody named", "it": "Qualcuno di preciso", "hi": "नाम बताया गया"},
    "descriptor 3": {
        "en": "A person, document or organisation that you could find again says it.",
        "it": "Lo dice una persona, un documento o un ente che potresti ritrovare.",
        "hi": "यह बात ऐसे व्यक्ति, दस्तावेज़ या संस्था की है जिसे खोजा जा सकता है।",
    },
    "example 3": {
        "en": "“The bridge will fall”, says its engineer, Anna Reed.",
        "it": "«Il ponte crollerà», dice l’ingegnera Anna Conti.",
        "hi": "“पुल गिर जाएगा”, इंजीनियर अनीता राव ने कहा।",
    },
    "follow-up": {
        "en": "Whom would you ask?",
        "it": "A chi lo chiederesti?",
        "hi": "आप किससे पूछेंगे?",
    },
    "overall": {"en": "Overall impression", "it": "Impressione complessiva", "hi": "कुल मिलाकर राय"},
    "overall question": {
        "en": "How far could you rely on this article?",
        "it": "Quanto potresti fare affidamento su questo articolo?",
        "hi": "इस ख़बर पर कितना भरोसा किया जा सकता है?",
    },
    "low": {"en": "Not at all", "it": "Per niente", "hi": "बिल्कुल नहीं"},
    "low descriptor": {
        "en": "You would pass nothing on before finding it elsewhere.",
        "it": "Non riferiresti nulla senza averlo trovato altrove.",
        "hi": "कहीं और देखे बिना आप कुछ भी आगे नहीं बताएँगे।",
    },
    "low example": {
        "en": "“Don’t take my word for it.”",
        "it": "«Non prenderlo per buono.»",
        "hi": "“अभी इस पर यक़ीन मत करना।”",
    },
    "high": {"en": "As it stands", "it": "Così com’è", "hi": "जैसी है वैसी"},
    "high descriptor": {
        "en": "You would pass its main points on as they stand.",
        "it": "Riferiresti i punti principali così come sono.",
        "hi": "आप मुख्य बातें ज्यों की त्यों आगे बताएँगे।",
    },
    "high example": {
        "en": "“The engineer’s report says so.”",
        "it": "«Lo dice la relazione dell’ingegnera.»",
        "hi": "“इंजीनियर की रिपोर्ट में यही है।”",
    },
}

_TEMPLATE = """\
# A rubric: questions about an article, each with levels that say what a reader would see.
# Change every text below, then run: annotator rubrics check FILE
# yaml-language-server: $schema={schema}
format: {format}
id: {id}
version: "1.0"                  # change it whenever you change a word: scores name the version they used
title:                          # English must be there; a text on one line is English
{title@2}
description:
{description@2}
source_note: Our own.           # whose ideas the rubric follows, and its licence

criteria:
  - id: sources                 # small letters, digits, hyphens
    title:
{first@6}
    question:
{first question@6}
    evidence: quote-or-absence  # none, quote-or-absence (a quote, or why nothing can be quoted) or quote
    signals: [attribution, anonymous]   # findings that help to answer; `annotator signals` lists them
    levels:                     # two to nine, lowest first; "cannot judge" is offered always and is no level
{level 1}
{level 2}
{level 3}
    follow_ups:                 # may be left out: questions asked only after certain answers
      - id: whom-to-ask
        when: {{at_most: 2, cannot_judge: true}}   # at_most, at_least, cannot_judge: any one is enough
        question:
{follow-up@10}
        kind: text              # or choice, with a list: choices: [{{id: …, label: …}}, …]

  - id: overall                 # may be left out; it stands last
    title:
{overall@6}
    question:
{overall question@6}
    ask: before-and-after       # or after, which it is when left out
    levels:
{low}
{high}
"""


TEMPLATE_LANGUAGES = tuple(_TEXTS["title"])
"""The languages in which a new rubric has words of its own."""


def template(id: str, languages: Sequence[str] = ("en",), schema: str = SCHEMA) -> str:
    """A rubric file with this id and texts in these languages and English, with comments for its writer.

    For a language that is none of `TEMPLATE_LANGUAGES` the texts are the English ones, to be translated.

    `schema` is where editors find the schema, as seen from the file.
    """
    chosen = [code for code in CODES if code == "en" or code in languages]
    text = _TEMPLATE.format_map(_Filled(id, schema, chosen))
    return "\n".join(line.rstrip() for line in text.split("\n"))


def write_template(path: Path, languages: Sequence[str] = ("en",)) -> None:
    """Nothing; the file holds a new rubric named like it, and the schema for editors lies beside it.

    Raises `AnnotatorError` for a file that is there already and `InputError` for a name no rubric can have.
    """
    id = path.stem
    if not NAME.fullmatch(id):
        meant = name_like(id)
        hint = f"Call it “{meant}”." if meant else "Write it with small letters a-z, digits and hyphens."
        raise InputError(f"{shown(id)} is not a short name for a rubric.", hint, Place(str(path)))
    if path.exists():
        raise AnnotatorError("the file is already there.", "Choose another name.", Place(str(path)))
    with replacing(path) as out:
        out.write(template(id, languages))
    beside = path.parent / SCHEMA
    if not beside.exists():
        with replacing(beside) as out:
            out.write((shipped("docs") / SCHEMA).read_text(encoding="utf-8"))


class _Filled(dict[str, str]):
    """The parts of the template by name; `NAME@N` is a text by language, indented by N blanks."""

    def __init__(self, id: str, schema: str, languages: Sequence[str]) -> None:
        super().__init__(id=id, schema=schema, format=str(FORMAT))
        self._languages = languages
        self |= {f"level {value}": self._level(value, value) for value in "123"}
        self |= {"low": self._level("1", "low"), "high": self._level("2", "high")}

    def __missing__(self, key: str) -> str:
        name, _, indent = key.partition("@")
        lines = (f'{code}: "{in_language(_TEXTS[name], code)}"' for code in self._languages)
        return "\n".join(" " * int(indent) + line for line in lines)

    def _level(self, value: str, name: str) -> str:
        keys = {"label": name, "descriptor": f"{name} descriptor", "example": f"{name} example"}
        if name.isdecimal():
            keys = {key: f"{key} {name}" for key in keys}
        texts = "\n".join(f"        {key}:\n{self[f'{text}@10']}" for key, text in keys.items())
        return f"      - value: {value}\n{texts}"
