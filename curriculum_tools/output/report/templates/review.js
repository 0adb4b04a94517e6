// Answers without loading the page anew, keys, and a word when the server or a file has changed.
"use strict";

const POLL = 3000; // milliseconds
const SLOW = 300; // what takes longer is said
const DOUBLE = 400; // a second click within this was meant for what stood there before
const page = document.body.dataset;
const find = (selector) => document.querySelector(selector);
const items = () => [...document.querySelectorAll(".item")];
const keys = find("#keys input");

function say(text) {
  find("#remark").textContent = text;
}

// A text that stands there already is not said again.
function warn(text, cause = "") {
  const alert = find("#alert");
  if (alert.dataset.said === text) return;
  alert.dataset.said = text;
  alert.dataset.cause = cause;
  alert.textContent = text;
  if (cause === "changed") {
    const button = document.createElement("button");
    button.textContent = "Show it";
    button.addEventListener("click", () => load("/?" + new URLSearchParams({ token: page.token })));
    alert.append(" ", button);
  }
}

function closed() {
  warn("The server does not answer: nothing more is saved. What was answered before is in the " +
       "decisions file. Start curriculum review again, and open the page that it names.", "closed");
}

// What was begun to be written stays: texts in forms, and forms that are open.
function begun() {
  const open = [...document.querySelectorAll("main .asking[open] form")];
  return new Map(open.map((form) => [form.id, form.querySelector("input:not([type])").value]));
}

function restore(texts) {
  for (const [id, text] of texts) {
    const form = document.getElementById(id);
    if (!form) continue;
    form.closest("details").open = true;
    form.querySelector("input:not([type])").value = text;
  }
}

// The page as the server gives it takes the place of this one. What is to be answered next is
// shown where the answered one was; where nothing has changed, all stays as it is.
function show(html, answered) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const { revision, next } = fresh.body.dataset;
  say(fresh.querySelector("#remark").textContent);
  warn(fresh.querySelector("#alert").textContent);
  if (revision === page.revision) return;
  const top = answered ? answered.getBoundingClientRect().top : 0;
  const texts = begun();
  if (answered) answered.querySelectorAll("form").forEach((form) => texts.delete(form.id));
  for (const part of ["#count", "#undo", "main"]) find(part).replaceWith(fresh.querySelector(part));
  restore(texts);
  prepare();
  document.title = fresh.title;
  page.revision = revision;
  const here = document.getElementById(`item-${next}`) || find(".item");
  if (!here) {
    find("main").focus();
    return;
  }
  here.focus({ preventScroll: true });
  const lowest = Math.max(0, innerHeight - Math.min(here.offsetHeight, innerHeight / 2));
  scrollBy(0, here.getBoundingClientRect().top - Math.min(Math.max(top, below()), lowest));
}

// Where the bar ends, below which an item can be seen.
function below() {
  return find(".bar").getBoundingClientRect().bottom + 8;
}

let isBusy = false;

async function load(url, options = {}, answered = null) {
  if (isBusy) return;
  isBusy = true;
  document.body.classList.add("busy");
  const slow = setTimeout(() => say("saving, and merging anew …"), SLOW);
  try {
    const answer = await fetch(url, options);
    const text = await answer.text();
    if (answer.ok) {
      show(text, answered);
    } else {
      say("");
      warn(text);
    }
  } catch {
    say("");
    closed();
  }
  clearTimeout(slow);
  document.body.classList.replace("busy", "settling");
  setTimeout(() => document.body.classList.remove("settling"), DOUBLE);
  isBusy = false;
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const { target, submitter } = event;
  const body = new URLSearchParams(new FormData(target, submitter));
  load(target.action, { method: "POST", body }, target.closest(".item, .bulk"));
});

function isSeen(item) {
  const { top, bottom } = item.getBoundingClientRect();
  return bottom > below() && top < innerHeight;
}

function focused() {
  return document.activeElement.closest(".item");
}

function goTo(item) {
  if (!item) return;
  item.focus({ preventScroll: true });
  scrollBy(0, item.getBoundingClientRect().top - below());
}

// From the item that has the focus, or else that is seen.
function go(step) {
  const all = items();
  const from = focused();
  if (!from || !isSeen(from)) goTo(all.find(isSeen) || all[0]);
  else goTo(all[all.indexOf(from) + step]);
}

// A key answers only what has the focus and is seen: nothing is decided unseen.
function press(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const item = focused();
  const group = document.activeElement.closest(".group");
  const there = item && isSeen(item) && item.querySelector(named);
  const button = there || (group && group.querySelector(`.bulk ${named}`));
  if (button) button.click();
  return Boolean(button);
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (key === "Escape" && target.closest(".asking[open]")) {
    target.closest(".asking").open = false;
    (target.closest(".item, .group") || find("main")).focus({ preventScroll: true });
  }
  if (target.matches("input:not([type])") || event.repeat) return;
  if (key === "ArrowRight" || key === "ArrowLeft") {
    event.preventDefault();
    go(key === "ArrowRight" ? 1 : -1);
  } else if (keys.checked && key === "j") {
    go(1);
  } else if (keys.checked && key === "u" && !find("#undo").hidden) {
    find("#undo button").click();
  } else if (keys.checked && key.length === 1 && press(key)) {
    event.preventDefault();
  }
});

// A form that opens is ready to be filled in.
document.addEventListener("toggle", (event) => {
  const { target } = event;
  if (!target.matches(".asking") || !target.open || isBusy) return;
  const input = target.querySelector("input:not([type])");
  input.focus();
  input.select();
}, true);

function prepare() {
  for (const hint of document.querySelectorAll(".with-keys")) hint.hidden = false;
}

async function poll() {
  if (isBusy || document.hidden) return;
  try {
    const answer = await fetch("/state?" + new URLSearchParams({ token: page.token }));
    if (!answer.ok) throw new Error(answer.statusText);
    const { revision } = await answer.json();
    if (isBusy) return;
    if (String(revision) !== page.revision) {
      warn("What is open has changed, in another tab or on the disk.", "changed");
    } else if (find("#alert").dataset.cause === "closed") {
      warn("");
    }
  } catch {
    if (!isBusy) closed();
  }
}

setInterval(poll, POLL);
document.addEventListener("visibilitychange", poll);
find("#keys").hidden = false;
prepare();
