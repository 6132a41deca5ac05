// Draws rows of cells. Every piece stands where the server counted it, so a border cannot be pushed aside; a
// piece that its font draws wider than its cells is drawn narrower, one that it draws narrower has wider spaces.

const EIGHT = ["#000", "#c33", "#2a2", "#a80", "#36c", "#a3a", "#288", "#ccc"];
const probe = document.createElement("canvas").getContext("2d");
let looks = []; // by the server's number: what to set on a piece
let widths = new Map();
let font = "";
let size = 0;
let stretch = 1; // how much taller than its letters a line is: what a frame's lines need to meet

export function forget() {
  widths = new Map();
}

// The size of a cell, and how many fit; letters shrink where the least number of columns would not.
export function measure(screen, [columns, lines]) {
  const rows = screen.firstElementChild;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const family = getComputedStyle(rows).fontFamily;
  probe.font = `100px ${family}`;
  const advance = probe.measureText("M".repeat(20)).width / 2000;
  size = Math.max(8, Math.min(0.95 * rem, screen.clientWidth / (columns * advance), screen.clientHeight / (lines * 1.3)));
  const width = size * advance;
  const height = Math.round(size * 1.32);
  rows.style.fontSize = `${size}px`;
  rows.style.lineHeight = `${height}px`;
  font = family;
  probe.font = `${size}px ${family}`;
  const block = probe.measureText("\u2502");
  stretch = Math.max(1, (height + 1) / (block.actualBoundingBoxAscent + block.actualBoundingBoxDescent));
  forget();
  return {
    width,
    height,
    columns: Math.floor(screen.clientWidth / width),
    lines: Math.floor(screen.clientHeight / height),
  };
}

export function paint(rows, told, cells) {
  if (told.styles) {
    looks.length = told.styles[0];
    looks.push(...told.styles[1].map(look));
  }
  if (told.size) rows.replaceChildren();
  for (const [y, pieces] of told.rows) {
    if (y === 1) rows.parentElement.style.backgroundColor = looks[pieces[0]?.[2]]?.css.backgroundColor || "";
    while (rows.childElementCount <= y) rows.append(document.createElement("div"));
    const row = rows.children[y];
    row.style.top = `${y * cells.height}px`;
    row.style.height = `${cells.height}px`;
    row.replaceChildren(...pieces.map((piece) => draw(piece, cells)));
  }
}

function draw([x, length, number, text], cells) {
  const piece = document.createElement("span");
  piece.style.left = `${x * cells.width}px`;
  piece.style.width = `${length * cells.width}px`;
  const { css, bold, italic } = looks[number] || looks[0];
  Object.assign(piece.style, css);
  if (/^[\x20-\x7e\xa0-\u02ff]*$/.test(text)) {
    piece.textContent = text;
    return piece;
  }
  const inner = document.createElement("b");
  inner.textContent = text;
  piece.append(inner);
  if (/^[\u2500-\u259f]*$/.test(text)) {
    piece.className = "box";
    inner.style.transform = `scaleY(${stretch})`;
    return piece;
  }
  const room = length * cells.width;
  const natural = width(text, bold, italic);
  const gaps = text.split(" ").length - 1;
  if (natural > room * 1.005) inner.style.transform = `scaleX(${room / natural})`;
  else if (gaps) inner.style.wordSpacing = `${(room - natural) / gaps}px`;
  piece.className = "word";
  return piece;
}

function width(text, bold, italic) {
  const key = `${bold}${italic}${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    const words = getComputedStyle(document.documentElement).getPropertyValue("--word");
    probe.font = `${italic ? "italic " : ""}${bold ? "bold " : ""}${size}px ${font}, ${words}`;
    found = probe.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, found);
  }
  return found;
}

// What the numbers of a terminal's style mean.
function look(given) {
  const numbers = given.split(/[;:]/).filter((one) => one !== "").map(Number);
  const css = {};
  let front = "";
  let back = "";
  let reverse = false;
  let bold = false;
  let italic = false;
  const lines = [];
  for (let at = 0; at < numbers.length; at++) {
    const one = numbers[at];
    if (one === 1) bold = true;
    else if (one === 2) css.opacity = "0.7";
    else if (one === 3) italic = true;
    else if (one === 4 || one === 21) lines.push(one === 21 ? "double" : "solid");
    else if (one === 7) reverse = true;
    else if (one === 9) css.textDecorationLine = "line-through";
    else if (one === 38 || one === 48) {
      const [colour, used] = long(numbers, at + 1);
      if (one === 38) front = colour;
      else back = colour;
      at += used;
    } else if (one >= 30 && one <= 37) front = EIGHT[one - 30];
    else if (one >= 40 && one <= 47) back = EIGHT[one - 40];
    else if (one >= 90 && one <= 97) front = EIGHT[one - 90];
    else if (one >= 100 && one <= 107) back = EIGHT[one - 100];
  }
  if (reverse) [front, back] = [back || "Canvas", front || "CanvasText"];
  if (front) css.color = front;
  if (back) css.backgroundColor = back;
  if (bold) css.fontWeight = "bold";
  if (italic) css.fontStyle = "italic";
  if (lines.length) {
    css.textDecorationLine = "underline";
    css.textDecorationStyle = lines.includes("double") ? "double" : "solid";
    css.textUnderlineOffset = "0.18em";
  }
  return { css, bold, italic };
}

function long(numbers, at) {
  if (numbers[at] === 2) return [`rgb(${numbers.slice(at + 1, at + 4).join(" ")})`, 4];
  const one = numbers[at + 1];
  if (one < 16) return [EIGHT[one % 8], 2];
  if (one > 231) return [`rgb(${Array(3).fill(8 + (one - 232) * 10).join(" ")})`, 2];
  const steps = [0, 95, 135, 175, 215, 255];
  const cube = one - 16;
  return [`rgb(${steps[Math.floor(cube / 36)]} ${steps[Math.floor(cube / 6) % 6]} ${steps[cube % 6]})`, 2];
}
