// The page without internet: one step at a time, by the address that somebody came for or the part behind the #.
// Without this file all steps stand below each other.

const BEGINNINGS = { "/measure": "sit", "/measure/cuff": "cuff", "/measure/numbers": "numbers" }

export function step({ hash, pathname }, names) {
  const wanted = hash.slice(1) || BEGINNINGS[pathname.replace(/\/$/, "")]
  return names.includes(wanted) ? wanted : "start"
}

export function attach(main) {
  const stages = [...main.querySelectorAll(".stage")]
  const names = stages.map((stage) => stage.id).filter(Boolean)

  function show() {
    const now = step(location, names)
    for (const stage of stages) stage.hidden = stage.id !== now
    scrollTo(0, 0)
    document.getElementById(now).querySelector("h1").focus()
  }

  addEventListener("hashchange", show)
  show()
}
