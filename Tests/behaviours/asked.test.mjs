import assert from "node:assert/strict"
import { test } from "node:test"

import { together } from "../../Public/behaviours/asked.js"

test("readings about which the same is asked are asked about at once", () => {
  const rows = [
    { turn: 1, asks: "whose" }, { turn: 2, asks: "jump" }, { turn: 3, asks: "whose" }, { turn: 4, asks: "whose" },
  ]
  assert.deepEqual(together(rows).map((row) => row.turn), [1, 3, 4])
  assert.deepEqual(together([]), [])
})
