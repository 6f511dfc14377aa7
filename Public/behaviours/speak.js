// "Lees voor": the device reads the page aloud in the language of the page.
// The button stays hidden on a device that has no voice for that language.

export function voiceFor(language, voices) {
  const same = (voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language.split("-")[0]
  return voices.find((voice) => same(voice) && voice.localService) ?? voices.find(same)
}

/** What is read: the words on the page, without what is only drawn or only pressed. */
export function wordsOf(place) {
  const kinds = "h1, h2, h3, p, li, dt, dd, label, legend, td, th, b"
  const skipped = "[aria-hidden=true], nav, .spoken, .keys, [hidden]"
  return [...place.querySelectorAll(kinds)]
    .filter((part) => !part.closest(skipped) && !part.querySelector(kinds))
    .map((part) => part.textContent.trim())
    .filter(Boolean)
}

export function attach(button) {
  const speech = globalThis.speechSynthesis
  if (!speech) return
  const language = document.documentElement.lang || "nl"
  const offer = () => (button.hidden = !voiceFor(language, speech.getVoices()))

  offer()
  speech.addEventListener?.("voiceschanged", offer)
  addEventListener("pagehide", () => speech.cancel())

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") return stop()
    const parts = wordsOf(document.querySelector(button.dataset.reads ?? "main"))
    button.setAttribute("aria-pressed", "true")
    parts.forEach((part, place) => speech.speak(sentence(part, place === parts.length - 1)))
  })

  function sentence(text, isLast) {
    const said = new SpeechSynthesisUtterance(text)
    said.voice = voiceFor(language, speech.getVoices())
    said.lang = language
    said.rate = 0.9
    if (isLast) said.onend = stop
    return said
  }

  function stop() {
    speech.cancel()
    button.setAttribute("aria-pressed", "false")
  }
}
