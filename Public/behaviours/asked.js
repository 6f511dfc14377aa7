// Readings from this phone that the server doubts: what it asks, and what the person says.
// The numbers come from the server each time and stay in the page; the phone itself cannot read them.

import { forget } from "./kept.js"
import { desk, fields, MOST } from "./sending.js"

/** What is asked about all that a meter gave at once. Every other doubt is about one reading. */
const OF_A_BATCH = ["whose", "clock", "clock-wrong"]

/** The rows that the next question may be about: the first, and with it those that only a batch gives away. */
export function together(asking) {
  const [first] = asking
  if (!OF_A_BATCH.includes(first?.asks)) return asking.slice(0, 1)
  return asking.filter((row) => row.asks === first.asks).slice(0, MOST)
}

/** The rows that one sentence is about: what the server asks about others is another question. */
export function sameQuestion(rows, results) {
  const said = (result) => (result?.outcome === "doubtful" ? (result.says ?? []).join(" ") : undefined)
  const first = results.find((result) => said(result) !== undefined)
  if (!first) return undefined
  const places = rows.map((_, place) => place).filter((place) => said(results[place]) === said(first))
  return {
    rows: places.map((place) => rows[place]),
    shown: places.map((place) => results[place].shown).filter(Boolean).join(", "),
    says: said(first),
  }
}

/** Sends these; what the server has then, the phone forgets. */
async function post(rows, more) {
  const mine = await desk()
  if (mine.state !== "open") return []
  const body = fields(mine.form, rows.map((row) => row.sealed))
  for (const [name, value] of more) body.append(name, value)
  const answer = await fetch("/measure/sent", { method: "POST", redirect: "manual", body })
  const results = answer.ok ? (await answer.json()).results ?? [] : []
  const done = rows.filter((_, place) => ["kept", "known"].includes(results[place]?.outcome))
  if (done.length) await forget(done.map((row) => row.turn))
  return results
}

/** What is asked, and about which rows; nothing when it is not asked any more, or nobody answers. */
export async function question(asking) {
  const rows = together(asking)
  return sameQuestion(rows, await post(rows, []))
}

/** They are right: the server keeps them, and the phone may forget them. @returns where a very high one is answered */
export async function confirm(rows) {
  const results = await post(rows, rows.map((row) => ["confirmed", row.id]))
  return results.map((result) => result.done).find((done) => done?.endsWith("/complaints"))
}
