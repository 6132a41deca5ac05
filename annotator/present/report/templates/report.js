"use strict";
// Better with this, complete without it: marks can be switched off, reasons open on a tap, printing shows all.
(() => {
  const body = document.body;
  for (const tools of document.querySelectorAll(".tools")) {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      body.classList.toggle("hide-" + button.dataset.signal, !on);
    });
  }
  const why = document.getElementById("why");
  why.querySelector("button").addEventListener("click", () => { why.hidden = true; });
  body.addEventListener("keydown", (event) => { if (event.key === "Escape") why.hidden = true; });
  body.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[title]");
    if (!mark) return;
    why.querySelector("p").textContent = mark.title;
    why.hidden = false;
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open], .findings, .matrix details)")];
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
