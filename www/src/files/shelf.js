/**
 * Files as the device keeps them until the office has them: in pieces, so that none is ever held whole, in a database of
 * their own. A file is there once its entry names it; what a killed tab left without one is taken away later.
 * @module
 */
import { sha256 } from 'js-sha256'
import { onDevice } from '../store/database.js'
import { uuid } from '../store/uuid.js'

/** How many bytes a piece has, all but the last: as the office takes them. */
export const PIECE = 256 * 1024

/** How long an entry that names nothing is believed to be in the making. */
const MAKING = 3_600_000

/** @typedef {{ hash: string, name: string, bytes: number, kind: string }} Named a file as a report names it */
/** @typedef {{ hash?: string, place: string, pieces: number, at: number }} Entry `place`: under which name its pieces lie */

/** @type {import('../store/database.js').Shelves<'files' | 'pieces'>} */
const device = onDevice({ name: 'phieu-files', version: 1, shelves: ['files', 'pieces'] })

/** Files that the device does not let us keep: there as long as the page is. @type {Map<string, Blob>} */
const held = new Map()

/**
 * Keeps a file.
 * @param {Blob} blob
 * @param {(part: number) => void} tell how much of it has been read, of one
 * @returns {Promise<{ hash: string, lasting: boolean }>} `lasting`: it is still there after a reload
 * @throws where the device has no room, or the file cannot be read
 */
export async function keep(blob, tell) {
  const place = uuid()
  const pieces = Math.ceil(blob.size / PIECE)
  const digest = sha256.create()
  /** @type {Entry} */
  const entry = { place, pieces, at: Date.now() }
  let lasting = await wrote('files', place, entry)
  for (let number = 0; number < pieces; number += 1) {
    const piece = await blob.slice(number * PIECE, (number + 1) * PIECE).arrayBuffer()
    digest.update(piece)
    lasting =
      lasting && (await wrote('pieces', `${place}:${number}`, piece).catch((error) => full(entry, error)))
    tell((number + 1) / pieces)
  }
  const hash = digest.hex()
  if (!lasting) held.set(hash, blob)
  else {
    const kept = await device.update('files', hash, (old) => old ?? { ...entry, hash })
    // The same file was there already.
    if (kept.place === place) await device.update('files', place, () => undefined)
    else await remove(entry)
  }
  tidy().catch(() => {})
  return { hash, lasting }
}

/**
 * Whether the device kept it; where it has no room that is thrown, because another file may have.
 * @param {'files' | 'pieces'} shelf
 * @param {string} key
 * @param {unknown} value
 */
async function wrote(shelf, key, value) {
  try {
    await device.update(shelf, key, () => value)
    return true
  } catch (error) {
    if (/** @type {any} */ (error).name === 'QuotaExceededError') throw error
    return false
  }
}

/** @param {Entry} entry @param {unknown} error @returns {Promise<never>} */
async function full(entry, error) {
  await remove(entry).catch(() => {})
  throw error
}

/** @param {Entry} entry */
async function remove({ place, pieces, hash }) {
  for (let number = 0; number < pieces; number += 1)
    await device.update('pieces', `${place}:${number}`, () => undefined)
  await device.update('files', hash ?? place, () => undefined)
}

/** Takes away what was never named. */
async function tidy() {
  for (const entry of await device.all('files'))
    if (!entry.hash && Math.abs(Date.now() - entry.at) > MAKING) await remove(entry)
}

/**
 * What gives a file's pieces, by their numbers; none where the file is not on this device.
 * @param {string} hash
 * @returns {Promise<((number: number) => Promise<ArrayBuffer>) | undefined>}
 */
export async function piecesOf(hash) {
  const blob = held.get(hash)
  if (blob) return (number) => blob.slice(number * PIECE, (number + 1) * PIECE).arrayBuffer()
  /** @type {Entry | undefined} */
  const entry = await device.get('files', hash).catch(() => undefined)
  return entry && ((number) => device.get('pieces', `${entry.place}:${number}`))
}

/**
 * The files that a submission names, in their order.
 * @param {string} submission
 * @returns {Named[]}
 */
export function namedIn(submission) {
  const { figures = {} } = JSON.parse(submission).report
  return Object.values(figures).flatMap((value) =>
    Array.isArray(value) ? value.filter((item) => item.hash) : [],
  )
}

/**
 * The files that a submission names, whole, as far as they are on this device.
 * @param {string} submission
 * @returns {Promise<File[]>}
 */
export async function blobsOf(submission) {
  const files = []
  for (const { hash, name, bytes } of namedIn(submission)) {
    const give = await piecesOf(hash)
    if (!give) continue
    const pieces = []
    for (let number = 0; number * PIECE < bytes; number += 1) pieces.push(await give(number))
    files.push(new File(pieces, name))
  }
  return files
}

/**
 * Lets go of the files that a submission names, once the office has them: but for those that something else on the device
 * still names.
 * @param {string} submission
 * @param {string[]} others drafts and submissions
 */
export async function release(submission, others) {
  for (const { hash } of namedIn(submission)) {
    if (others.some((text) => text.includes(hash))) continue
    held.delete(hash)
    const entry = await device.get('files', hash)
    if (entry) await remove(entry)
  }
}
