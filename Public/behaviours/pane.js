// Shows beside the list the person whose row has the focus, without loading the page anew.
// Without this file the row's own link opens the same page with that person in the pane.

const PAUSE = 250

export function attach(list) {
  let waiting
  let asked

  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-item]")
    if (!row || row.matches(".selected")) return
    clearTimeout(waiting)
    waiting = setTimeout(() => show(row), PAUSE)
  })

  async function show(row) {
    asked?.abort()
    asked = new AbortController()
    const address = row.querySelector("[data-open]").href
    const answer = await fetch(address, { signal: asked.signal }).catch(() => null)
    if (!answer?.ok || answer.redirected) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const fresh = page.querySelector(".pane")
    const old = document.querySelector(".pane")
    // Who is already at work in the pane keeps it.
    if (!fresh || !old || old.contains(document.activeElement)) return
    old.replaceWith(fresh)
    list.querySelector(".selected")?.classList.remove("selected")
    row.classList.add("selected")
    list.querySelector("[data-open][aria-current]")?.removeAttribute("aria-current")
    row.querySelector("[data-open]").setAttribute("aria-current", "true")
    history.replaceState(null, "", address)
  }
}
