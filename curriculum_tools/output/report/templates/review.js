// Answers without loading the page anew, keys, and a word when the server or the file has changed.
"use strict";

const POLL = 3000; // milliseconds
const page = document.body.dataset;

function warn(text, action) {
  const alert = document.getElementById("alert");
  alert.textContent = text;
  if (action) {
    const button = document.createElement("button");
    button.textContent = action;
    button.addEventListener("click", () => location.reload());
    alert.append(" ", button);
  }
  alert.hidden = false;
}

function closed() {
  warn("The server does not answer: nothing more is saved. What was answered before is in the " +
       "decisions file. Start `curriculum review` again, and open the page that it names.");
}

// The page as the server gives it takes the place of this one; the item after the answered one
// is shown where that was.
function show(html, next) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const top = next && next.getBoundingClientRect().top;
  for (const part of [".bar", "main"]) {
    document.querySelector(part).replaceWith(fresh.querySelector(part));
  }
  document.title = fresh.title;
  page.revision = fresh.body.dataset.revision;
  const here = (next && document.getElementById(next.id)) || document.querySelector(".item");
  if (here) {
    here.focus({ preventScroll: true });
    if (top !== null && here.id === (next && next.id)) {
      scrollBy(0, here.getBoundingClientRect().top - Math.max(top, 80));
    } else {
      here.scrollIntoView();
    }
  }
}

let isBusy = false;

async function send(form, button) {
  if (isBusy) return;
  isBusy = true;
  document.body.classList.add("busy");
  const values = new URLSearchParams(new FormData(form, button));
  const items = [...document.querySelectorAll(".item")];
  const next = items[items.indexOf(form.closest(".item")) + 1] || null;
  try {
    const answer = await fetch(form.action, { method: "POST", body: values });
    const html = await answer.text();
    if (answer.ok) show(html, next); else warn(`Nothing was saved: ${html}`);
  } catch {
    closed();
  }
  document.body.classList.remove("busy");
  isBusy = false;
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, event.submitter);
});

function current() {
  const focused = document.activeElement.closest(".item");
  if (focused) return focused;
  const seen = (item) => item.getBoundingClientRect().bottom > 80;
  return [...document.querySelectorAll(".item")].find(seen) || null;
}

function go(step) {
  const items = [...document.querySelectorAll(".item")];
  const at = items.indexOf(current());
  const to = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  if (to) {
    to.focus({ preventScroll: true });
    to.scrollIntoView();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
  const item = current();
  const key = CSS.escape(event.key);
  const button = item && item.querySelector(`button[data-key="${key}"]`);
  const undo = event.key === "u" && document.querySelector('.bar button[data-key="u"]');
  if (button || undo) {
    event.preventDefault();
    (button || undo).click();
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    go(event.key === "j" ? 1 : -1);
  }
});

setInterval(async () => {
  if (isBusy) return;
  try {
    const state = await fetch(`/state?token=${encodeURIComponent(page.token)}`);
    const { revision } = await state.json();
    if (!isBusy && String(revision) !== page.revision) {
      warn("What is open has changed, in another tab or on the disk.", "Show it");
    }
  } catch {
    closed();
  }
}, POLL);
