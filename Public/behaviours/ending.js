// Takes a page off the screen that nobody touched for as long as a session may rest: the session is over by then.
// Without this file the page stays until somebody touches it, and then leads to the door.

const LOOK = 15_000

export function attach(body, go = () => location.replace("/"), wait = setInterval, now = Date.now) {
  const pause = Number(body.dataset.pause) * 1000
  let touched = now()

  function look() {
    if (now() - touched < pause) return false
    body.replaceChildren()
    go()
    return true
  }

  function touch() {
    // Somebody who comes back to a phone that slept is too late as well.
    if (!look()) touched = now()
  }

  for (const what of ["pointerdown", "keydown", "input"]) document.addEventListener(what, touch, { passive: true })
  document.addEventListener("visibilitychange", look)
  addEventListener("pageshow", look)
  wait(look, LOOK)
}
