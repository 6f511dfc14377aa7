// The worklist from the keyboard: J and K move, a letter presses the button that carries it.
// Without this file every button and link is still there; a key never does anything that they do not.

import { lettersAreOff } from "./key-switch.js"

/** Where a letter of a row may act: on the row itself, and on the pane only while it shows that same row. */
export function placesFor(row, pane) {
  const shown = pane && row && pane.dataset.item === row.dataset.item
  return [row, shown || !row ? pane : null].filter(Boolean)
}

export function isTyping(target) {
  return Boolean(target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]"))
}

export function attach(list) {
  const rows = () => [...list.querySelectorAll("[data-item]")]
  const handle = (row) => row?.querySelector("[data-open]")
  const chosen = () => document.activeElement.closest?.("[data-item]") ?? list.querySelector(".selected")

  rows().forEach((row, place) => (handle(row).tabIndex = row.matches(".selected") || place === 0 ? 0 : -1))
  list.addEventListener("focusin", (event) => {
    const now = event.target.closest("[data-item]")
    if (now) rows().forEach((row) => (handle(row).tabIndex = row === now ? 0 : -1))
  })

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const arrows = { ArrowDown: 1, ArrowUp: -1 }
    const inList = list.contains(event.target)
    if (inList && arrows[event.key]) return move(arrows[event.key], event)
    if (event.key.length !== 1 || lettersAreOff()) return
    const key = event.key.toLowerCase()
    if (key === "j" || key === "k") return move(key === "j" ? 1 : -1, event)
    if (event.repeat) return  // a key that is held does it once, and not to the next line as well
    press(key, event)
  })

  function move(by, event) {
    event.preventDefault()
    const all = rows()
    const from = all.indexOf(chosen())
    handle(all[Math.max(0, Math.min(all.length - 1, from + by))])?.focus()
  }

  function press(key, event) {
    const letter = CSS.escape(key)
    const places = placesFor(chosen(), document.querySelector(".pane"))
    const found = places.map((place) => place.querySelector(`[data-key="${letter}"]`)).find(Boolean)
    const button = found ?? document.querySelector(`[data-page-key="${letter}"]`)
    if (!button?.checkVisibility()) return
    event.preventDefault()
    if (button.matches("input")) button.focus()
    else button.click()
  }
}
