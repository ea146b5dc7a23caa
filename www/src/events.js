/**
 * What `<phieu-report>` tells its host. All of it bubbles and leaves shadow trees, but for `submit`: a portal's page-wide
 * `<form>` listens for that too, and must not take ours for its own. `phieu-submit` says the same, and bubbles.
 * @module
 */

// The browser's own, of which every event is one: MooTools puts another class in the place of `Event`.
const NativeEvent = /** @type {typeof Event} */ (Object.getPrototypeOf(CustomEvent))

const HEARD = { bubbles: true, composed: true }

/**
 * What a host says that became of a report: it is accepted, with a text for whoever sent it; refused, with what is wrong
 * and where (`path` as in the submission, from `/figures/…` on); or it failed, and may be tried again.
 * @typedef {{ outcome: 'accepted', receipt?: string }
 *   | { outcome: 'refused', message?: string,
 *       findings?: { path: string, message: string, code?: string, severity?: 'error' | 'warning' }[] }
 *   | { outcome: 'failed', message?: string }} HostAnswer
 */

/**
 * A report is ready to be sent. Cancel it to take the report yourself: nothing is then sent.
 * `detail` is the submission as JSON text.
 */
export class PhieuSubmitEvent extends NativeEvent {
  /** @param {'submit' | 'phieu-submit'} type @param {string} detail */
  constructor(type, detail) {
    super(type, type === 'submit' ? { cancelable: true } : { ...HEARD, cancelable: true })
    this.detail = detail
    /** @type {Promise<HostAnswer> | undefined} */
    this.answer = undefined
    /** @type {() => Promise<File[]>} the files that the report names, as far as they are on this device */
    this.files = async () => []
  }

  /**
   * Takes the report, and tells the person what becomes of it once that is known; what throws has failed. To be called
   * while the event is told, as `preventDefault` is.
   * @param {HostAnswer | Promise<HostAnswer>} answer
   */
  respondWith(answer) {
    this.preventDefault()
    this.answer = Promise.resolve(answer)
  }
}

/** The receiving office has the report. `receipt` is the receipt (biên nhận). */
export class PhieuReceivedEvent extends NativeEvent {
  /** @param {import('./types.js').Receipt} receipt */
  constructor(receipt) {
    super('phieu-received', HEARD)
    this.receipt = receipt
  }
}

/** A draft was written on the device. */
export class PhieuSavedEvent extends NativeEvent {
  /**
   * @param {string} draft the draft as JSON text
   * @param {number} at when, in milliseconds since 1970
   */
  constructor(draft, at) {
    super('phieu-saved', HEARD)
    this.draft = draft
    this.at = at
  }
}

/** Another screen is shown. */
export class PhieuScreenEvent extends NativeEvent {
  /** @param {string} screen */
  constructor(screen) {
    super('phieu-screen', HEARD)
    this.screen = screen
  }
}
