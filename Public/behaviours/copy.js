// Copies a line to the clipboard. The button shows itself here; without this file the line is selected by hand.

export function attach(button) {
  if (!navigator.clipboard) return
  const words = button.querySelector("span")
  const before = words.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.from).textContent)
    words.textContent = button.dataset.done
    setTimeout(() => { words.textContent = before }, 4000)
  })
}
