/**
 * The error summary: what stands in the way of sending, in the form's order. It takes the focus when sending was
 * tried, and each line leads to its field.
 * @module
 */
import { html, nothing } from 'lit'
import { idOf } from '../field/id.js'
import { lead, reveal } from '../field/lead.js'
import { icons } from '../icons.js'
import { SessionPart } from '../watching.js'
import { wordsIn } from '../words/shared.js'
import { en } from './en.js'
import { vi } from './vi.js'

const allWords = wordsIn(vi, en)

export class PhieuSummary extends SessionPart {
  /**
   * @override
   * @param {import('../session.js').Topic} topic
   */
  concerns(topic) {
    return topic === 'problems'
  }

  /** @override */
  render() {
    const words = allWords(this.words)
    const problems = this.session?.attempted ? this.session.blocking() : []
    if (problems.length === 0) return nothing
    return html`<div class="summary" part="summary" id="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
      <h3 id="summary-title">${icons.error}${words.summaryErrors(problems.length)}</h3>
      <p>${words.summaryHelp}</p>
      <ul>
        ${problems.map(
          (problem) => html`<li>
            <a href="#${idOf(problem.path)}" @click=${(/** @type {Event} */ event) => this._lead(event, problem)}>
              <strong>${problem.label}</strong>${problem.label ? ': ' : nothing}${problem.message}</a>
          </li>`,
        )}
      </ul>
    </div>`
  }

  /** Takes the focus, so that a reader of the screen hears it and the keyboard goes on from here. */
  async take() {
    this.requestUpdate()
    await this.updateComplete
    reveal(
      this,
      (this.session?.blocking() ?? []).map(({ path }) => path),
    )
    const box = this.one('#summary')
    box?.scrollIntoView({ block: 'start' })
    box?.focus({ preventScroll: true })
  }

  /**
   * @param {Event} event
   * @param {import('../types.js').Problem} problem
   */
  _lead(event, { path, code, severity }) {
    // The address bar belongs to the host.
    event.preventDefault()
    lead(this, path, severity === 'warning' ? code : null)
  }
}
