"""All that `annotator score --interactive` says. One line each; fields in braces are filled in."""

from __future__ import annotations

HELP = """\
1 to 4: give this level. It is saved at once. 0: cannot judge.
t: read the article in numbered sentences. t 3: sentence 3. t 3-8: sentences 3 to 8.
c: hear this criterion again. c 2: go to criterion 2.
e 3: cite sentence 3 as evidence. e 3 WORDS: cite only these words of sentence 3.
f: list the findings of the signals. f L: only those with the letter L. f 2: cite finding 2 as evidence.
d: drop the evidence cited last.
a WHY: say why there is nothing to quote (absent because).
n WORDS: write a note. n -: empty the note.
u: undo your last judgement. r: redo it.
s: skip to the next criterion without an answer.
reveal outlet, reveal signals: see now what is hidden. It is recorded.
q: quit. Everything confirmed is saved."""

TITLE = "Article: {title}"
OUTLET = "Outlet: {outlet}. Language: {language}. Sentences: {sentences}."
OUTLET_HIDDEN = "Outlet: hidden, called {outlet} here. Language: {language}. Sentences: {sentences}."
RUBRIC = "Rubric: {rubric} {version}. {done} of {total} criteria answered."
BEGIN = "Type t to read the article, ? for help, q to quit."

CRITERION = "Criterion {number} of {total}: {title}. {question}"
LEVEL = "{value}: {label}. {descriptor}"
CANNOT_JUDGE = "0: cannot judge."
NEEDS = {
    "none": "",
    "quote-or-absence": "Needs evidence (e or f), or a reason why there is none (a).",
    "quote": "Needs evidence (e or f).",
}
STANDS = "Your answer so far: {answer}."
EVIDENCE = "Evidence {number}: “{words}”"
ABSENT = "Absent because: {words}"
NOTE = "Note: {words}"
PROMPT = "Your answer to {title}: {levels}, 0 cannot judge, or ? for help."
ASK_ABSENT = "Absent because:"
ASK_NOTE = "Your note in one line, empty to leave it as it is:"
FOLLOW_UP = "{question} (one line, empty to leave it out)"
FOLLOW_UP_CHOICE = "{question} (a number, empty to leave it out)"
CHOICE = "{number}: {label}"
NO_CHOICE = "{given} is none of the numbers 1 to {last}."

SAVED = "Saved: {title}: {answer}. {done} of {total} answered."
KEPT = "Kept for {title}; it waits for your answer."
WAITS = "{answer} waits. {needs}"
ALL_DONE = "All {total} criteria are answered. c NUMBER goes back to one, q quits."
SIGNALS_OUT = "The signals can be seen now: f lists their findings."
SIGNALS_HELD = "The findings wait until every criterion is answered. reveal signals shows them now."
NO_FINDINGS = "No signal found anything here. That is no praise."
NO_LETTER = "No finding has the letter {letter}."
UNAVAILABLE = "{signal} cannot answer: {reason}"
FINDING = "{number}. {letter} {signal}: '{words}' sentence {sentence}: {why}"
SENTENCE = "{number}. {words}"
CITED_ALREADY = "These words are cited already."
NO_SENTENCE = "There is no sentence {number}; the article has 1 to {last}."
NO_FINDING = "There is no finding {number}. f lists them."
NO_WORDS = "These words do not stand in sentence {number}. Copy them as they are read."
WHICH_SENTENCE = "Which sentence? e NUMBER, for example e 3."
NO_ABSENCE = "An absence is no evidence for this criterion."
NOTHING_CITED = "Nothing is cited for this criterion."
NEEDS_LAST = "This score needs its last evidence. Cite another first, or take the score back with u."
NO_LEVEL = "{given} is no level of this criterion: {levels}."
NO_CRITERION = "There is no criterion {number}; the rubric has 1 to {last}."
UNDONE = "Taken back: {title}. It stands at: {answer}."
REDONE = "Done again: {title}. It stands at: {answer}."
ELSEWHERE = "This was elsewhere: {article}, rubric {rubric}."
NOTHING_TO_UNDO = "There is nothing to take back."
NOTHING_TO_REDO = "There is nothing to do again."
NOTHING_OPEN = "Every criterion has an answer."
REVEALED = "You see now: {what}. It is recorded that you do."
SEEN_ALREADY = "You can see this already: {what}."
WHICH_REVEAL = "Reveal what? reveal outlet or reveal signals."
UNKNOWN = "{given} is no command here. ? lists them."
QUIT = "{done} of {total} criteria are answered. Everything confirmed is saved."
NO_ANSWER = "no answer"
CANNOT = "cannot judge"
OUTLET_IS = "Outlet: {outlet}. By: {byline}. Address: {url}."
