// Sends what waits on this phone, one tab at a time, until the server has all of it or cannot be reached.
// The service worker uses this file too, so nothing of a page is used here.

import { change, forget, remember, remembered, rows } from "./kept.js"

const VERSION = "1"
export const MOST = 50
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

/** Where a very high reading that was kept just now asks what the person feels. */
function asksMore(results) {
  return results.filter(({ outcome, done }) => outcome === "kept" && done?.endsWith("/complaints")).at(-1)?.done
}

/** Batch after batch; `tell` hears of each how many readings the server has now, and what it says of them. */
async function sendAll(tell) {
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
    tell(done.length, results)
    if (done.length + changed.length === 0) return "away"
  }
}

/**
 * @returns how many went, where one of them is answered, and the state: "sent", "away", "signed-out", "not-mine", "reload", or "busy" when another tab
 * does it already
 */
export async function flush() {
  let [sent, answer] = [0, undefined]
  const tell = (count, results) => { [sent, answer] = [sent + count, asksMore(results) ?? answer] }
  const work = () => sendAll(tell).catch(() => "away")
  const alone = (lock) => (lock ? work() : "busy")
  const state = await (navigator.locks?.request("hartlijn-sending", { ifAvailable: true }, alone) ?? work())
  return { state, sent, answer }
}

/** What is on the phone now; where nobody is known, `keys` says whose readings count: all of them, or none. */
export async function standing(keys) {
  return counted(await rows(), (await remembered("mine"))?.keys ?? keys)
}
