// Signing out: first tells what still waits on this phone, and does with it what the person wants.
// Without this file nothing waits; the answer of the server empties what the browser keeps.

import { forget, forgetEverything, remember, rows } from "./kept.js"
import { flush, standing } from "./sending.js"
import { words } from "./waiting.js"

export function attach(form) {
  const panel = form.querySelector("[data-part=waiting]")
  const count = form.querySelector("[data-one]")
  let isSure = false

  form.addEventListener("submit", (event) => {
    if (isSure) return
    event.preventDefault()
    // A phone that keeps nothing has nothing to ask about.
    decide(event.submitter?.dataset.choice).catch(() => go("nothing"))
  })

  async function own() {
    const { waiting, asking, refused } = await standing([])
    return [...waiting, ...asking, ...refused]
  }

  async function decide(choice) {
    if (choice === "keep") return leave()
    if (choice === "throw") {
      await forget((await own()).map((row) => row.turn))
      return leave()
    }
    if (choice === "send") await flush()
    const left = await own()
    if (!left.length) return leave()
    count.textContent = words(count, left.length)
    form.querySelector("[data-part=failed]").hidden = choice !== "send"
    panel.hidden = false
    panel.querySelector("h2").focus()
  }

  /** What belongs to somebody who comes back stays, closed; whose phone this is, is forgotten. */
  async function leave() {
    const isEmpty = !(await rows()).length
    if (isEmpty) await forgetEverything()
    else await remember("mine", undefined)
    for (const name of await caches.keys()) await caches.delete(name)
    go(isEmpty ? "nothing" : "readings")
  }

  function go(kept) {
    form.elements.keep.value = kept
    isSure = true
    form.submit()
  }
}
