// Writes what the server said of readings into the parts of the page: a question, or what came of them.

import { veryHigh } from "./meter-post.js"

const part = (page, name) => page.querySelector(`[data-part=${name}]`)

/** `{n} metingen` with the number in it; the page holds a sentence for none, one and many. */
export const counted = ({ none, one, many }, count) => (count === 0 ? none : count === 1 ? one : many.replace("{n}", count))

export function showQuestion(page, { kind, about }) {
  const section = page.querySelector("[data-state=asking]")
  const { says, shown, when } = about[0].answer
  const isOne = kind === "sure"
  part(section, "shown").textContent = isOne ? shown : ""
  part(section, "when").textContent = isOne ? (when ?? "") : ""
  part(section, "says").replaceChildren(...says.map((text) => Object.assign(document.createElement("p"), { textContent: text })))
  for (const answers of section.querySelectorAll("[data-part=answers]")) answers.hidden = answers.dataset.kind !== kind
}

/** Kept on the phone: how many, and what a very high one means, which nobody else sees now. */
export function showKept(page, items, { limits, phone }) {
  const section = page.querySelector("[data-state=kept]")
  const title = part(section, "title")
  title.textContent = counted(title.dataset, items.length)
  const { systolic, diastolic } = section.dataset
  const high = veryHigh(items, limits ?? { systolic: Number(systolic), diastolic: Number(diastolic) })
  part(section, "high").hidden = !high
  for (const place of section.querySelectorAll("[data-number]")) place.textContent = high?.[place.dataset.number] ?? ""
  const link = part(section, "phone")
  link.hidden = !phone
  link.href = `tel:${(phone ?? "").replace(/[^\d+]/g, "")}`
  link.querySelector("b").textContent = phone ?? ""
}

/** What may not wait: the newest reading to which the answer is more than thank you. */
export const urgent = (items) =>
  items.map((item) => item.answer).findLast((answer) => answer.outcome === "kept" && answer.answer && answer.answer !== "thank-you")

export function showResult(page, items, notes) {
  const section = page.querySelector("[data-state=result]")
  const of = (outcome) => items.filter((item) => !item.left && item.answer.outcome === outcome)
  const isOther = (item) => item.left === "other" || item.answer.why === "other-person"
  const kept = of("kept")
  const had = part(section, "had")
  const title = part(section, "title")
  title.textContent = counted(title.dataset, kept.length)
  had.textContent = counted(had.dataset, of("known").length)
  had.hidden = !had.textContent
  fill("kept", "line", kept)
  fill("otherList", "otherLine", items.filter(isOther), "others")
  fill("leftList", "line", items.filter((item) => !isOther(item) && (item.left || item.answer.outcome === "refused")), "left")
  const first = urgent(items)
  part(section, "urgent").hidden = !first
  if (first) part(section, "goOn").href = first.done
  part(section, "see").classList.toggle("ghost", Boolean(first))

  function fill(list, template, lines, around) {
    part(section, list).replaceChildren(...lines.map((item) => line(template, item)))
    if (around) part(section, around).hidden = !lines.length
  }

  function line(template, item) {
    const row = part(section, template).content.firstElementChild.cloneNode(true)
    const { shown, when, says, outcome } = item.answer
    row.querySelector("b").textContent = shown ?? ""
    row.querySelector("span").textContent = when ?? ""
    const more = row.querySelector("small")
    if (more && (outcome !== "doubtful")) more.textContent = (says ?? []).join(" ")
    const button = row.querySelector("button")
    if (button) button.value = items.indexOf(item)
    return row
  }
}
