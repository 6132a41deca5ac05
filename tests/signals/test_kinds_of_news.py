"""Whole articles of several kinds, written for this test: which signals speak on which of their lines."""

from __future__ import annotations

import pytest

from annotator.signals import analyze
from annotator.text import find_headline

LETTERS = {
    "L": "loaded", "P": "praise", "H": "hedge", "A": "attribution", "U": "unattributed", "N": "anonymous",
    "B": "boilerplate", "Q": "quote", "C": "clickbait",
}  # fmt: skip

COUNCIL = """
  | Council approves stadium plan after long meeting
B | Updated 2 hours ago
B | Facebook X WhatsApp Email
  | Councillors voted 9-4 on Tuesday night to approve the stadium on Dock Road.
A | The club said the project would create 600 jobs in the town.
QA | "This is a dark day for our community," said Angela Morris, 61, of Dock Road.
U | The stadium will be the most expensive building in the county's history.
HAN | It is understood that a legal challenge is being prepared.
HAN | Many campaigners fear the club will leave within a year.
LL | This spineless council has produced so-called consultations and a shambles.
B | Image: North Press
B | Read more: Stadium row: what we know so far
"""
CRIME = """
  | Man, 34, charged after stabbing in Leeds
  | Officers were called to Elm Grove at about 22:40 on Saturday.
  | The 31-year-old woman was pronounced dead at the scene.
A | Omar Reed, a senior analyst at Northgate, a research firm, told the court on Monday that it was planned.
AN | Local media reported that a second man had fled.
  | Adam Reed, of no fixed address, is due to appear at court on Monday.
U | Knife crime has risen by 12 percent in the city.
B | 2
"""
RAPINA = """
  | Milano, rapina in gioielleria: fermati due uomini
B | Facebook Twitter WhatsApp
  | Due uomini di 34 e 29 anni sono stati arrestati dai carabinieri nella notte.
A | Per l'accusa, gli imputati avrebbero agito per denaro.
QA | "Ho avuto paura", ha raccontato la titolare.
UH | Il bottino ammonterebbe a circa 200mila euro.
A | La Procura fa sapere che le indagini proseguono.
A | Lo ha detto il ministro a margine di un convegno.
UL | L'ennesima figuraccia del Comune è stata causata dalla scarsa vigilanza.
B | Leggi anche: Furto in villa
B | Argomenti: cronaca, Milano
"""
DERBY = """
C | Derby, ecco perché nessuno se lo aspettava
  | Il giocatore, 24 anni, è in scadenza di contratto.
  | Al 12' il capitano ha sbloccato il risultato.
P | Una prestazione sontuosa dei padroni di casa.
AN | Secondo indiscrezioni, il tecnico lascia a giugno.
HAN | Molti tifosi temono un'altra stagione senza coppe.
B | Foto: Archivio
"""
LOOT = """
  | दिल्ली में व्यापारी से लूट, तीन गिरफ्तार
B | Updated: 12 Mar 2024, 10:15 AM IST
A | पुलिस के मुताबिक, वारदात सुबह 10 बजे हुई।
A | डीसीपी रमेश सिंह ने बताया कि आरोपियों की तलाश की जा रही है।
HU | बताया जा रहा है कि बदमाशों ने 5 लाख रुपये छीने।
AN | सूत्रों के अनुसार, पुलिस ने दो लोगों को पकड़ा है।
HU | कथित तौर पर बदमाशों ने हवाई फायरिंग भी की।
L | इस शर्मनाक वारदात से लोग नाराज हैं।
B | यह भी पढ़ें: यूपी में बड़ा हादसा
B | फोटो: पीटीआई
"""
MATCH = """
C | कोहली ने मैदान पर किया ऐसा काम, जानिए पूरा मामला
  | भारत ने ऑस्ट्रेलिया को 6 विकेट से हराकर सीरीज जीत ली।
P | कोहली की शानदार पारी ने मैच पलट दिया।
A | कप्तान रोहित शर्मा ने कहा कि गेंदबाजों ने मेहनत की।
AN | बीसीसीआई के एक अधिकारी ने बताया कि अगली सीरीज जून में होगी।
U | कोहली दुनिया के सबसे अमीर खिलाड़ी हैं।
B | ताजा खबरों के लिए डाउनलोड करें ऐप
"""
PUENTE = """
  | El puente de Valdeluz costará 3,4 millones más
B | 12 de marzo de 2024
A | La alcaldesa Irene Molina reconoció el martes que las obras se retrasan.
QA | «Nos equivocamos en los cálculos», dijo la alcaldesa.
A | Según el informe de la constructora, los pilares se apoyan sobre arena.
HAN | Según fuentes municipales, el sobrecoste podría llegar a cinco millones.
HU | Presuntamente, el anterior arquitecto habría ocultado dos estudios del suelo.
U | Es el mayor agujero de la historia del municipio.
L | El bochornoso espectáculo del pleno duró hasta la medianoche.
  | El arquitecto, 61 años, firmó el proyecto a las 10.
B | Suscríbete a nuestra newsletter
B | Lee también: Las diez mejores tapas
B | Foto: Archivo
"""
FERIA = """
C | No te vas a creer lo que esconde la feria de Valdeluz
P | La magistral actuación de la orquesta cerró las fiestas.
  | El equipo local ganó 2-1 con un gol en el minuto 80.
AN | Se rumorea que el delantero cambiará de equipo.
HAN | Muchos vecinos temen que la fábrica se traslade.
A | El tribunal condenó a la empresa Obras Norte a pagar 1,2 millones de euros.
L | El enésimo despropósito del concejal indigna al barrio.
B | Síguenos en Facebook e Instagram
B | © 2024 Diario de Valdeluz. Todos los derechos reservados.
"""
ARTICLES = [
    ("en", COUNCIL), ("en", CRIME), ("it", RAPINA), ("it", DERBY), ("hi", LOOT), ("hi", MATCH),
    ("es", PUENTE), ("es", FERIA),
]  # fmt: skip


@pytest.mark.parametrize(("language", "article"), ARTICLES)
def test_each_line_has_the_signals_that_a_reader_would_set(language: str, article: str) -> None:
    rows = [row.split("| ", 1) for row in article.strip("\n").splitlines()]
    text = "\n".join(words for _, words in rows)
    findings = analyze(text, language, find_headline(text)).findings
    wanted, found, at = {}, {}, 0
    for letters, words in rows:
        here = {f.signal for f in findings if at <= f.start < at + len(words)} & set(LETTERS.values())
        wanted[words] = {LETTERS[letter] for letter in letters.strip()}
        found[words] = here
        at += len(words) + 1
    assert found == wanted
