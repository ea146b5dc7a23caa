/**
 * What a person filling in a form has to know about where their words are kept.
 * @module
 */
import { html, nothing } from 'lit'
import { when } from '../../clock.js'

/** @param {import('./screen.js').PhieuForm} form */
export function notices({ session, words, restoredAt, notice, onFile, onTakeFile }) {
  if (!session) return nothing
  const { lasting = true, silent } = session.keeper?.store ?? {}
  return html`
    ${notice ? html`<div class="notice" role="status"><p>${notice}</p></div>` : nothing}
    ${restoredAt ? html`<div class="notice quiet" id="restored"><p>${words.restored(when(restoredAt, words))}</p></div>` : nothing}
    ${
      session.locked || (lasting && !session.saveFailed)
        ? nothing
        : html`<div class="notice warn" role="status" id="unsafe">
            <p>${lasting ? words.saveFailed : silent ? words.deviceSilent : words.keptInMemory}</p>
            <button type="button" class="button" @click=${onFile}>${words.saveFile}</button>
            <button type="button" class="button" @click=${() => onTakeFile()}>${words.openFile}</button>
          </div>`
    }`
}
