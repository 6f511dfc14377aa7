// Says what waits on this phone, and sends it: when a page opens, when the internet is back, and then less and less often.
// Without this file nothing is ever kept on the phone, so nothing waits.

import { confirm, question } from "./asked.js"
import { forget, remember } from "./kept.js"
import { flush, standing } from "./sending.js"

const [FIRST, LONGEST] = [2_000, 300_000]

/** "3 readings", in the words of the page. */
export function words(place, count) {
  return (count === 1 ? place.dataset.one : place.dataset.more).replace("{n}", count)
}

export function nextPause(pause) {
  return Math.min(pause * 2, LONGEST)
}

export function attach(place) {
  const part = (name) => place.querySelector(`[data-part=${name}]`)
  const worker = navigator.serviceWorker
  const isDoor = place.dataset.place === "door"
  let [pause, timer, gone] = [FIRST, undefined, 0]
  let now = { waiting: [], asking: [], refused: [], others: 0 }
  let asked

  worker?.register("/sw.js", { type: "module" }).catch(() => {})
  worker?.ready.then(({ active }) => active.postMessage("refill"))
  worker?.addEventListener("message", ({ data }) => draw(undefined, data.sent))
  addEventListener("online", () => { pause = FIRST; go() })
  document.addEventListener("reading-kept", () => draw().then(() => later()))
  part("seen").addEventListener("click", () => forget(now.refused.map((row) => row.turn)).then(() => draw()))
  part("yes").addEventListener("click", () => answer(confirm))
  part("no").addEventListener("click", () => answer((rows) => forget(rows.map((row) => row.turn))))
  if (isDoor) {
    // Whoever comes in here: whose phone it is, is asked again.
    for (const form of document.forms) form.addEventListener("submit", () => remember("mine", undefined).catch(() => {}))
  }
  begin().catch(() => {})

  async function begin() {
    await remember("language", document.documentElement.lang)
    await draw()
    if (!isDoor || now.waiting.length) await go()
  }

  async function go() {
    clearTimeout(timer)
    const { state, sent, answer } = await flush()
    point(answer)
    await draw(state, sent)
    if ((state === "away" || state === "busy") && now.waiting.length) later()
    if (state === "sent" && now.asking.length) await ask()
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(go, pause * (0.5 + Math.random()))
    pause = nextPause(pause)
  }

  async function draw(state, sent = 0) {
    // At the door nobody is known, so whatever is there may be theirs.
    now = await standing(isDoor ? undefined : [])
    gone += sent
    show("waiting", now.waiting.length)
    show("refused", now.refused.length)
    part("later").hidden = !now.waiting.length || state === "signed-out" || state === "reload"
    part("signed-out").hidden = !now.waiting.length || state !== "signed-out"
    part("reload").hidden = state !== "reload"
    part("others").hidden = !now.others
    part("sent").hidden = !gone || now.waiting.length > 0
    place.hidden = [...place.children].every((child) => child.hidden)
  }

  function show(name, count) {
    part(name).hidden = !count
    if (count) part(name).querySelector("[data-one]").textContent = words(part(name).querySelector("[data-one]"), count)
  }

  /** A very high reading has a page that asks what the person feels. */
  function point(answer) {
    if (!answer) return
    part("answer").querySelector("a").href = answer
    part("answer").hidden = false
  }

  async function ask() {
    asked = await question(now.asking).catch(() => undefined)
    part("asked").hidden = !asked
    if (asked) [part("shown").textContent, part("says").textContent] = [asked.shown, asked.says]
    place.hidden = [...place.children].every((child) => child.hidden)
  }

  async function answer(deed) {
    // Only what stood in the question: more may have come to wait meanwhile.
    if (asked) point(await deed(asked.rows).catch(() => undefined))
    asked = undefined
    part("asked").hidden = true
    await draw()
    if (now.asking.length) await ask()
  }
}
