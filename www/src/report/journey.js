/**
 * The screens as entries of the browser's history, so that Back leads to the screen before and not out of the portal.
 *
 * An entry carries one number for each form of the page: how deep that form was. The rest of `history.state` is the
 * host's and is kept, and the address is never touched. What a number means, only the form that wrote it knows: where
 * history and screens part (the host has made an entry of its own, a form came back on another page, another form was
 * gone into since), the form takes a new name and begins anew from the screen that it shows. What an earlier load of the
 * page has left behind leads to no screen any more, and Back passes over it.
 * @module
 */
import { listen } from '../listen.js'
import { screens } from '../screens/registry.js'

/** @typedef {import('../screens/registry.js').Screen} Screen */
/** @typedef {{ screen: Screen, occasion: import('../types.js').DutyView | null }} Stop */

const OWN = /** @type {[Screen, import('../part.js').Shown][]} */ (Object.entries(screens))

/** The screens that lead to one, from the first. @type {Partial<Record<Screen, Screen[]>>} */
const WAYS = { units: ['units'], duties: ['units', 'duties'], form: ['units', 'duties', 'form'] }
for (const [screen, { after }] of OWN) if (after) WAYS[screen] = [...(WAYS[after] ?? []), screen]

/** @param {Screen} screen */
const depthOf = (screen) => WAYS[screen]?.length ?? 0

/** @param {Screen} screen @param {Screen} from */
const wayTo = (screen, from) => (WAYS[screen] ?? []).filter((each) => depthOf(each) > depthOf(from))

/** Tells this page's entries from those that were there before it was loaded. */
const page = Math.random().toString(36).slice(2)
let forms = 0

/** How many entries an earlier load of this page made up to this one; none where this one is not of its making. */
function leftBehind() {
  const depths = Object.entries(globalThis.history?.state?.phieu ?? {}).filter(
    ([name, depth]) => typeof depth === 'number' && !name.startsWith(page),
  )
  return depths.length > 0 ? depths.reduce((sum, [, depth]) => sum + Number(depth), 0) : undefined
}

/** Where among them the person stands. */
let stood = leftBehind() ?? 0

/** Whoever goes back among them goes out at once. */
function passOver() {
  const steps = leftBehind()
  if (steps === undefined) return
  const isBack = steps < stood
  // Of several forms on the page one goes.
  stood = steps
  if (isBack) history.go(-steps - 1)
}

// A host that keeps Back to itself is not waited for.
const PATIENCE = 1000

/**
 * The history follows to the screen that a form shows.
 * @param {import('./work.js').Work} work
 * @param {Screen} entered the screen that it opened with
 * @param {AbortSignal} signal
 */
export function follow(work, entered, signal) {
  if (!work.journey) {
    work.journey = new Journey(work, entered)
    work.journey.listen(signal)
  }
  work.journey.follow(work.stage.screen)
}

export class Journey {
  name = ''
  at = 0
  /** @type {Stop[]} what stands on the way, by depth */
  stops = []
  /** @type {Promise<void>} */
  _last = Promise.resolve()
  /** @type {(() => void) | undefined} what waits for the history to have gone back */
  _arrived

  /** @param {import('./work.js').Work} work @param {Screen} entered */
  constructor(work, entered) {
    this.work = work
    this.begin(entered)
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    listen(window, 'popstate', () => (this._arrived ? this._arrived() : this._come()), signal)
    // A form may come back on another entry than the one that it was taken away from.
    if (this.at > 0 && this._depth() === undefined) this.begin(this.here)
    else this._come()
  }

  /** A screen is shown, whatever led to it: the history follows, one step after the other. @param {Screen} screen */
  follow(screen) {
    this._last = this._last.then(() => this._follow(screen)).catch(() => this.begin(screen))
  }

  /** The screen that this entry stands for. */
  get here() {
    return /** @type {Stop} */ (this.stops[this.at]).screen
  }

  /** What this entry says of this form. @returns {number | undefined} */
  _depth() {
    return history.state?.phieu?.[this.name]
  }

  /** @param {Screen} screen @returns {Stop} */
  _stop = (screen) => ({ screen, occasion: this.work.occasion })

  /** Begins anew from a screen: the entries made until now are nobody's. @param {Screen} screen */
  begin(screen) {
    forms += 1
    this.name = `${page}.${forms}`
    this.at = 0
    this.stops = [this._stop(screen)]
  }

  /** @param {Screen} screen */
  async _follow(screen) {
    const { here, stops, at } = this
    if (screen === here || depthOf(screen) === 0) return
    const behind = stops.slice(0, at).map((stop) => stop.screen)
    if (behind.includes(screen)) return this._back(behind.lastIndexOf(screen))
    // Another unit is chosen from the list of duties, to which it leads back.
    if (screen === 'units' && here === 'duties') return this._deeper([screen])
    if (depthOf(here) > 0 && depthOf(screen) > depthOf(here)) return this._deeper(wayTo(screen, here))
    const below = behind.filter((each) => depthOf(each) < depthOf(screen)).length - 1
    await this._back(Math.max(below, 0))
    if (below >= 0 && this.at === below) this._deeper([screen])
    else this.stops[this.at] = this._stop(screen)
  }

  /** Makes an entry of each screen. @param {Screen[]} screens */
  _deeper(screens) {
    for (const screen of screens) {
      const state = history.state ?? {}
      // What is no plain object cannot be added to, and is the host's.
      if (Object.getPrototypeOf(state) !== Object.prototype) throw new TypeError('history.state')
      const alive = Object.entries(state.phieu ?? {}).filter(([name]) => name.startsWith(page))
      const phieu = { ...Object.fromEntries(alive), [this.name]: this.at }
      history.replaceState({ ...state, phieu: { ...phieu, by: state.phieu?.by } }, '')
      history.pushState({ ...state, phieu: { ...phieu, [this.name]: this.at + 1, by: this.name } }, '')
      this.stops = [...this.stops.slice(0, this.at + 1), this._stop(screen)]
      this.at += 1
    }
  }

  /** Goes back to the entry of a screen that is already shown. @param {number} to */
  async _back(to) {
    while (this.at > to) {
      // Only over entries of its own: what the host or another form has gone into since is theirs.
      const isOwn = this._depth() === this.at && history.state.phieu.by === this.name
      if (isOwn) await this._goBack()
      const depth = this._depth()
      if (!isOwn || depth === undefined) return this.begin(this.work.stage.screen)
      this.at = depth
    }
  }

  /** @returns {Promise<void>} */
  _goBack() {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this._arrived = undefined
        fail()
      }, PATIENCE)
      this._arrived = () => {
        this._arrived = undefined
        clearTimeout(timer)
        done()
      }
      history.back()
    })
  }

  /** The person has gone back or forward. */
  async _come() {
    const depth = this._depth()
    if (depth === undefined) passOver()
    const stop = depth === undefined || depth === this.at ? undefined : this.stops[depth]
    if (!stop || depth === undefined) return
    this.at = depth
    const { work } = this
    const { screen, occasion } = stop
    if (screen === 'duties' || screen === 'units') return work.leave(screen)
    if (screen === 'form') return work.session ? work.stage.show(screen) : occasion && work.open(occasion)
    if (screen === 'review') return work.toReview()
    if (screen === 'receipt') return occasion && work.showReceipt(occasion)
    if (screen === 'scan') return occasion && work.showScan(occasion)
    return work.stage.show(screen)
  }
}
