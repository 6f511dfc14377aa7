import assert from "node:assert/strict"
import { test } from "node:test"

import { isComplete, typed } from "../../Public/behaviours/keypad.js"
import { attach as attachEnding } from "../../Public/behaviours/ending.js"
import { lettersAreOff } from "../../Public/behaviours/key-switch.js"
import { isTyping, placesFor } from "../../Public/behaviours/keys.js"
import { attach as attachNews } from "../../Public/behaviours/news.js"
import { asked, attach as attachPasskey, bytes, said, text } from "../../Public/behaviours/passkey.js"
import { attach as attachPush } from "../../Public/behaviours/push.js"
import { voiceFor } from "../../Public/behaviours/speak.js"
import { shown } from "../../Public/behaviours/timer.js"

test("a number is complete when no digit can follow", () => {
  assert.equal(isComplete("128"), true)
  assert.equal(isComplete("87"), true)
  assert.equal(isComplete("12"), false)
  assert.equal(isComplete("30"), false)
  assert.equal(isComplete("8"), false)
})

test("the keypad writes three digits and wipes one", () => {
  assert.equal(typed("12", "8"), "128")
  assert.equal(typed("128", "4"), "128")
  assert.equal(typed("128", "wipe"), "12")
})

test("a letter never acts on the pane of somebody else", () => {
  const row = { dataset: { item: "7" } }
  const pane = (item) => ({ dataset: { item } })
  assert.equal(placesFor(row, pane("7")).length, 2)
  assert.deepEqual(placesFor(row, pane("8")), [row])
  assert.deepEqual(placesFor(null, null), [])
})

test("letters are left alone while somebody types", () => {
  assert.equal(isTyping({ closest: () => ({}) }), true)
  assert.equal(isTyping({ closest: () => null }), false)
})

test("letters can be switched off, and a browser that forgets keeps them on", () => {
  assert.equal(lettersAreOff({ getItem: () => "off" }), true)
  assert.equal(lettersAreOff({ getItem: () => null }), false)
  assert.equal(lettersAreOff({ getItem() { throw new Error("no storage") } }), false)
})

test("the voice speaks the language of the page, preferably on the device", () => {
  const far = { lang: "nl-NL", localService: false }
  const near = { lang: "nl_BE", localService: true }
  assert.equal(voiceFor("nl", [{ lang: "en-GB", localService: true }, far, near]), near)
  assert.equal(voiceFor("nl", [far]), far)
  assert.equal(voiceFor("tr", [far, near]), undefined)
})

test("a countdown shows minutes and seconds", () => {
  assert.equal(shown(300), "5:00")
  assert.equal(shown(61), "1:01")
  assert.equal(shown(9), "0:09")
})

test("news is said once, and a page that is not looked at does not ask", async () => {
  let look
  const asked = []
  const answers = [{ status: 204 }, { status: 200, text: async () => "Nieuw" }, { status: 200, text: async () => "Nieuw" }]
  globalThis.document = { hidden: false, addEventListener() {} }
  globalThis.fetch = async (address, { headers }) => (asked.push([address, headers["Asked-By"]]), answers.shift())
  globalThis.DOMParser = class { parseFromString(words) { return { body: { childNodes: [words] } } } }
  const said = []
  attachNews({ dataset: { news: "/worklist/news?seen=1.0.5", stale: "Oud" }, replaceChildren: (words) => said.push(words) }, (f) => { look = f })
  await look()
  assert.deepEqual(said, [])
  await look()
  await look()
  assert.deepEqual(said, ["Nieuw"])
  assert.deepEqual(asked[0], ["/worklist/news?seen=1.0.5", "page"])
  answers.push({ status: 200, redirected: true }, { status: 503 }, { status: 204 })
  await look()
  await look()
  assert.deepEqual(said, ["Nieuw", "Oud"], "signed out, or no answer: the list is not new any more")
  await look()
  assert.deepEqual(said, ["Nieuw", "Oud", ""])
  document.hidden = true
  await look()
  assert.equal(asked.length, 6)
})

test("bytes are text in a form, and come back", () => {
  const all = Uint8Array.from({ length: 256 }, (_, place) => place)
  for (const length of [0, 1, 2, 3, 255, 256]) assert.deepEqual(bytes(text(all.slice(0, length))), all.slice(0, length))
  assert.equal(text(Uint8Array.of(251, 255)), "-_8")
})

test("a device is asked with bytes, and what it says has the names of the fields", () => {
  const making = asked({ challenge: "AQI", user: { id: "BwcH", name: "f" }, excludeCredentials: [{ id: "ZGVm", type: "t" }] })
  assert.deepEqual([...making.challenge], [1, 2])
  assert.deepEqual([...making.user.id], [7, 7, 7])
  assert.deepEqual([...making.excludeCredentials[0].id], [100, 101, 102])
  assert.equal(asked({ challenge: "AQI", allowCredentials: [] }).user, undefined)
  const response = { clientDataJSON: 1, authenticatorData: 2, signature: 3, userHandle: 4 }
  assert.deepEqual(said({ rawId: 0, response }), { id: 0, client: 1, attestation: undefined, data: 2, signature: 3, owner: 4 })
})

test("the button of a passkey shows itself only where the browser knows them, under the name of the site", () => {
  const form = () => ({ hidden: true, dataset: { origin: "https://hartlijn.example" }, querySelector() {}, addEventListener() {} })
  const shown = (origin, knows) => {
    globalThis.location = { origin }
    globalThis.PublicKeyCredential = knows
    const button = form()
    attachPasskey(button)
    return !button.hidden
  }
  assert.equal(shown("https://hartlijn.example", class {}), true)
  assert.equal(shown("https://www.hartlijn.example", class {}), false)
  assert.equal(shown("https://hartlijn.example", undefined), false)
  delete globalThis.location
  delete globalThis.PublicKeyCredential
})

/** A form as the page of reminders has it, in a browser that answers as told. */
function reminderForm(worker, permission) {
  const fields = {}
  const trouble = { hidden: true }
  let handle
  const form = {
    hidden: true, dataset: { key: "BA" }, elements: fields, sent: 0,
    querySelector: () => trouble,
    addEventListener: (_, listener) => (handle = listener),
    append: (field) => (fields[field.name] = field),
    submit: () => form.sent++,
  }
  Object.defineProperty(globalThis, "navigator", {
    configurable: true, value: { serviceWorker: { getRegistration: async () => worker } },
  })
  globalThis.Notification = { requestPermission: async () => permission }
  globalThis.document = { createElement: () => ({}) }
  return { form, fields, trouble, press: () => handle({ preventDefault() {} }) }
}

const subscription = { toJSON: () => ({ endpoint: "https://push.example/1", keys: { p256dh: "key", auth: "secret" } }) }

test("this device takes its address along, when it may", async () => {
  const asked = []
  const worker = { pushManager: { subscribe: async (options) => (asked.push(options), subscription) } }
  const { form, fields, press } = reminderForm(worker, "granted")
  await attachPush(form)
  assert.equal(form.hidden, false)
  await press()
  assert.deepEqual(asked, [{ userVisibleOnly: true, applicationServerKey: "BA" }])
  assert.equal(form.sent, 1)
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))
  assert.deepEqual(values, { endpoint: "https://push.example/1", key: "key", auth: "secret" })
})

test("a device that may not says so, and sends nothing", async () => {
  const { form, trouble, press } = reminderForm({ pushManager: { subscribe: assert.fail } }, "denied")
  await attachPush(form)
  await press()
  assert.equal(trouble.hidden, false)
  assert.equal(form.sent, 0)
})

test("a subscription with an older key makes place for a new one", async () => {
  let isSubscribed = true
  const old = { unsubscribe: async () => (isSubscribed = false) }
  const subscribe = async () => {
    if (isSubscribed) throw Object.assign(new Error("another key"), { name: "InvalidStateError" })
    return subscription
  }
  const { form, press } = reminderForm({ pushManager: { subscribe, getSubscription: async () => old } }, "granted")
  await attachPush(form)
  await press()
  assert.equal(form.sent, 1)
})

test("without a service worker the button stays hidden", async () => {
  const { form } = reminderForm(undefined, "granted")
  await attachPush(form)
  assert.equal(form.hidden, true)
})

test("what was pushed is shown as one message, and leads to the door", async () => {
  const handlers = {}
  const shown = []
  const opened = []
  globalThis.addEventListener = (name, handle) => (handlers[name] = handle)
  globalThis.registration = { showNotification: async (title, options) => shown.push([title, options.body, options.tag]) }
  globalThis.clients = { matchAll: async () => [], openWindow: async (path) => opened.push(path) }
  await import("../../Public/behaviours/push-worker.js")
  const waiting = []
  const waitUntil = (promise) => waiting.push(promise)
  handlers.push({ data: { text: () => "U hebt een nieuwe taak in Hartlijn." }, waitUntil })
  handlers.push({ data: null, waitUntil })
  handlers.notificationclick({ notification: { close() {} }, waitUntil })
  await Promise.all(waiting)
  assert.deepEqual(shown, [["Hartlijn", "U hebt een nieuwe taak in Hartlijn.", "hartlijn-task"]])
  assert.deepEqual(opened, ["/"])
})

test("a page that nobody touched goes off the screen, and who comes back too late is too late", () => {
  const heard = {}
  let [time, look, gone, emptied] = [0, null, 0, 0]
  globalThis.document = { addEventListener: (what, act) => { heard[what] = act } }
  globalThis.addEventListener = (what, act) => { heard[what] = act }
  const body = { dataset: { pause: "900" }, replaceChildren: () => { emptied += 1 } }
  attachEnding(body, () => { gone += 1 }, (act) => { look = act }, () => time)
  time = 899_000
  look()
  assert.equal(gone, 0)
  heard.keydown()
  time = 1_700_000
  look()
  assert.equal(gone, 0, "somebody was there")
  time = 1_800_000
  heard.pointerdown()
  assert.equal(gone, 1, "a touch after the end does not begin anew")
  assert.equal(emptied, 1)
})

test("a name that every object has is no behaviour", async () => {
  const asked = ["constructor", "__proto__", "toString hasOwnProperty", "nothing"]
  globalThis.document = { querySelectorAll: () => asked.map((behaviour) => ({ dataset: { behaviour } })) }
  await import("../../Public/hartlijn.js")
})
