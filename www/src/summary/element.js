/**
 * The error summary: what stands in the way of sending, in the form's order. It takes the focus when sending was
 * tried, and each line leads to its field.
 * @module
 */
import { html, nothing } from 'lit'
import { idOf } from '../field/id.js'
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
    const root = /** @type {ShadowRoot} */ (this.getRootNode())
    const target = targetOf(root, path, severity === 'warning' ? code : null)
    // Focus alone scrolls to the input and leaves its label, which says what is asked, out of sight.
    const field = target?.closest('.field, .section') ?? target
    field?.scrollIntoView({ block: 'start' })
    target?.focus({ preventScroll: true })
  }
}

/**
 * The input that a path names: itself, the line of explanation of its warning, or the first input below it.
 * @param {ShadowRoot} root
 * @param {string} path
 * @param {string | null} warning
 * @returns {HTMLElement | null}
 */
function targetOf(root, path, warning) {
  const id = idOf(path)
  const explanation = warning && root.getElementById(`${id}-findings-${warning.replace(/\W/g, '-')}`)
  return (
    explanation ||
    root.getElementById(id) ||
    root.querySelector(`input[id^="${id}_"], textarea[id^="${id}_"]`)
  )
}
