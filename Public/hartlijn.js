// Finds what asks for a behaviour and attaches it. Every page does its work without this file.

// Without a prototype: a name that is not here is nothing, whatever a page says.
const behaviours = {
  __proto__: null,
  ending: () => import("./behaviours/ending.js"),
  leaving: () => import("./behaviours/leaving.js"),
  reading: () => import("./behaviours/reading.js"),
  steps: () => import("./behaviours/steps.js"),
  waiting: () => import("./behaviours/waiting.js"),
  keypad: () => import("./behaviours/keypad.js"),
  keys: () => import("./behaviours/keys.js"),
  "key-switch": () => import("./behaviours/key-switch.js"),
  "letter-code": () => import("./behaviours/letter-code.js"),
  meter: () => import("./behaviours/meter.js"),
  news: () => import("./behaviours/news.js"),
  pane: () => import("./behaviours/pane.js"),
  copy: () => import("./behaviours/copy.js"),
  seen: () => import("./behaviours/seen.js"),
  passkey: () => import("./behaviours/passkey.js"),
  print: () => import("./behaviours/print.js"),
  push: () => import("./behaviours/push.js"),
  readability: () => import("./behaviours/readability.js"),
  speak: () => import("./behaviours/speak.js"),
  timer: () => import("./behaviours/timer.js"),
}

for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) {
    behaviours[name]?.().then((module) => module.attach(element))
  }
}
