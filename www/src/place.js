/**
 * The place of whoever is at work. What comes, goes or grows on the page moves neither the field that the focus is on
 * nor what has just been pressed; and a focus whose element goes is handed on, and never falls to the page.
 *
 * Each part says when it is about to change; as soon as all that change with it have, and before anything is painted,
 * the difference is scrolled away. A browser's own anchoring keeps what stands at the upper edge, which is above what
 * the finger is on, and Safari has none.
 * @module
 */

const FOCUSABLE = 'a[href], button, input, textarea, select, summary, [tabindex]'

const TYPING = ['keydown', 'input']

/** @typedef {{ anchor: Element | null, key: string | undefined, top: number, focused: Element | null }} Held */

export class Place {
  /** @type {Element | null} what was pressed, until the focus has come somewhere or something is typed */
  _pressed = null
  /** @type {Held | null} */
  _held = null
  /** @type {Element[]} where the focus stood that nothing has taken over yet, the nearest first */
  _orphaned = []

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root
    root.addEventListener('focusin', this._forget, true)
    root.addEventListener(
      'pointerdown',
      ({ target }) => {
        this._forget()
        this._pressed = /** @type {Element} */ (target)
        this._heed()
      },
      true,
    )
    // Chromium puts no caret into what is touched as the second of two quick taps, and what is typed there goes nowhere.
    root.addEventListener('click', ({ target }) => {
      const input = /** @type {HTMLInputElement} */ (target)
      if (input.matches('input[type=text]')) input.setSelectionRange(input.selectionStart, input.selectionEnd)
    })
  }

  /** What is typed ends what was pressed; whoever types on is heard no more. */
  _heed() {
    for (const type of TYPING) this.root.addEventListener(type, this._forget, true)
  }

  _forget = () => {
    this._pressed = null
    this._orphaned = []
    for (const type of TYPING) this.root.removeEventListener(type, this._forget, true)
  }

  /** Something is about to change. */
  hold() {
    if (this._held) return
    const focused = this.root.activeElement
    const wanted = this._pressed ?? focused
    // What sticks to the edge of the screen has no place in the page.
    const anchor = wanted?.isConnected && !wanted.closest('.bar') && isInSight(wanted) ? wanted : this._read()
    if (!anchor && !focused && this._orphaned.length === 0) return
    const around = focused ? aroundOf(focused).filter((each) => this.root.contains(each)) : []
    const slip = /** @type {HTMLElement | null | undefined} */ (anchor?.closest('.slip'))
    this._held = { anchor, focused, key: slip?.dataset.key, top: anchor ? topOf(slip ?? anchor) : 0 }
    // The parts that change together wait in one line, and this stands behind them.
    Promise.resolve().then(() => this._settle())
    requestAnimationFrame(() => {
      if (focused && isGone(focused)) this._orphaned = around
      if (this._orphaned.length === 0) return
      this._heed()
      this._adopt()
    })
  }

  _settle() {
    const { _held: held } = this
    this._held = null
    // A slip of a list is the same one wherever it stands now.
    const anchor = held?.key ? this.root.querySelector(`[data-key="${held.key}"]`) : held?.anchor
    if (!held || !anchor?.isConnected) return
    const now = this.root.activeElement
    // Who was led elsewhere meanwhile has a new place.
    const stays = !now || now === held.focused || (anchor.closest('.field') ?? anchor).contains(now)
    if (stays) scroll(anchor, topOf(anchor) - held.top)
  }

  /** Of a list that is read, the first slip in sight. */
  _read() {
    for (const slip of this.root.querySelectorAll('.slip')) if (isInSight(slip)) return slip
    return null
  }

  /** Hands on a focus that was lost to what stands nearest; where there is nothing yet, with the next change. */
  _adopt() {
    const { host, activeElement } = this.root
    const outside = /** @type {Document | ShadowRoot} */ (host.getRootNode()).activeElement
    const isElsewhere = outside && outside !== host && outside !== document.body
    if (activeElement || isElsewhere || !host.isConnected) this._orphaned = []
    for (const element of this._orphaned) {
      const candidates = [...element.querySelectorAll('#title'), ...element.querySelectorAll(FOCUSABLE)]
      const next = element.isConnected && candidates.find((each) => !isGone(each))
      if (next) return /** @type {HTMLElement} */ (next).focus()
    }
  }
}

/** @param {Element} element */
const isGone = (element) =>
  !element.isConnected || element.matches(':disabled') || element.getClientRects().length === 0

/** @param {Element} element */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * The elements that an element stands in, out of every shadow tree, the nearest first.
 * @param {Element} element
 */
function aroundOf(element) {
  const found = []
  for (let next = outer(element); next; next = outer(next)) found.push(next)
  return found
}

/**
 * @param {Element} element
 * @returns {Element | null}
 */
const outer = (element) =>
  element.assignedSlot ?? element.parentElement ?? /** @type {any} */ (element.parentNode)?.host ?? null

/**
 * Where it stands on the screen, after a browser has anchored what it anchors. Nobody scrolls in between.
 * @param {Element} element
 */
const topOf = (element) => element.getBoundingClientRect().top

/**
 * @param {Element} element
 * @param {number} by
 */
function scroll(element, by) {
  for (const box of aroundOf(element)) {
    if (Math.abs(by) < 1) return
    const before = box.scrollTop
    // What hides its overflow could be scrolled too, but not back by whoever looks at it.
    if (box === document.scrollingElement || /auto|scroll/.test(getComputedStyle(box).overflowY))
      box.scrollBy({ top: by, behavior: 'instant' })
    by -= box.scrollTop - before
  }
}
