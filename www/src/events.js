/**
 * What `<phieu-report>` tells its host. No event bubbles: a portal's page-wide `<form>` listens for `submit`
 * too, and must not take ours for its own.
 * @module
 */

// The browser's own, of which every event is one: MooTools puts another class in the place of `Event`.
const NativeEvent = /** @type {typeof Event} */ (Object.getPrototypeOf(CustomEvent))

/**
 * A report is ready to be sent. Cancel it to take the report yourself: nothing is then sent.
 * `detail` is the submission as JSON text.
 */
export class PhieuSubmitEvent extends NativeEvent {
  /** @param {string} detail */
  constructor(detail) {
    super('submit', { cancelable: true })
    this.detail = detail
  }
}

/** The receiving office has the report. `receipt` is the receipt (biên nhận). */
export class PhieuReceivedEvent extends NativeEvent {
  /** @param {import('./types.js').Receipt} receipt */
  constructor(receipt) {
    super('phieu-received')
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
    super('phieu-saved')
    this.draft = draft
    this.at = at
  }
}

/** Another screen is shown. */
export class PhieuScreenEvent extends NativeEvent {
  /** @param {string} screen */
  constructor(screen) {
    super('phieu-screen')
    this.screen = screen
  }
}
