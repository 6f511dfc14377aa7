// A reading from this phone that the server doubts: what it asks, and what the person says.
// The numbers come from the server each time and stay in the page; the phone itself cannot read them.

import { forget } from "./kept.js"
import { desk, fields } from "./sending.js"

async function post(row, more) {
  const mine = await desk()
  if (mine.state !== "open") return undefined
  const body = fields(mine.form, [row.sealed])
  for (const [name, value] of more) body.append(name, value)
  const answer = await fetch("/measure/sent", { method: "POST", redirect: "manual", body })
  return answer.ok ? (await answer.json()).results?.[0] : undefined
}

/** What is asked about this reading; nothing when it is not asked any more, or nobody answers. */
export async function question(row) {
  const result = await post(row, [])
  if (result?.outcome === "kept" || result?.outcome === "known") await forget([row.turn])
  return result?.outcome === "doubtful" ? result : undefined
}

/** It is right: the server keeps it, and the phone may forget it. @returns where a very high reading is answered */
export async function confirm(row) {
  const result = await post(row, [["confirmed", row.id]])
  if (result?.outcome !== "kept" && result?.outcome !== "known") return undefined
  await forget([row.turn])
  return result.done?.endsWith("/complaints") ? result.done : undefined
}
