// Makes a passkey, or signs in with one: the device asks for finger, face or number, and the form takes along what it says.
// Without this file, and in a browser that knows no passkeys, the form stays hidden. A password does everything too.

export const text = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

export const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0))

/** What the server asks, with bytes where the browser wants bytes; not every browser has a function for it. */
export function asked(options) {
  const those = (passkeys) => passkeys?.map((passkey) => ({ ...passkey, id: bytes(passkey.id) }))
  const { user, challenge, allowCredentials, excludeCredentials } = options
  const parts = { allowCredentials: those(allowCredentials), excludeCredentials: those(excludeCredentials) }
  return { ...options, ...parts, challenge: bytes(challenge), user: user && { ...user, id: bytes(user.id) } }
}

/** What the device said, by the names of the fields. */
export function said({ rawId, response }) {
  const { clientDataJSON: client, attestationObject: attestation, authenticatorData: data, signature } = response
  return { id: rawId, client, attestation, data, signature, owner: response.userHandle }
}

export function attach(form) {
  // A passkey belongs to one name; under another the browser would only refuse.
  if (!globalThis.PublicKeyCredential || location.origin !== form.dataset.origin) return
  const trouble = form.querySelector("[data-part=trouble]")
  let isBusy = false
  form.hidden = false

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    trouble.hidden = true
    await ask().catch((failure) => {
      trouble.lastElementChild.textContent = failure.name === "InvalidStateError" ? trouble.dataset.again : trouble.dataset.trouble
      trouble.hidden = false
    })
    isBusy = false
  })

  async function ask() {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(`${form.action}/challenge`, { method: "POST", body })
    if (answer.redirected) return location.assign(`${answer.url}?to=${location.pathname}`)
    if (!answer.ok) throw new Error(`${answer.status}`)
    const publicKey = asked(await answer.json())
    fill(said(await navigator.credentials[publicKey.user ? "create" : "get"]({ publicKey })))
    form.submit()
  }

  function fill(parts) {
    for (const [name, value] of Object.entries(parts).filter(([, value]) => value)) {
      const field = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name })
      field.value = text(value)
      form.append(field)
    }
  }
}
