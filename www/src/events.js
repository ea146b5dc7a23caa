/**
 * What `<phieu-report>` tells its host. No event bubbles: a portal's page-wide `<form>` listens for `submit`
 * too, and must not take ours for its own.
 * @module
 */

/**
 * A report is ready to be sent. Cancel it to take the report yourself: nothing is then sent.
 * `detail` is the submission as JSON text.
 */
export class PhieuSubmitEvent extends Event {
  /** @param {string} detail */
  constructor(detail) {
    super('submit', { cancelable: true })
    this.detail = detail
  }
}

/** The receiving office has the report. `receipt` is the receipt (biên nhận). */
export class PhieuReceivedEvent extends Event {
  /** @param {import('./types.js').Receipt} receipt */
  constructor(receipt) {
    super('phieu-received')
    this.receipt = receipt
  }
}

/** A draft was written on the device. */
export class PhieuSavedEvent extends Event {
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
export class PhieuScreenEvent extends Event {
  /** @param {import('./types.js').Screen} screen */
  constructor(screen) {
    super('phieu-screen')
    this.screen = screen
  }
}
