import assert from "node:assert/strict"
import { test } from "node:test"
import { webcrypto } from "node:crypto"

globalThis.crypto ??= webcrypto

const { seal } = await import("../../Public/behaviours/hpke.js")
const { text } = await import("../../Public/behaviours/passkey.js")
const { isReading } = await import("../../Public/behaviours/kept.js")
const { counted, fields, sorted, told } = await import("../../Public/behaviours/sending.js")
const { closed, filled, isVeryHigh } = await import("../../Public/behaviours/reading.js")
const { step } = await import("../../Public/behaviours/steps.js")
const { nextPause, words } = await import("../../Public/behaviours/waiting.js")

const hex = (digits) => Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16))
const digits = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")

// RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.
const vector = {
  info: "4f6465206f6e2061204772656369616e2055726e",
  skEm: "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb",
  pkEm:
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
  pkRm:
    "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
  aad: "436f756e742d30",
  pt: "4265617574792069732074727574682c20747275746820626561757479",
  ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
}

async function pair(secret, point) {
  const curve = { name: "ECDH", namedCurve: "P-256" }
  const [x, y] = [point.slice(1, 33), point.slice(33)].map((part) => text(part))
  const jwk = { kty: "EC", crv: "P-256", x, y, d: text(secret), ext: true }
  return {
    privateKey: await crypto.subtle.importKey("jwk", jwk, curve, true, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("raw", point, curve, true, []),
  }
}

test("a phone seals as RFC 9180 says", async () => {
  const ours = await pair(hex(vector.skEm), hex(vector.pkEm))
  const made = await seal(hex(vector.pt), hex(vector.pkRm), hex(vector.info), hex(vector.aad), ours)
  assert.equal(digits(made.enc), vector.pkEm)
  assert.equal(digits(made.sealed), vector.ct)
})

test("the same reading is never sealed in the same way, and nothing of it can be read", async () => {
  const item = { id: "0190a0b0-0000-7000-8000-000000000001", at: "2026-11-26T08:05:00+01:00", typed: { systolic: 128, diastolic: 82 } }
  const key = { id: "k", public: text(hex(vector.pkRm)) }
  const [one, other] = [await closed(item, key), await closed(item, key)]
  assert.notEqual(one.sealed, other.sealed)
  assert.equal(isReading(one), true)
  assert.deepEqual(Object.keys(one).sort(), ["id", "key", "sealed"])
})

test("what somebody else put on the phone is no reading", () => {
  const good = { id: "0190a0b0-0000-7000-8000-000000000001", key: "k", sealed: `hpke1.${"A".repeat(87)}.${"B".repeat(60)}` }
  assert.equal(isReading(good), true)
  const broken = [undefined, null, 7, {}, { ...good, id: "1" }, { ...good, sealed: "hpke1.x.y" }, { ...good, key: 3 },
    { ...good, sealed: `${good.sealed} 128` }, { ...good, sealed: `hpke1.${"A".repeat(87)}.${"B".repeat(3000)}` }]
  for (const row of broken) assert.equal(isReading(row), false, JSON.stringify(row))
})

test("the time is told as the clock on the wall shows it, with the zone", () => {
  const at = (minutes) => Object.assign(new Date("2026-11-26T07:05:09.400Z"), { getTimezoneOffset: () => minutes })
  assert.equal(told(at(-60)), "2026-11-26T08:05:09+01:00")
  assert.equal(told(at(0)), "2026-11-26T07:05:09+00:00")
  assert.equal(told(at(210)), "2026-11-26T03:35:09-03:30")
})

test("a batch says which version it speaks and what time it is here", () => {
  const form = fields("secret", ["one", "two"])
  assert.deepEqual(form.getAll("reading"), ["one", "two"])
  assert.equal(form.get("version"), "1")
  assert.match(form.get("now"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
})

test("what the server has may go, and nothing else", () => {
  const batch = [1, 2, 3, 4, 5, 6].map((turn) => ({ turn }))
  const results = [
    { outcome: "kept" }, { outcome: "known" }, { outcome: "doubtful", why: "unusual" },
    { outcome: "refused", why: "time" }, { outcome: "refused", why: "other-account" },
  ]
  const { done, changed } = sorted(batch, results)
  assert.deepEqual(done, [1, 2])
  assert.deepEqual(changed, [{ turn: 3, asks: "unusual" }, { turn: 4, refused: "time" }, { turn: 5, other: "other-account" }])
})

test("readings of somebody else are counted, and never sent", () => {
  const rows = [{ key: "mine" }, { key: "theirs" }, { key: "mine", other: "other-account" }, { key: "mine", asks: "x" }, { key: "mine", refused: "x" }]
  const now = counted(rows, ["mine"])
  assert.deepEqual([now.waiting.length, now.asking.length, now.refused.length, now.others], [1, 1, 1, 2])
  assert.equal(counted(rows, undefined).waiting.length, 2, "at the door nobody is known yet")
})

test("three numbers are a reading when they can be numbers of a body", () => {
  assert.deepEqual(filled(["128", " 82", "64"]), { systolic: 128, diastolic: 82, pulse: 64 })
  assert.deepEqual(filled(["128", "82", ""]), { systolic: 128, diastolic: 82 })
  for (const wrong of [["", "82", ""], ["128", "", "64"], ["0", "82", ""], ["401", "82", ""], ["12x", "82", ""], ["128", "82", "900"]]) {
    assert.equal(filled(wrong), undefined)
  }
})

test("very high is very high at the limit, in either number", () => {
  const limits = { systolic: 180, diastolic: 110 }
  assert.equal(isVeryHigh({ systolic: 180, diastolic: 80 }, limits), true)
  assert.equal(isVeryHigh({ systolic: 120, diastolic: 110 }, limits), true)
  assert.equal(isVeryHigh({ systolic: 179, diastolic: 109 }, limits), false)
})

test("the page without internet opens where somebody wanted to be", () => {
  const names = ["start", "sit", "cuff", "numbers", "help"]
  assert.equal(step({ hash: "", pathname: "/measure" }, names), "sit")
  assert.equal(step({ hash: "", pathname: "/measure/numbers" }, names), "numbers")
  assert.equal(step({ hash: "#help", pathname: "/measure" }, names), "help")
  assert.equal(step({ hash: "#elsewhere", pathname: "/graph" }, names), "start")
})

test("what does not go is tried again, less and less often", () => {
  let [pause, times] = [2000, 0]
  while (pause < 300_000) [pause, times] = [nextPause(pause), times + 1]
  assert.equal(nextPause(pause), 300_000)
  assert.ok(times < 10)
  const place = { dataset: { one: "1 meting", more: "{n} metingen" } }
  assert.equal(words(place, 1), "1 meting")
  assert.equal(words(place, 3), "3 metingen")
})
