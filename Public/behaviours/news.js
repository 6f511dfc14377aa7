// Says that the list has changed since this page was loaded, and offers to show it.
// Without this file the list is as new as the moment it was opened.

const PAUSE = 20_000

export function attach(place, wait = setInterval) {
  const address = place.dataset.news
  let said = ""

  wait(look, PAUSE)
  document.addEventListener("visibilitychange", look)

  // A screen reader says what changed, so the same words are not put there again.
  function say(words) {
    if (words === said) return
    said = words
    place.replaceChildren(...new DOMParser().parseFromString(words, "text/html").body.childNodes)
  }

  async function look() {
    if (document.hidden) return
    // This question is not a person at work: it does not keep the session awake.
    const answer = await fetch(address, { headers: { "Asked-By": "page" } }).catch(() => null)
    if (!answer || answer.redirected || answer.status >= 400) return say(place.dataset.stale)
    say(answer.status === 200 ? await answer.text() : "")
  }
}
