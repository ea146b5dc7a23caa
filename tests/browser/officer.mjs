// An officer at the page that makes plans: every press and every key is counted, and what the work takes is estimated by
// a stated model.
import { expect } from '../support/browser.mjs'

/** @typedef {import('playwright').Locator} Locator */

/**
 * The keystroke-level model (Card, Moran, Newell): seconds for a key, for pointing at something and pressing it, for a
 * decision before each; and for reading a sentence, where a proposal is judged by it, so many words a second.
 */
export const MODEL = { key: 0.28, pointing: 1.1, decision: 1.35, wordsASecond: 4 }

export class Officer {
  keys = 0
  pointings = 0
  decisions = 0
  words = 0

  /** @param {import('playwright').Page} page */
  constructor(page) {
    this.page = page
    this.plan = page.locator('phieu-plan')
  }

  /** Decides, points and presses. @param {Locator} what */
  async presses(what) {
    this.decisions += 1
    this.pointings += 1
    await what.click()
  }

  /** Reads before deciding. @param {string} text */
  reads(text) {
    this.words += text.trim().split(/\s+/).length
  }

  /** Points at an input, empties it, types and goes on. @param {Locator} where @param {string} text */
  async types(where, text) {
    this.decisions += 1
    this.pointings += 1
    // All is marked by two keys, and Tab leaves.
    this.keys += 2 + text.length + 1
    await where.fill(text)
    await where.press('Tab')
  }

  /** Puts in what was copied elsewhere: both are pointings. @param {Locator} where @param {string} text */
  async pastes(where, text) {
    this.decisions += 1
    this.pointings += 2
    this.keys += 6
    await where.fill(text)
  }

  /** Chooses in a list, which is opened first. @param {Locator} where @param {string | { label: string }} value */
  async chooses(where, value) {
    this.decisions += 1
    this.pointings += 2
    await where.selectOption(value)
  }

  /** Chooses a file: the button, the file in the dialog, and what opens it. @param {Locator} where @param {Parameters<Locator['setInputFiles']>[0]} file */
  async choosesFile(where, file) {
    this.decisions += 2
    this.pointings += 3
    await where.setInputFiles(file)
  }

  /** Opens a part of the plan. @param {string} name */
  async part(name) {
    const tab = this.plan.locator(`#part-${name}`)
    if ((await tab.getAttribute('aria-selected')) === 'true') return
    await this.presses(tab)
    await expect(tab).toHaveAttribute('aria-selected', 'true')
  }

  /** What pressing, typing and deciding take. */
  get acting() {
    const { keys, pointings, decisions } = this
    return keys * MODEL.key + pointings * MODEL.pointing + decisions * MODEL.decision
  }

  /** With what is read. */
  get seconds() {
    return this.acting + this.words / MODEL.wordsASecond
  }

  /** What was done, in figures. */
  get told() {
    const { keys, pointings, decisions, words } = this
    const [acting, minutes] = [this.acting, this.seconds].map((seconds) => Math.round(seconds / 6) / 10)
    return { keys, pointings, decisions, words, acting, minutes }
  }
}
