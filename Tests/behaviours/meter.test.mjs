import assert from "node:assert/strict"
import { test } from "node:test"

import { ending } from "../../Public/behaviours/meter.js"
import { listen, number } from "../../Public/behaviours/meter-air.js"
import { hex, peek, shortFloat } from "../../Public/behaviours/meter-bytes.js"
import { isOpen, keepHere, post, question, sent, veryHigh } from "../../Public/behaviours/meter-post.js"
import { counted, urgent } from "../../Public/behaviours/meter-show.js"

const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

test("a short float has a power of ten, and five patterns that are no number", () => {
  assert.equal(shortFloat(128), 128)
  assert.equal(shortFloat(0xf000 | 171).toFixed(1), "17.1")
  assert.equal(shortFloat(0x0fff), -1)
  for (const none of [0x7fe, 0x7ff, 0x800, 0x801, 0x802]) assert.equal(shortFloat(none), null)
})

const pressure = { systolic: 128, diastolic: 82 }

test("the screen reads numbers and user, and nothing out of bytes that say nothing", () => {
  assert.deepEqual(peek("2A35", bytes("1e80005200ff07ea070b19072d0042000100" + "00")), { numbers: "128/82", pressure, user: 1 })
  assert.deepEqual(peek("2A35", bytes("0080005200ff07")), { numbers: "128/82", pressure, user: null })
  assert.deepEqual(peek("2A35", bytes("00ff07ff07ff07")), { numbers: null, pressure: null, user: null })
  // 17.1 and 10.9 kPa, one decimal each
  assert.deepEqual(peek("2A35", bytes("01abf06df0ff07")), { numbers: null, pressure, user: null })
  assert.deepEqual(peek("2A35", bytes("0880005200ff07ff")), { numbers: "128/82", pressure, user: null }, "255 is nobody")
  assert.deepEqual(peek("2A9D", bytes("00f839")), { numbers: "74.2 kg", user: null })
  for (const broken of ["", "00", "0880005200ff07", "ff"]) assert.deepEqual(peek("2A35", bytes(broken)), { numbers: null, user: null })
})

test("bytes are sent as they came", () => {
  assert.equal(hex(bytes("00ff0a")), "00ff0a")
  const item = { id: "1", at: "2026-11-25T07:45:00Z", name: "BP", characteristic: "2A35", hex: "00", user: 2, answer: {} }
  assert.equal(sent(item), '{"id":"1","at":"2026-11-25T07:45:00Z","meter":{"name":"BP","characteristic":"2A35","hex":"00"}}')
  assert.match(sent({ ...item, person: 1, justNow: false, confirmed: true }), /"person":1,"justNow":false,"confirmed":true/)
  assert.equal(number("00002a35-0000-1000-8000-00805f9b34fb"), "2A35")
})

test("one question at a time: who, then when, then whose, then each by itself", () => {
  const doubt = (why) => ({ answer: { outcome: "doubtful", why } })
  const [person, clock, whose, loose] = ["person", "clock", "whose", "trouble"].map(doubt)
  assert.equal(question([loose, whose, clock, person]).kind, "person")
  assert.deepEqual(question([loose, clock, whose]), { kind: "clock", about: [clock] })
  assert.equal(question([loose, whose]).kind, "whose")
  assert.deepEqual(question([loose, doubt("unlikely")]), { kind: "sure", about: [loose] })
  assert.equal(question([{ ...loose, left: "dropped" }, { answer: { outcome: "kept" } }]), null)
  assert.deepEqual([{}, loose, { answer: { outcome: "refused" } }].map(isOpen), [true, true, false])
})

test("of what waits on the phone only the newest of the person themselves says that it is very high", () => {
  const limits = { systolic: 180, diastolic: 110 }
  const reading = (systolic, user = null) => ({ pressure: { systolic, diastolic: 80 }, user, person: 1 })
  assert.deepEqual(veryHigh([reading(128), reading(180)], limits), { systolic: 180, diastolic: 80 })
  assert.equal(veryHigh([reading(190), reading(179)], limits), undefined, "what came before it was seen by then")
  assert.equal(veryHigh([reading(128, 1), reading(190, 2)], limits), undefined, "somebody else's")
  assert.deepEqual(veryHigh([{ ...reading(190, 2), mine: true }], limits), { systolic: 190, diastolic: 80 })
  assert.equal(veryHigh([{ user: null }], limits), undefined, "a scale")
})

test("a phone that can keep nothing says so", async () => {
  assert.equal(await keepHere([{ id: "1" }]), undefined)
})

test("what may not wait is the newest reading that asks for more", () => {
  const kept = (answer, done) => ({ answer: { outcome: "kept", answer, done } })
  assert.equal(urgent([kept("measure-again", "/1"), kept("phone-practice-today", "/2"), kept("thank-you", "/3")]).done, "/2")
  assert.equal(urgent([kept("thank-you", "/1"), { answer: { outcome: "known", answer: "measure-again" } }]), undefined)
  assert.deepEqual([0, 1, 7].map((count) => counted({ none: "geen", one: "een", many: "{n} stuks" }, count)), ["geen", "een", "7 stuks"])
})

test("each failure has its ending", async () => {
  const bluetooth = (isThere) => ({ getAvailability: async () => isThere })
  const failure = (name, message = "") => Object.assign(new Error(message), { name })
  assert.equal(await ending(failure("NotFoundError"), bluetooth(true)), "cancelled")
  assert.equal(await ending(failure("NotFoundError"), bluetooth(false)), "no-adapter")
  assert.equal(await ending(failure("NetworkError", "Connection attempt failed."), bluetooth(true)), "unreachable")
  assert.equal(await ending(failure("NotSupportedError", "GATT operation not permitted."), bluetooth(true)), "pairing")
  assert.equal(await ending(failure("NotAllowedError"), bluetooth(true)), "pairing")
})

test("a server that is away, does not know us or breaks is told apart", async () => {
  globalThis.FormData = class { *[Symbol.iterator]() {} }
  const ask = (fetch) => ((globalThis.fetch = fetch), post("/measure/sent", null, [{ id: "1" }]))
  await assert.rejects(ask(async () => { throw new TypeError("Failed to fetch") }), /offline/)
  await assert.rejects(ask(async () => ({ redirected: true, ok: true })), /signed-out/)
  await assert.rejects(ask(async () => ({ status: 403, ok: false })), /signed-out/)
  await assert.rejects(ask(async () => ({ status: 503, ok: false })), /offline/)
  await assert.rejects(ask(async () => ({ status: 413, ok: false })), /broken/)
  await assert.rejects(ask(async () => ({ status: 200, ok: true, json: async () => { throw new SyntaxError("?") } })), SyntaxError)
})

test("a meter that leaves keeps what it gave", async () => {
  let leave
  const told = []
  const value = {
    uuid: "00002a35-0000-1000-8000-00805f9b34fb",
    value: new DataView(bytes("0080005200ff07").buffer),
    addEventListener: (_, then) => told.push(then),
    startNotifications: async () => { told[0](); leave() },
  }
  const server = {
    getPrimaryService: async (service) => {
      if (service !== 0x1810) throw new Error("none")
      return { getCharacteristic: async (wanted) => { if (wanted !== 0x2a35) throw new Error("none"); return value } }
    },
  }
  const device = { name: "BP", gatt: { connect: async () => server, disconnect() {} }, addEventListener: (_, then) => (leave = then) }
  const found = await listen(device, { first: 60_000, quiet: 60_000, heard() {} })
  assert.equal(found.lost, true)
  assert.equal(found.readings.length, 1)
  assert.equal(found.battery, null)
})
