// Sends what a meter gave to the server, and keeps beside each reading what came of it.

/** What is sent of one reading: the bytes as they came, and what the person said about them. */
export const sent = (item) => {
  const { id, at, name, characteristic, hex, person, clock, justNow, confirmed } = item
  return JSON.stringify({ id, at, meter: { name, characteristic, hex }, person, clock, justNow, confirmed })
}

export const isOpen = (item) => !item.answer || item.answer.outcome === "doubtful"

/** The first question that has to be answered, and the readings it is about. */
export function question(items) {
  const asked = items.filter((item) => item.answer?.outcome === "doubtful" && !item.left)
  for (const why of ["person", "clock", "whose"]) {
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
  if (!answer.ok) throw new Error("broken")
  const { results } = await answer.json()
  items.forEach((item, place) => (item.answer = results[place]))
}
