// The print button. It shows itself here, so nobody sees a button that does nothing.

export function attach(button) {
  button.hidden = false
  button.addEventListener("click", () => window.print())
}
