// The page as a person has it, beside a hand-written page of the same figures with Zod, in one run of headless
// Chromium: how long until the first character is taken and the first finding said, and what a keystroke costs.
//
// Milliseconds hold for this machine and this moment; what is compared is within one run, the pages in turns. With
// AGAINST=folder, the www/dist of another commit, that one is a third page.
import { launchChromium } from '../support/chromium.mjs'
import { firstField } from './support/first-field.mjs'
import { Typist } from './support/keystroke.mjs'
import { measuredWith } from './support/measured.mjs'
import { PHIEU } from './support/native.mjs'
import { firstScreen, phieuFiles } from './support/ours.mjs'
import { peerFiles } from './support/peer.mjs'
import { samplePlan } from './support/sample.mjs'
import { serve } from './support/server.mjs'
import { hold, middle, print } from './support/table.mjs'

const SIZES = [60, 500]
const LOADS = 7
// Fresh pages of each kind, at each size: what one of them costs with a key differs by more than what is to be told apart, and
// more so where both cost nearly the same.
const VISITS = [10, 4]
const STROKES = ['172635', '480917']
// Of the hand-written page's first finding in the same run, at each size: half a second where that one needs 0.68 and 0.86 s.
const FIRST = [0.5 / 0.68, 0.5 / 0.86]
const WAIT = [1.4, 1.2]
// Before the first character and before the first finding.
const BYTES = [45 * 1024, 90 * 1024]
// What is forgiven: how much the ratio of a keystroke differs between two moments of one machine.
const TOLERANCE = 1.1

const { AGAINST } = process.env
const OURS = { path: '/phieu.html', input: '.field input', error: '.finding', keeps: true }
const PAGES = {
  phieu: OURS,
  ...(AGAINST && { other: OURS }),
  peer: { path: '/peer.html', input: '.field input', error: '.error:not(:empty)' },
}
const NAMES = Object.keys(PAGES)

/** By size: where each page is served. @type {Record<string, Awaited<ReturnType<typeof serve>>>[]} */
const servers = []
const browser = await launchChromium()
measuredWith(`Chromium ${browser.version()}`)
try {
  for (const figures of SIZES) {
    const plan = samplePlan(figures)
    const first = firstScreen(plan, PHIEU)
    const own = await serve({ ...phieuFiles(plan, { first }), ...(await peerFiles(plan)) })
    const other = AGAINST && { other: await serve(phieuFiles(plan, { dist: AGAINST })) }
    servers.push({ phieu: own, peer: own, ...other })
  }
  const waits = await measureWaits()
  const strokes = await measureStrokes()
  report(waits, strokes)
} finally {
  await browser.close()
  for (const server of new Set(servers.flatMap(Object.values))) server.stop()
}

/** A page of a size, as an address to go to. */
function target(name, size) {
  const { path, ...selectors } = PAGES[name]
  return { url: `${servers[size][name].url}${path}`, ...selectors }
}

/** By size and page: the median wait. */
async function measureWaits() {
  const spans = SIZES.map(() => byPage())
  for (let load = 0; load < LOADS; load += 1) {
    for (const size of SIZES.keys()) {
      for (const name of NAMES) spans[size][name].push(await firstField(browser, target(name, size)))
    }
  }
  return spans.map((each) => byPage((name) => medianWait(each[name])))
}

/** Something for each page; without saying what, an empty list. @param {(name: string) => unknown} [make] */
function byPage(make = () => []) {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)]))
}

function medianWait(loads) {
  const names = ['taken', 'answers', 'takenBytes', 'answersBytes']
  return Object.fromEntries(names.map((name) => [name, middle(loads.map((load) => load[name]))]))
}

/** By size and page: the mean of its visits, and what that is of the hand-written page's. */
async function measureStrokes() {
  const measured = []
  for (const size of SIZES.keys()) {
    const visits = []
    for (let visit = 0; visit < VISITS[size]; visit += 1) visits.push(await visitAt(size, visit % 2 === 1))
    measured.push(
      byPage((name) => ({
        span: mean(visits, name),
        ratio: mean(visits, name) / mean(visits, 'peer'),
      })),
    )
  }
  return measured
}

/** @param {Record<string, number>[]} visits @param {string} name a page */
function mean(visits, name) {
  return visits.reduce((sum, visit) => sum + visit[name], 0) / visits.length
}

/**
 * By page: the median keystroke of one visit to each, less what the page does by itself in the same time. The pages are typed into in turns.
 * @param {number} size
 * @param {boolean} isTurned whether the other one comes first
 */
async function visitAt(size, isTurned) {
  const names = isTurned ? [...NAMES].reverse() : NAMES
  const typists = {}
  const spans = byPage()
  const rests = byPage()
  for (const name of names) typists[name] = await Typist.at(browser, target(name, size))
  for (const strokes of STROKES) {
    for (const key of strokes)
      for (const name of names) {
        // Before the key: what one puts off is no rest of its own.
        rests[name].push(await typists[name].rests())
        spans[name].push(await typists[name].presses(key))
      }
    for (const name of names) {
      await typists[name].page.keyboard.press('Control+A')
      await typists[name].rests()
    }
  }
  for (const name of names) await typists[name].page.context().close()
  return byPage((name) => middle(spans[name]) - middle(rests[name]))
}

function report(waits, strokes) {
  const times = (ratio) => `${ratio.toFixed(2)} × the hand-written page`
  for (const [what, title] of Object.entries({
    taken: 'First character taken',
    answers: 'First finding said',
  }))
    print(
      `${title}: 1.6 Mbit/s, 150 ms, processor slowed 4 times (median of ${LOADS} cold loads)`,
      SIZES.flatMap((figures, size) =>
        NAMES.map((name) => [
          `${name}, ${figures} figures`,
          `${waits[size][name][what].toFixed(0)} ms`,
          `${times(waits[size][name][what] / waits[size].peer[what])}; ${(waits[size][name][`${what}Bytes`] / 1024).toFixed(1)} KiB had come by then`,
        ]),
      ),
    )
  print(
    `One keystroke, main thread until quiet (mean of ${VISITS.join(' and ')} visits); Phiếu saves its draft in it, the other page keeps nothing`,
    SIZES.flatMap((figures, size) =>
      NAMES.map((name) => [
        `${name}, ${figures} figures`,
        `${strokes[size][name].span.toFixed(2)} ms`,
        times(strokes[size][name].ratio),
      ]),
    ),
  )
  hold([
    ...SIZES.flatMap((figures, size) => {
      const { phieu, peer } = waits[size]
      return [
        [
          `of ${figures} figures the first character is taken within ${FIRST[size].toFixed(2)} of the time in which the other page says its first finding`,
          phieu.taken <= peer.answers * FIRST[size],
        ],
        [`and the first finding said within ${WAIT[size]} of it`, phieu.answers <= peer.answers * WAIT[size]],
      ]
    }),
    [`${BYTES[0] / 1024} KiB come before the first character`, waits[0].phieu.takenBytes <= BYTES[0]],
    [`and ${BYTES[1] / 1024} KiB before the first finding`, waits[0].phieu.answersBytes <= BYTES[1]],
    ...SIZES.map((figures, size) => [
      `a keystroke in ${figures} figures costs at most the hand-written page's (× ${TOLERANCE}, for the spread between runs)`,
      strokes[size].phieu.ratio <= TOLERANCE,
    ]),
  ])
}
