// Keeps the page for measuring without internet, and the files it is made of. It holds nothing of anybody.
// The server puts the name of this version and its files above this line, as `shell`.

import { remembered } from "./behaviours/kept.js"
import { flush } from "./behaviours/sending.js"
import "./behaviours/push-worker.js"

const NAME = `hartlijn-${shell.version}`

async function fill() {
  const cache = await caches.open(NAME)
  // Asked for as a stranger would: no cookie goes along, so nobody's page can come back.
  await cache.addAll(shell.files.map((file) => new Request(file, { credentials: "omit", cache: "reload" })))
  await skipWaiting()
}

async function tidy() {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name)
  await clients.claim()
}

async function page(request) {
  try {
    return await fetch(request)
  } catch (trouble) {
    const language = await remembered("language").catch(() => undefined)
    const cache = await caches.open(NAME)
    const kept = (await cache.match(`/measure/offline/${language}`)) ?? (await cache.match("/measure/offline/nl"))
    if (kept) return kept
    throw trouble
  }
}

async function file(request) {
  return (await (await caches.open(NAME)).match(request)) ?? fetch(request)
}

async function sendLater() {
  const { state, sent } = await flush()
  for (const tab of await clients.matchAll()) tab.postMessage({ sent })
  if (state === "away") throw new Error("the server cannot be reached yet")
}

/** Signing out empties the caches, also one that is being filled, and so may a browser that wants room. */
async function refill() {
  const kept = await (await caches.open(NAME)).keys()
  if (kept.length < shell.files.length) await fill()
}

addEventListener("install", (event) => event.waitUntil(fill()))
addEventListener("activate", (event) => event.waitUntil(tidy()))
addEventListener("message", (event) => event.data === "refill" && event.waitUntil(refill()))
addEventListener("sync", (event) => event.tag === "readings" && event.waitUntil(sendLater()))
addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET") return
  if (request.mode === "navigate") event.respondWith(page(request))
  else if (new URL(request.url).pathname.startsWith("/a/")) event.respondWith(file(request))
})
