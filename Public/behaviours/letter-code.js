// Puts the code of the letter in its field: it stands behind the # of the address, which is never sent anywhere.
// Without this file the person types it.

export function attach(form) {
  const code = decodeURIComponent(location.hash.slice(1))
  if (!/^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/.test(code)) return
  form.elements.code.value = code
  history.replaceState(null, "", location.pathname)
  form.elements["born-day"].focus()
}
