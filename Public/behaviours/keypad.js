// Ten large digits that fill the three fields of a reading.
// Without this file the keypad stays hidden and the fields open the digits of the phone itself.

/** How many digits a field holds before the next one takes over: 128, but 87 is also complete. */
export function isComplete(digits) {
  return digits.length === 3 || (digits.length === 2 && digits[0] > "3")
}

export function typed(digits, key) {
  if (key === "wipe") return digits.slice(0, -1)
  return digits.length < 3 ? digits + key : digits
}

export function attach(keypad) {
  const fields = [...keypad.closest("form").querySelectorAll(".meter-row input")]
  let current = fields.find((field) => !field.value) ?? fields[0]

  // On a touch screen the keypad takes the place of the phone's own; a real keyboard keeps working.
  if (matchMedia("(pointer: coarse)").matches) fields.forEach((field) => (field.inputMode = "none"))
  keypad.hidden = false
  choose(current)
  current.focus({ preventScroll: true })

  for (const field of fields) field.addEventListener("focus", () => choose(field))

  // Keeps the focus, and with it the frame around the row, where it is.
  keypad.addEventListener("pointerdown", (event) => event.target.closest("button[data-key]") && event.preventDefault())

  keypad.addEventListener("click", (event) => {
    if (event.target.closest("[data-part=where]")) return explain()
    const key = event.target.closest("button[data-key]")?.dataset.key
    if (!key) return
    const before = current.value
    if (key === "wipe" && !before) return step(-1)
    current.value = typed(before, key)
    current.dispatchEvent(new Event("input", { bubbles: true }))
    if (key !== "wipe" && isComplete(current.value)) step(1)
  })

  function step(by) {
    const next = fields[fields.indexOf(current) + by]
    if (!next) return
    choose(next)
    // Who works the keypad with Tab and Enter stays on the keypad; the frame moves to the next row.
    if (!keypad.contains(document.activeElement)) next.focus({ preventScroll: true })
  }

  function explain() {
    const where = keypad.closest("form").querySelector(".where")
    where.open = true
    where.scrollIntoView({ block: "nearest" })
    where.querySelector("summary").focus({ preventScroll: true })
  }

  function choose(field) {
    current = field
    for (const each of fields) each.closest(".meter-row").classList.toggle("now", each === field)
  }
}
