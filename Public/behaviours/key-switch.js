// A checkbox that switches the single letters off, for who speaks to the computer or types by accident.
// The browser remembers it; Tab, Enter and the arrows always work. (WCAG 2.1.4)

const NAME = "hartlijn.letters"

export function lettersAreOff(memory = globalThis.localStorage) {
  try {
    return memory.getItem(NAME) === "off"
  } catch {
    return false
  }
}

export function attach(checkbox) {
  checkbox.checked = !lettersAreOff()
  checkbox.closest("[hidden]")?.removeAttribute("hidden")
  checkbox.addEventListener("change", () => localStorage.setItem(NAME, checkbox.checked ? "on" : "off"))
}
