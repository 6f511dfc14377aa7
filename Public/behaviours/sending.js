// Sends what waits on this phone, one tab at a time, until the server has all of it or cannot be reached.
// The service worker uses this file too, so nothing of a page is used here.

import { change, forget, remember, remembered, rows } from "./kept.js"

const VERSION = "1"
const MOST = 50
// Nobody is at work in the page: this does not keep a session awake.
const BY_ITSELF = { "Asked-By": "page" }

/** The time on the wall here, with how far it is from UTC. */
export function told(date) {
  const minutes = -date.getTimezoneOffset()
  const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19)
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0")
  return `${wall}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** Whose phone this is now: the key to seal with, the keys that this person can open, the limits of the practice. */
export async function desk() {
  const answer = await fetch("/measure/phone", { headers: BY_ITSELF, redirect: "manual", cache: "no-store" })
  if (answer.type === "opaqueredirect") return { state: "signed-out" }
  if (answer.status === 404) return { state: "not-mine" }
  if (!answer.ok) throw new Error(`${answer.status}`)
  const { form, version, ...mine } = await answer.json()
  if (version !== VERSION) return { state: "reload" }
  await remember("mine", mine)
  return { state: "open", form, ...mine }
}

/** Readings as fields of a form. */
export function fields(form, readings) {
  const now = told(new Date())
  return new URLSearchParams([["form", form], ["version", VERSION], ["now", now], ...readings.map((each) => ["reading", each])])
}

/** What became of each reading of a batch, in the order in which they were sent. */
export function sorted(batch, results) {
  const done = []
  const changed = []
  batch.forEach((row, place) => {
    const { outcome, why } = results[place] ?? {}
    if (outcome === "kept" || outcome === "known") done.push(row.turn)
    if (outcome === "doubtful") changed.push({ ...row, asks: why ?? "doubtful" })
    if (outcome === "refused") changed.push({ ...row, ...(why === "other-account" ? { other: why } : { refused: why ?? "refused" }) })
  })
  return { done, changed }
}

/** How many wait, of whom, and for what. */
export function counted(all, keys) {
  const own = all.filter((row) => !row.other && (!keys || keys.includes(row.key)))
  const waits = (row) => !row.asks && !row.refused
  const [asking, refused] = [own.filter((row) => row.asks), own.filter((row) => row.refused)]
  return { waiting: own.filter(waits), asking, refused, others: all.length - own.length }
}

async function post(form, batch) {
  const body = fields(form, batch.map((row) => row.sealed))
  const answer = await fetch("/measure/sent", { method: "POST", headers: BY_ITSELF, redirect: "manual", body })
  if (answer.type === "opaqueredirect") return { state: "signed-out" }
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

async function sendAll() {
  const mine = await desk()
  if (mine.state !== "open") return mine.state
  for (;;) {
    const batch = counted(await rows(), mine.keys).waiting.slice(0, MOST)
    if (!batch.length) return "sent"
    const { state, reload, results } = await post(mine.form, batch)
    if (state) return state
    if (reload) return "reload"
    const { done, changed } = sorted(batch, results)
    await forget(done)
    for (const row of changed) await change(row)
    if (done.length + changed.length === 0) return "away"
  }
}

/** @returns "sent", "away", "signed-out", "not-mine", "reload", or "busy" when another tab does it already */
export function flush() {
  const work = () => sendAll().catch(() => "away")
  if (!navigator.locks) return work()
  return navigator.locks.request("hartlijn-sending", { ifAvailable: true }, (lock) => (lock ? work() : "busy"))
}

/** What is on the phone now, as far as this person is concerned. */
export async function standing() {
  return counted(await rows(), (await remembered("mine"))?.keys)
}
