// Lets this device show a message when it is time to measure. The browser says where its messages go; the form takes it along.
// Without this file, and on a device that cannot, the form stays hidden. Mail and messages on a phone work everywhere.

/** What the browser gave, by the names of the fields. */
export function said(subscription) {
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint, key: keys.p256dh, auth: keys.auth }
}

async function subscribe(worker, applicationServerKey) {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed")
  const ask = () => worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  try {
    return await ask()
  } catch (failure) {
    // It was subscribed with another key of ours.
    if (failure.name !== "InvalidStateError") throw failure
    await (await worker.pushManager.getSubscription())?.unsubscribe()
    return ask()
  }
}

export async function attach(form) {
  const worker = await navigator.serviceWorker?.getRegistration()
  if (!worker?.pushManager || !globalThis.Notification) return
  const trouble = form.querySelector("[data-part=trouble]")
  let isBusy = false
  form.hidden = false

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (isBusy) return
    isBusy = true
    trouble.hidden = true
    try {
      fill(said(await subscribe(worker, form.dataset.key)))
      form.submit()
    } catch {
      trouble.hidden = false
    }
    isBusy = false
  })

  function fill(parts) {
    for (const [name, value] of Object.entries(parts)) {
      const field = form.elements[name] ?? Object.assign(document.createElement("input"), { type: "hidden", name })
      field.value = value
      form.append(field)
    }
  }
}
