// Asks, shortly after the last keystroke, how readable the draft is, and shows the answer beside it.
// Without this file the form's own button "Controleer" brings the same report.

const PAUSE = 600

export function attach(draft) {
  const form = draft.form
  const report = document.getElementById(draft.dataset.into)
  let waiting
  let asked

  draft.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(check, PAUSE)
  })

  /** A piece of page from the server, in which what people wrote is text already. */
  function show(page) {
    report.replaceChildren(...new DOMParser().parseFromString(page, "text/html").body.childNodes)
  }

  async function check() {
    asked?.abort()
    asked = new AbortController()
    const frame = draft.closest(".compose")
    if (frame) frame.dataset.state = "waiting"
    try {
      const body = new URLSearchParams(new FormData(form))
      const answer = await fetch(draft.dataset.check, { method: "POST", body, signal: asked.signal })
      if (answer.ok && !answer.redirected) show(await answer.text())
      if (frame) frame.dataset.state = answer.ok ? "fresh" : "old"
    } catch (failure) {
      if (failure.name !== "AbortError" && frame) frame.dataset.state = "old"
    }
  }
}
