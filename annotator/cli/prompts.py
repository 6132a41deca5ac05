"""All that `annotator score --interactive` says. One line each; fields in braces are filled in."""

from __future__ import annotations

from annotator.model.modes import Veil
from annotator.translating import N_

HELP = (
    N_("1 to 4: give this level. It is saved at once. 0: cannot judge."),
    N_("t: read the article in numbered sentences. t 3: sentence 3. t 3-8: sentences 3 to 8."),
    N_("c: hear this criterion again. c 2: go to criterion 2."),
    N_("e 3: cite sentence 3 as evidence. e 3 WORDS: cite only these words of sentence 3."),
    N_("f: list the findings of the signals. f L: those with the letter L. f 2: cite finding 2."),
    N_("d: drop the evidence cited last."),
    N_("a WHY: say why there is nothing to quote (absent because)."),
    N_("n WORDS: write a note. n -: empty the note."),
    N_("u: undo your last judgement. r: redo it."),
    N_("s: skip to the next criterion without an answer."),
    N_("reveal outlet, reveal signals: see now what is hidden. It is recorded."),
    N_("l it: speak Italian from now on. l hi: Hindi. l en: English."),
    N_("q: quit. Everything confirmed is saved."),
)
"""One line for each command."""

TITLE = N_("Article: {title}")
OUTLET = N_("Outlet: {outlet}. Language: {language}. Sentences: {sentences}.")
OUTLET_HIDDEN = N_("Outlet: hidden, called {outlet} here. Language: {language}. Sentences: {sentences}.")
RUBRIC = N_("Rubric: {rubric} {version}. {done} of {total} criteria answered.")
BEGIN = N_("Type t to read the article, ? for help, q to quit.")

CRITERION = N_("Criterion {number} of {total}: {title}. {question}")
LEVEL = N_("{value}: {label}. {descriptor}")
CANNOT_JUDGE = N_("0: cannot judge.")
NEEDS = {
    "none": "",
    "quote-or-absence": N_("Needs evidence (e or f), or a reason why there is none (a)."),
    "quote": N_("Needs evidence (e or f)."),
}
STANDS = N_("Your answer so far: {answer}.")
EVIDENCE = N_("Evidence {number}: “{words}”")
ABSENT = N_("Absent because: {words}")
NOTE = N_("Note: {words}")
PROMPT = N_("Your answer to {title}: {levels}, 0 cannot judge, or ? for help.")
ASK_ABSENT = N_("Absent because:")
ASK_NOTE = N_("Your note in one line, empty to leave it as it is:")
FOLLOW_UP = N_("{question} (one line, empty to leave it out)")
FOLLOW_UP_CHOICE = N_("{question} (a number, empty to leave it out)")
CHOICE = N_("{number}: {label}")
NO_CHOICE = N_("{given} is none of the numbers 1 to {last}.")

SAVED = N_("Saved: {title}: {answer}. {done} of {total} answered.")
KEPT = N_("Kept for {title}; it waits for your answer.")
WAITS = N_("{answer} waits. {needs}")
ALL_DONE = N_("All {total} criteria are answered. c NUMBER goes back to one, q quits.")
SIGNALS_OUT = N_("The signals can be seen now: f lists their findings.")
SIGNALS_HELD = N_("The findings wait until every criterion is answered. reveal signals shows them now.")
NO_FINDINGS = N_("No signal found anything here. That is no praise.")
NO_LETTER = N_("No finding has the letter {letter}.")
UNAVAILABLE = N_("{signal} cannot answer: {reason}")
FINDING = N_("{number}. {letter} {signal}: '{words}' sentence {sentence}: {why}")
SENTENCE = N_("{number}. {words}")
CITED_ALREADY = N_("These words are cited already.")
NO_SENTENCE = N_("There is no sentence {number}; the article has 1 to {last}.")
NO_FINDING = N_("There is no finding {number}. f lists them.")
NO_WORDS = N_("These words do not stand in sentence {number}. Copy them as they are read.")
WHICH_SENTENCE = N_("Which sentence? e NUMBER, for example e 3.")
NO_ABSENCE = N_("An absence is no evidence for this criterion.")
NOTHING_CITED = N_("Nothing is cited for this criterion.")
NEEDS_LAST = N_("This score needs its last evidence. Cite another first, or take the score back with u.")
NO_LEVEL = N_("{given} is no level of this criterion: {levels}.")
NO_CRITERION = N_("There is no criterion {number}; the rubric has 1 to {last}.")
UNDONE = N_("Taken back: {title}. It stands at: {answer}.")
REDONE = N_("Done again: {title}. It stands at: {answer}.")
ELSEWHERE = N_("This was elsewhere: {article}, rubric {rubric}.")
NOTHING_TO_UNDO = N_("There is nothing to take back.")
NOTHING_TO_REDO = N_("There is nothing to do again.")
NOTHING_OPEN = N_("Every criterion has an answer.")
REVEALED = {
    Veil.OUTLET: N_("You see the outlet now. It is recorded that you do."),
    Veil.SIGNALS: N_("You see the signals now. It is recorded that you do."),
}
SEEN_ALREADY = {
    Veil.OUTLET: N_("You can see the outlet already."),
    Veil.SIGNALS: N_("You can see the signals already."),
}
WHICH_REVEAL = N_("Reveal what? reveal outlet or reveal signals.")
SPEAKS = N_("English from now on.")
NO_LANGUAGE = N_("Which language? l en, l it or l hi.")
UNKNOWN = N_("{given} is no command here. ? lists them.")
QUIT = N_("{done} of {total} criteria are answered. Everything confirmed is saved.")
NO_ANSWER = N_("no answer")
CANNOT = N_("cannot judge")
OUTLET_IS = N_("Outlet: {outlet}. By: {byline}. Address: {url}.")
