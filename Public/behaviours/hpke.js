// Seals words for one key, so that who sealed them cannot open them either.
// HPKE in base mode: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. Source: RFC 9180, sections 4, 5.1 and 6.1.

const { subtle } = globalThis.crypto
const CURVE = { name: "ECDH", namedCurve: "P-256" }
const KEM = [...letters("KEM"), 0, 0x10]
const SUITE = [...letters("HPKE"), 0, 0x10, 0, 1, 0, 1]
const NOTHING = new Uint8Array()

function letters(text) {
  return new TextEncoder().encode(text)
}

function joined(...parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

async function hmac(secret, message) {
  // HMAC fills a short key with zeros, and browsers take no empty one.
  const key = secret.length ? secret : new Uint8Array(32)
  const made = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
  return new Uint8Array(await subtle.sign("HMAC", made, message))
}

function extract(suite, salt, label, input) {
  return hmac(salt, joined(letters("HPKE-v1"), suite, letters(label), input))
}

/** At most 32 bytes: one round of HKDF-Expand. */
async function expand(suite, secret, label, info, length) {
  const labelled = joined([0, length], letters("HPKE-v1"), suite, letters(label), info, [1])
  return (await hmac(secret, labelled)).slice(0, length)
}

async function sharedSecret(ours, enc, theirs) {
  const publicKey = await subtle.importKey("raw", theirs, CURVE, false, [])
  const dh = new Uint8Array(await subtle.deriveBits({ name: "ECDH", public: publicKey }, ours.privateKey, 256))
  return expand(KEM, await extract(KEM, NOTHING, "eae_prk", dh), "shared_secret", joined(enc, theirs), 32)
}

async function schedule(shared, info) {
  const pskHash = await extract(SUITE, NOTHING, "psk_id_hash", NOTHING)
  const context = joined([0], pskHash, await extract(SUITE, NOTHING, "info_hash", info))
  const secret = await extract(SUITE, shared, "secret", NOTHING)
  const [key, nonce] = [["key", 16], ["base_nonce", 12]].map(([label, length]) => expand(SUITE, secret, label, context, length))
  return { key: await key, nonce: await nonce }
}

/** One message for one key; `ours` is made for it, and only a test brings its own. */
export async function seal(message, theirs, info = NOTHING, aad = NOTHING, ours = undefined) {
  const pair = ours ?? (await subtle.generateKey(CURVE, false, ["deriveBits"]))
  const enc = new Uint8Array(await subtle.exportKey("raw", pair.publicKey))
  const { key, nonce } = await schedule(await sharedSecret(pair, enc, theirs), info)
  const made = await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"])
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, made, message)
  return { enc, sealed: new Uint8Array(sealed) }
}
