import assert from "node:assert/strict"
import { test } from "node:test"

const { sameQuestion, together } = await import("../../Public/behaviours/asked.js")

const rows = (...asks) => asks.map((each, place) => ({ turn: place + 1, asks: each }))
const turns = (found) => found.map((row) => row.turn)

test("what only a batch gives away is asked about at once, every other doubt by itself", () => {
  assert.deepEqual(turns(together(rows("whose", "unusual", "whose", "whose"))), [1, 3, 4])
  assert.deepEqual(turns(together(rows("unusual", "unusual", "whose"))), [1])
  assert.deepEqual(together([]), [])
})

test("no more are sent at once than the server takes", () => {
  assert.equal(together(rows(...Array(500).fill("whose"))).length, 50)
})

test("an answer is about the rows that its sentence was about, and no others", () => {
  const asked = rows("whose", "whose", "whose", "whose")
  const doubtful = (shown, says) => ({ outcome: "doubtful", shown, says: [says] })
  const found = sameQuestion(asked, [
    { outcome: "kept" }, doubtful("150 over 90", "A"), doubtful("99 over 60", "B"), doubtful("152 over 92", "A"),
  ])
  assert.deepEqual(turns(found.rows), [2, 4])
  assert.equal(found.shown, "150 over 90, 152 over 92")
  assert.equal(sameQuestion(asked, [{ outcome: "kept" }]), undefined)
  assert.equal(sameQuestion(asked, []), undefined)
})
