/**
 * The door of the office's pages: the access code is asked for before anything is shown.
 * @module
 */
import { html, nothing } from 'lit'

/**
 * @param {{ words: { token: string, tokenHelp: string, tokenWrong: string, enter: string }, wrong: boolean,
 *   onEnter: (secret: string | null) => void }} options
 */
export function door({ words, wrong, onEnter }) {
  const enter = (/** @type {Event} */ { target }) => {
    const root = /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode())
    const input = /** @type {HTMLInputElement | null} */ (root.querySelector('#token'))
    onEnter(input?.value.trim() || null)
  }
  return html`<div class="sheet door">
    <div class="search">
      <label for="token">${words.token}</label>
      <div class="control">
        <input type="text" id="token" autocomplete="off" autocapitalize="off" spellcheck="false"
          aria-describedby="token-help token-wrong" aria-invalid=${wrong || nothing}
          @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && enter(event)}>
        <button type="button" class="button primary" id="enter" @click=${enter}>${words.enter}</button>
      </div>
      <p class="hint" id="token-help">${words.tokenHelp}</p>
      <p class=${wrong ? 'finding error' : ''} id="token-wrong" role="alert">${wrong ? words.tokenWrong : nothing}</p>
    </div>
  </div>`
}
