/**
 * The page around the screens, as far as what works behind them needs it: nobody is handed the element itself.
 * @module
 */

/** @typedef {import('./element.js').PhieuReport} Element */
/** @typedef {Pick<Element, typeof LENT[number]> & ReturnType<typeof own>} Stage */

/** What the element lends as it is. */
const LENT = /** @type {const} */ ([
  'words',
  'language',
  'screen',
  'endpoint',
  'office',
  'token',
  'unit',
  'duty',
  'chosenUnit',
  'desk',
  'link',
  'early',
  'failure',
  'cause',
  'hindrance',
  'isHourOwn',
  'moment',
  'show',
  'open',
  'opened',
  'choose',
  'orFail',
  'fail',
  'hinder',
  'announce',
])

/** @param {Element} element */
const own = (element) => ({
  update: () => element.requestUpdate(),
  /** @param {Event} event @returns {boolean} whether the host leaves it to the form */
  tell: (event) => element.dispatchEvent(event),
  /** @template T @param {(tag: HTMLElement) => T} take what looks at the tag in the host's page */
  lend: (take) => take(element),
  /** What of the page stands now. @param {string} selector @returns {any} */
  one: (selector) => element.renderRoot.querySelector(selector),
})

/**
 * @param {any} element
 * @returns {Stage}
 */
export function stageOf(element) {
  const stage = own(element)
  for (const name of LENT) {
    const get = () => (typeof element[name] === 'function' ? element[name].bind(element) : element[name])
    Object.defineProperty(stage, name, { get, set: (value) => (element[name] = value) })
  }
  return /** @type {any} */ (stage)
}
