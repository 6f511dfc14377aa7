// One button fetches what a meter kept. The page holds all sentences; this file shows one part of it at a time.
// Without this file, and in a browser that reaches no meter, the page says so and shows the way to typing.

import { choose, listen } from "./meter-air.js"
import { hex, peek } from "./meter-bytes.js"
import { isOpen, keepHere, post, question } from "./meter-post.js"
import { showKept, showQuestion, showResult } from "./meter-show.js"

/** Where a failure leads: each has its own part of the page. */
export async function ending(failure, bluetooth) {
  if (failure.name === "NotFoundError") return (await bluetooth.getAvailability()) ? "cancelled" : "no-adapter"
  if (failure.name === "SecurityError" || failure.name === "NotAllowedError") return "pairing"
  return /permitted|authenti|authori|pair|encrypt/i.test(failure.message) ? "pairing" : "unreachable"
}

export function attach(page) {
  const bluetooth = navigator.bluetooth
  if (!bluetooth) return
  const { quiet, first, slow, sent } = page.dataset
  const remembered = JSON.parse(page.dataset.known)
  let items = []
  let asked = null
  let notes = {}
  let turn = 0

  const deeds = { fetch: fetchAll, send, person, yes: () => answer(true), no: () => answer(false), mine }
  show("start")
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]")
    if (button) deeds[button.dataset.do](button)
  })

  async function fetchAll() {
    const mine = ++turn
    const isMine = () => mine === turn
    try {
      showSlowly("choosing", isMine)
      const device = await choose(bluetooth)
      if (!isMine()) return
      showSlowly("fetching", isMine)
      const heard = (readings) => {
        const numbers = readings.map((reading) => peek(reading.characteristic, reading.bytes).numbers).filter(Boolean)
        page.querySelector("[data-state=fetching] [data-part=seen]").textContent = numbers.at(-1) ?? ""
      }
      const found = await listen(device, { first: Number(first), quiet: Number(quiet), heard })
      if (isMine()) await take(found)
    } catch (failure) {
      if (isMine()) show(await ending(failure, bluetooth))
    }
  }

  async function take({ name, readings, battery, clock, lost }) {
    const at = new Date().toISOString()
    notes = { battery: battery !== null && battery < 20, lost }
    items = readings.map(({ characteristic, bytes }) => {
      const { user, pressure } = peek(characteristic, bytes)
      const clockIfAny = clock ?? undefined
      return { id: crypto.randomUUID(), at, name, characteristic, hex: hex(bytes), user, pressure, clock: clockIfAny }
    })
    if (!items.length) return show(lost ? "lost" : "empty")
    const users = [...new Set(items.map((item) => item.user).filter((user) => user !== null))]
    if (users.includes(remembered[name]) || users.length === 0) return begin(remembered[name])
    return users.length > 1 ? showPersons(users) : begin(users[0])
  }

  function begin(person) {
    for (const item of items) item.person = person
    return send()
  }

  function showPersons(users) {
    const template = page.querySelector("template[data-part=person]")
    page.querySelector("[data-part=persons]").replaceChildren(
      ...users.sort((a, b) => a - b).map((user) => {
        const button = template.content.firstElementChild.cloneNode()
        return Object.assign(button, { textContent: user, value: user })
      }),
    )
    show("who")
  }

  function person(button) {
    return begin(Number(button.value))
  }

  async function send() {
    show("saving")
    const open = items.filter((item) => isOpen(item) && !item.left)
    try {
      if (open.length) await post(sent, page.querySelector("form"), open)
      next()
    } catch (failure) {
      if (failure.message === "offline" && (await stay(open))) return
      show(["offline", "signed-out"].includes(failure.message) ? failure.message : "broken")
    }
  }

  /** Without internet the readings wait on this phone, and go by themselves. */
  async function stay(open) {
    const mine = await keepHere(open)
    if (!mine) return false
    showKept(page, open, mine)
    items = []
    show("kept")
    document.dispatchEvent(new Event("reading-kept"))
    return true
  }

  function next() {
    asked = question(items)
    if (!asked) return showResult(page, items, notes), show("result")
    if (asked.kind === "person") return showPersons([...new Set(items.map((item) => item.user).filter((u) => u !== null))])
    showQuestion(page, asked)
    show("asking")
  }

  /** A yes is sent along; a no leaves the readings where they are: in the meter. */
  function answer(yes) {
    for (const item of asked.about) {
      if (asked.kind.startsWith("clock")) item.justNow = yes
      else if (yes) item.confirmed = true
      else item.left = asked.kind === "whose" ? "other" : "dropped"
    }
    return send()
  }

  function mine(button) {
    const item = items[Number(button.value)]
    Object.assign(item, { mine: true, confirmed: item.left ? true : undefined, left: undefined, answer: undefined })
    return send()
  }

  function show(state) {
    for (const part of page.querySelectorAll("[data-state]")) part.hidden = part.dataset.state !== state
    const open = page.querySelector(`[data-state="${state}"]`)
    for (const part of open.querySelectorAll("[data-note]")) part.hidden = !notes[part.dataset.note]
    open.querySelector("h2")?.focus({ preventScroll: true })
    page.dataset.now = state
  }

  function showSlowly(state, isMine) {
    show(state)
    const more = page.querySelector(`[data-state="${state}"] [data-part=slow]`)
    more.hidden = true
    setTimeout(() => (more.hidden = !isMine()), Number(slow))
  }
}
