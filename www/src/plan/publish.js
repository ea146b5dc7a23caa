/**
 * Publishing, and what comes after it: the way to the form, and what the webmaster needs.
 * @module
 */
import { html, nothing } from 'lit'
import { door } from '../office/door.js'

/**
 * @param {{ words: import('./words.js').Words, isWhole: boolean, secret: string | null, isWrong: boolean, isBusy: boolean,
 *   trouble: string | null, standing: import('./publishing.js').Standing | null,
 *   done: { title: string, version: number, stateText: string, form: string, snippet: string } | null,
 *   onEnter: (secret: string | null) => void, onLeave: () => void, onPublish: (over: boolean) => void,
 *   onCheck: () => void, onCopy: (text: string) => void, isCopied: boolean }} port
 */
export function publishPart(port) {
  const { words, isWhole, secret, isWrong, isBusy, trouble, standing, done } = port
  if (!secret) return door({ words, wrong: isWrong, onEnter: port.onEnter })
  return html`${
    isWhole
      ? nothing
      : html`<p class="notice warn" id="not-yet">${words.notYet}
        <button type="button" class="link" @click=${port.onCheck}>${words.parts.check}</button></p>`
  }
  <div class="tools">
    <button type="button" class="button primary" id="publish" ?disabled=${!isWhole || isBusy}
      @click=${() => port.onPublish(false)}>${isBusy ? words.publishing : words.publish}</button>
    <button type="button" class="link" @click=${port.onLeave}>${words.leave}</button>
  </div>
  ${
    standing
      ? html`<div class="notice warn" role="alert" id="standing">
        <h4>${words.standing}</h4><p>${standing.message}</p>
        ${
          standing.changes.length > 0
            ? html`<p>${words.changes}:</p><ul>${standing.changes.map((change) => html`<li>${change}</li>`)}</ul>`
            : nothing
        }
        ${
          standing.tag
            ? html`<button type="button" class="button" id="replace" @click=${() => port.onPublish(true)}>${words.replace}</button>`
            : nothing
        }
      </div>`
      : nothing
  }
  ${trouble ? html`<p class="notice bad lines" role="alert" id="publish-trouble">${trouble}</p>` : nothing}
  ${
    done
      ? html`<div class="published" role="status" id="published">
        <h4>${words.published}</h4>
        <p><strong>${done.title}</strong> <span class="hint">${words.version(done.version)} ${done.stateText}</span></p>
        <p><a class="button primary" href=${done.form} target="_blank" rel="noopener" id="open-form">${words.openForm}</a></p>
        <h4>${words.snippet}</h4>
        <p class="hint" id="snippet-help">${words.snippetHelp}</p>
        <textarea id="snippet" readonly rows="3" aria-label=${words.snippet} aria-describedby="snippet-help"
          .value=${done.snippet}></textarea>
        <button type="button" class="button" @click=${() => port.onCopy(done.snippet)}>
          ${port.isCopied ? words.copied : words.copy}</button>
      </div>`
      : nothing
  }`
}
