// Says that a message was read, once all of it stood on the screen for a while in a window that somebody looks at.
// Without this file the form's own button says it.

const PAUSE = 1500

export function attach(form) {
  const fresh = new Set(document.querySelectorAll(".bubble.unread"))
  let waiting

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) fresh.delete(target.closest(".unread"))
    look()
  })
  // The last line of a message: whoever saw it had the message before them.
  for (const bubble of fresh) observer.observe(bubble.querySelector(".meta"))
  document.addEventListener("visibilitychange", look)

  function look() {
    clearTimeout(waiting)
    if (fresh.size === 0 && document.visibilityState === "visible") waiting = setTimeout(tell, PAUSE)
  }

  async function tell() {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null)
    if (answer?.ok) form.hidden = true
  }
}
