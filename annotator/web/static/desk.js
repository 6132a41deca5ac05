// The app's page: draws rows where the server counted them, sends keys and clicks, says when the line is lost.
import { paint, measure, forget } from "./painting.js";

const screen = document.getElementById("screen");
const rows = document.getElementById("rows");
const keys = document.getElementById("keys");
const notice = document.getElementById("notice");
const dark = matchMedia("(prefers-color-scheme: dark)");

// What the page says of itself, in the language of the page.
const WORDS = JSON.parse(document.querySelector("meta[name=words]").content);
const LEAST = [60, 15];
const SILENCE = 25000; // after so many milliseconds without a word the line counts as lost
const CLOSED = {
  4401: ["/", WORDS.pin],
  4000: [null, WORDS.elsewhere],
  4001: ["/bye", WORDS.left],
  4002: ["/", WORDS.idle],
  4005: [null, WORDS.full],
  4003: [null, WORDS.over],
};

let cells = { width: 8, height: 16, columns: 80, lines: 24 };
let socket = null;
let session = ""; // the session of the server that the numbers below belong to
let sent = 0; // the number of the last key or click
let unheard = []; // what the server has not said it has
let heard = 0;
let tries = 0;
let timer = 0;
let closed = false;

document.getElementById("who").textContent = document.querySelector("meta[name=handle]").content;

function say(words, calm = false) {
  notice.hidden = !words;
  notice.textContent = words;
  notice.classList.toggle("calm", calm);
}

function fit() {
  cells = measure(screen, LEAST);
}

function connect() {
  clearTimeout(timer);
  if (closed || (socket && socket.readyState < 2)) return;
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const mine = (socket = new WebSocket(`${scheme}//${location.host}/live`));
  mine.onopen = () => {
    heard = Date.now();
    mine.send(JSON.stringify({ size: [cells.columns, cells.lines], dark: dark.matches, language: document.documentElement.lang }));
  };
  mine.onmessage = (event) => {
    if (mine !== socket) return;
    heard = Date.now();
    take(JSON.parse(event.data));
  };
  mine.onclose = (event) => {
    if (mine !== socket) return;
    socket = null;
    const [onward, words] = CLOSED[event.code] || [];
    if (words) {
      closed = true;
      say(words);
      document.body.classList.add("lost");
      if (onward) location.assign(onward);
      return;
    }
    lost(event.code === 4004 ? WORDS.stopped : "");
  };
}

function lost(words) {
  document.body.classList.add("lost");
  say(words || WORDS.lost);
  const wait = Math.min(500 * 2 ** tries++, 5000) * (0.7 + 0.6 * Math.random());
  clearTimeout(timer);
  timer = setTimeout(connect, wait);
}

function drop() {
  const silent = socket;
  socket = null;
  silent.close();
  lost("");
}

function take(told) {
  if (told.session !== undefined) {
    tries = 0;
    if (told.session !== session) {
      // Another process has no memory of what was under way; what it shows is what was kept.
      if (unheard.length) say(WORDS.look, true);
      session = told.session;
      sent = told.done;
      unheard = [];
    }
    unheard = unheard.filter((one) => one.n > told.done);
    for (const one of unheard) socket.send(JSON.stringify(one));
  }
  if (told.wait !== undefined) say(WORDS.wait.replace("{number}", told.wait), true);
  if (told.had !== undefined) unheard = unheard.filter((one) => one.n > told.had);
  if (told.rows) {
    if (told.size) {
      document.body.classList.remove("lost");
      say("");
    }
    paint(rows, told, cells);
  }
}

function send(gesture) {
  if (!socket || socket.readyState !== 1 || !session) return; // what is typed into a lost line is not kept
  const one = { n: ++sent, ...gesture };
  unheard.push(one);
  socket.send(JSON.stringify(one));
}

// Keys. What a browser keeps for itself (its tabs, its zoom) stays with it.
const NAMES = {
  Enter: "enter", Escape: "escape", Tab: "tab", Backspace: "backspace", Delete: "delete", Insert: "insert",
  ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", Home: "home", End: "end",
  PageUp: "pageup", PageDown: "pagedown",
};
const FOR_THE_BROWSER = new Set(["w", "n", "c", "v", "l"]);

keys.addEventListener("keydown", (event) => {
  if (event.isComposing || event.key === "Process" || event.key === "Dead" || event.metaKey) return;
  const named = NAMES[event.key] || (/^F([1-9]|10)$/.test(event.key) && event.key !== "F5" && event.key.toLowerCase());
  if (named) {
    send({ key: (event.ctrlKey ? "ctrl+" : "") + (event.shiftKey ? "shift+" : "") + named });
  } else if (event.key.length === 1 && event.ctrlKey && !event.altKey) {
    const letter = event.key.toLowerCase();
    if (!/^[a-z]$/.test(letter) || FOR_THE_BROWSER.has(letter)) return;
    send({ key: `ctrl+${letter}` });
  } else if (event.key.length === 1 && (!event.altKey || event.getModifierState("AltGraph"))) {
    send({ text: event.key });
  } else {
    return;
  }
  event.preventDefault();
});
// Keyboards on glass, and those that put letters together, write into the field instead.
function pour() {
  if (keys.value) send({ text: keys.value });
  keys.value = "";
}
keys.addEventListener("input", (event) => {
  if (event.inputType === "insertLineBreak") {
    send({ key: "enter" });
    keys.value = "";
  } else if (event.inputType === "deleteContentBackward") {
    send({ key: "backspace" });
  } else if (!event.isComposing) {
    pour();
  }
});
keys.addEventListener("compositionend", pour);
keys.addEventListener("paste", (event) => {
  event.preventDefault();
  send({ paste: event.clipboardData.getData("text/plain").slice(0, 10000) });
});

// The mouse, in cells.
let last = "";
function point(kind, event, button) {
  const box = screen.getBoundingClientRect();
  const x = Math.floor((event.clientX - box.left) / cells.width);
  const y = Math.floor((event.clientY - box.top) / cells.height);
  const here = `${kind} ${x} ${y}`;
  if (kind === "move" && here === last) return;
  last = here;
  send({ mouse: [kind, x, y, button] });
}
let swipe = null;
screen.addEventListener("pointerdown", (event) => {
  keys.focus({ preventScroll: true });
  if (event.pointerType === "touch") swipe = event.clientY;
  if (event.button === 0) point("down", event, 1);
  screen.setPointerCapture(event.pointerId);
  event.preventDefault();
});
screen.addEventListener("pointerup", (event) => {
  swipe = null;
  if (event.button === 0) point("up", event, 1);
});
screen.addEventListener("pointermove", (event) => {
  if (swipe !== null) {
    const lines = Math.trunc((event.clientY - swipe) / (2 * cells.height));
    if (lines) {
      swipe = event.clientY;
      point(lines > 0 ? "scroll-up" : "scroll-down", event, 0);
    }
  } else if (event.buttons & 1) {
    point("move", event, 1);
  }
});
screen.addEventListener("wheel", (event) => {
  event.preventDefault();
  if (event.deltaY) point(event.deltaY < 0 ? "scroll-up" : "scroll-down", event, 0);
}, { passive: false });
screen.addEventListener("contextmenu", (event) => event.preventDefault());
addEventListener("focus", () => keys.focus({ preventScroll: true }));

for (const button of document.querySelectorAll("#touch [data-key]")) {
  button.addEventListener("click", () => {
    const name = button.dataset.key;
    send(name === "question_mark" ? { text: "?" } : { key: name });
  });
}
document.getElementById("keyboard").addEventListener("click", () => keys.focus());

// The size of the page, its light, its line.
new ResizeObserver(() => {
  const before = `${cells.columns} ${cells.lines} ${cells.width}`;
  fit();
  if (before !== `${cells.columns} ${cells.lines} ${cells.width}`) send({ size: [cells.columns, cells.lines] });
}).observe(screen);
dark.addEventListener("change", () => send({ dark: dark.matches }));
addEventListener("online", connect);
addEventListener("offline", () => socket && drop());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && connect());
setInterval(() => {
  if (socket && socket.readyState === 1 && Date.now() - heard > SILENCE) drop();
}, 5000);

document.fonts.ready.then(() => {
  forget();
  fit();
  connect();
  keys.focus({ preventScroll: true });
});
