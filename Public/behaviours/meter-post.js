// Sends what a meter gave to the server, and keeps beside each reading what came of it; when nobody answers, it is kept
// sealed on this phone, as what is typed is.

import { keep, remembered } from "./kept.js"
import { closed, isVeryHigh } from "./reading.js"

/** What is said of one reading: the bytes as they came, and what the person said about them. */
export const said = (item) => {
  const { id, at, name, characteristic, hex, person, mine, clock, justNow, confirmed } = item
  return { id, at, meter: { name, characteristic, hex }, person, mine, clock, justNow, confirmed }
}

export const sent = (item) => JSON.stringify(said(item))

export const isOpen = (item) => !item.answer || item.answer.outcome === "doubtful"

/** The first question that has to be answered, and the readings it is about. */
export function question(items) {
  const asked = items.filter((item) => item.answer?.outcome === "doubtful" && !item.left)
  for (const why of ["person", "clock", "clock-wrong", "whose"]) {
    const about = asked.filter((item) => item.answer.why === why)
    if (about.length) return { kind: why, about }
  }
  return asked.length ? { kind: "sure", about: asked.slice(0, 1) } : null
}

/**
 * - Throws: `offline`, `signed-out` or `broken`
 */
export async function post(address, form, items) {
  const body = new URLSearchParams(new FormData(form))
  for (const item of items) body.append("reading", sent(item))
  const answer = await fetch(address, { method: "POST", body }).catch(() => {
    throw new Error("offline")
  })
  if (answer.redirected || answer.status === 403) throw new Error("signed-out")
  if (answer.status >= 500) throw new Error("offline")
  if (!answer.ok) throw new Error("broken")
  const { results } = await answer.json()
  items.forEach((item, place) => (item.answer = results[place]))
}

/** The newest reading that is theirs, when it is very high. */
export function veryHigh(items, limits) {
  const newest = items.filter(({ user, person, mine }) => mine || user == null || person == null || user === person).at(-1)
  return newest?.pressure && isVeryHigh(newest.pressure, limits) ? newest.pressure : undefined
}

/**
 * Keeps readings sealed on this phone; the same ones sent later by the page are known by their numbers.
 *
 * - Returns: whose phone it is, with the limits of the practice; nothing when there is no key to seal with, or no room
 */
export async function keepHere(items) {
  const mine = await remembered("mine").catch(() => undefined)
  if (!mine?.key) return undefined
  try {
    for (const item of items) await keep(await closed(said(item), mine.key))
  } catch {
    return undefined
  }
  const worker = await navigator.serviceWorker?.getRegistration()
  worker?.sync?.register("readings").catch(() => {})
  return mine
}
