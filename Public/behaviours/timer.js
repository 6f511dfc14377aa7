// Counts down while somebody sits quietly. It is company, not a gate: the next button works all the time.
// A screen reader hears only the start and the end.

export function shown(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

export function attach(timer) {
  const [clock, button, voice] = ["clock", "start", "voice"].map((part) => timer.querySelector(`[data-part=${part}]`))
  const total = Number(timer.dataset.seconds)
  let ticking
  let end

  timer.hidden = false
  clock.textContent = shown(total)
  button?.addEventListener("click", start)
  if (!button) start()

  function start() {
    // The end is a moment, so a phone that slept a while still shows the truth.
    end = Date.now() + total * 1000
    clearInterval(ticking)
    ticking = setInterval(tick, 500)
    if (button) button.hidden = true
    navigator.wakeLock?.request("screen").catch(() => {})
    tick()
  }

  function tick() {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000))
    clock.textContent = shown(left)
    if (left > 0) return
    clearInterval(ticking)
    voice.textContent = timer.dataset.done
    navigator.vibrate?.(200)
  }
}
