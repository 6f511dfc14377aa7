// A reading from this phone that the server doubts: what it asks, and what the person says.
// The numbers come from the server each time and stay in the page; the phone itself cannot read them.

import { forget } from "./kept.js"
import { desk, fields } from "./sending.js"

/** Those about which the same is asked as about the first: one of somebody else is seldom alone. */
export function together(asking) {
  return asking.filter((row) => row.asks === asking[0]?.asks)
}

async function post(rows, more) {
  const mine = await desk()
  if (mine.state !== "open") return undefined
  const body = fields(mine.form, rows.map((row) => row.sealed))
  for (const [name, value] of more) body.append(name, value)
  const answer = await fetch("/measure/sent", { method: "POST", redirect: "manual", body })
  const results = answer.ok ? (await answer.json()).results ?? [] : []
  const isThere = (_, place) => ["kept", "known"].includes(results[place]?.outcome)
  const done = rows.filter(isThere)
  if (done.length) await forget(done.map((row) => row.turn))
  return results
}

/** What is asked about these readings; nothing when it is not asked any more, or nobody answers. */
export async function question(rows) {
  const results = await post(rows, [])
  return results?.find((result) => result.outcome === "doubtful")
}

/** They are right: the server keeps them, and the phone may forget them. @returns where a very high one is answered */
export async function confirm(rows) {
  const results = await post(rows, rows.map((row) => ["confirmed", row.id]))
  return results?.map((result) => result.done).find((done) => done?.endsWith("/complaints"))
}
