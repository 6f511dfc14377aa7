// Shows a message that was pushed, and opens Hartlijn when it is touched. A service worker imports this file; it works in a
// worker that is a module and in one that is not. The text says nothing of anybody, and two messages are shown as one.

addEventListener("push", (event) => {
  const body = event.data?.text()
  if (!body) return
  event.waitUntil(registration.showNotification("Hartlijn", { body, tag: "hartlijn-task", renotify: true }))
})

addEventListener("notificationclick", (event) => {
  event.notification.close()
  event.waitUntil(open())

  async function open() {
    const [tab] = await clients.matchAll({ type: "window" })
    return tab ? tab.focus() : clients.openWindow("/")
  }
})
