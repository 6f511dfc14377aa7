// Sends a reading as soon as it is filled in, and keeps it sealed on this phone when nobody answers.
// Without this file the form is sent as any other form; then nothing is kept when there is no internet.

import { seal } from "./hpke.js"
import { keep, remembered } from "./kept.js"
import { bytes, text } from "./passkey.js"
import { desk, fields, told } from "./sending.js"

const PURPOSE = new TextEncoder().encode("hartlijn reading 1")
const PATIENCE = 15_000

/** The numbers that were typed; nothing when one of them cannot be. The server judges them again. */
export function filled(values) {
  const possible = (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 400
  const [systolic, diastolic, pulse] = values.map((value) => value.trim())
  if (!possible(systolic) || !possible(diastolic) || (pulse && !possible(pulse))) return undefined
  const pressure = { systolic: Number(systolic), diastolic: Number(diastolic) }
  return pulse ? { ...pressure, pulse: Number(pulse) } : pressure
}

/** A reading as this phone keeps it: closed with the key of who is signed in here. */
export async function closed(item, key) {
  const { enc, sealed } = await seal(new TextEncoder().encode(JSON.stringify(item)), bytes(key.public), PURPOSE)
  return { id: item.id, key: key.id, sealed: `hpke1.${text(enc)}.${text(sealed)}` }
}

export function isVeryHigh(typed, limits) {
  return typed.systolic >= limits.systolic || typed.diastolic >= limits.diastolic
}

export function attach(form) {
  const kept = document.querySelector("[data-part=kept]")
  const { elements } = form
  let isBusy = false

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    take().finally(() => { isBusy = false })
  })

  async function take() {
    const typed = filled(["systolic", "diastolic", "pulse"].map((name) => elements[name].value))
    if (!typed) return elements.form.value ? form.submit() : say("wrong")
    // The number of the form is the number of the reading, here and on every other way that it may take.
    elements.number.value ||= crypto.randomUUID()
    const item = { id: elements.number.value, at: told(new Date()), typed }
    const answer = await send(item).catch(() => "away")
    if (answer === "form") return form.submit()
    if (answer.done) return location.assign(answer.done)
    await keepHere(item)
  }

  async function send(item) {
    if (!elements.form.value) {
      const mine = await desk()
      if (mine.state !== "open") return mine.state
      elements.form.value = mine.form
    }
    const body = fields(elements.form.value, [JSON.stringify(item)])
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch("/measure/sent", { method: "POST", redirect: "manual", body, signal })
    if (answer.type === "opaqueredirect" || answer.status >= 500) return "away"
    const [result] = answer.ok ? ((await answer.json()).results ?? []) : []
    return result?.done ? result : "form"
  }

  async function keepHere(item) {
    const mine = await remembered("mine").catch(() => undefined)
    if (!mine?.key) return say("closed")
    try {
      await keep(await closed(item, mine.key))
    } catch {
      return say("full")
    }
    const worker = await navigator.serviceWorker?.getRegistration()
    worker?.sync?.register("readings").catch(() => {})
    show(item.typed, mine)
    document.dispatchEvent(new Event("reading-kept"))
  }

  function show(typed, mine) {
    const limits = mine.limits ?? { systolic: Number(kept.dataset.systolic), diastolic: Number(kept.dataset.diastolic) }
    const band = isVeryHigh(typed, limits) ? "high" : "plain"
    for (const part of kept.querySelectorAll("[data-band]")) part.hidden = part.dataset.band !== band
    for (const part of kept.querySelectorAll("[data-number]")) part.textContent = typed[part.dataset.number]
    for (const link of kept.querySelectorAll("[data-part=phone]")) {
      link.hidden = !mine.phone
      link.href = `tel:${(mine.phone ?? "").replace(/[^\d+]/g, "")}`
      link.querySelector("b").textContent = mine.phone ?? ""
    }
    form.reset()
    elements.number.value = ""
    form.closest(".stage").hidden = true
    kept.hidden = false
    kept.querySelector(`[data-band=${band}] h1`).focus()
  }

  function say(what) {
    for (const part of form.querySelectorAll("[data-trouble]")) part.hidden = part.dataset.trouble !== what
    form.querySelector(`[data-trouble=${what}]`).focus()
  }
}
