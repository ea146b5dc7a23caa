/** The one error that the page, and whoever uses the package, meets. */
export class PhieuError extends Error {
  /**
   * @param {string} code `plan`, `findings`, `load`, `panic` or another code of the core
   * @param {string} message
   * @param {{ errors?: unknown[], problems?: import('./types.js').Problem[] }} [more] what is wrong, place by place
   */
  constructor(code, message, more = {}) {
    super(message)
    this.name = 'PhieuError'
    this.code = code
    this.errors = more.errors ?? []
    this.problems = more.problems ?? []
  }

  /**
   * @param {unknown} thrown
   * @returns {PhieuError}
   */
  static from(thrown) {
    if (thrown instanceof PhieuError) return thrown
    const fault = /** @type {any} */ (thrown)
    const code = fault?.code ?? 'unknown'
    const errors = Array.isArray(fault?.errors) ? fault.errors : []
    const message = String(fault?.message ?? errors[0]?.message ?? fault?.errors ?? thrown)
    return new PhieuError(code, message, { errors, problems: code === 'findings' ? errors : [] })
  }
}
