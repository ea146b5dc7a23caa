/**
 * Where the work begins: a file, a paste, nothing, or what lies on this device.
 * @module
 */
import { html, nothing } from 'lit'
import { FILES } from './file.js'

/**
 * @param {{ words: import('./words.js').Words, works: import('./shelf.js').Work[], trouble: string | null, isReading: boolean,
 *   onFile: (file: File) => void, onPaste: (text: string, html: string) => void, onNothing: () => void,
 *   plans: import('./gallery.js').Known[],
 *   onGallery: (known: import('./gallery.js').Known) => void, onContinue: (work: import('./shelf.js').Work) => void, onForget: (work: import('./shelf.js').Work) => void }} port
 */
export function begin({
  words,
  works,
  plans,
  trouble,
  isReading,
  onFile,
  onPaste,
  onGallery,
  onNothing,
  onContinue,
  onForget,
}) {
  // Word's own layout holds the numbers of its headings; they are lost in plain text.
  let pasted = ''
  const area = (/** @type {Event} */ { target }) =>
    /** @type {HTMLTextAreaElement} */ (
      /** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode()).querySelector('#paste')
    )
  return html`<header class="plan-begin-head">
      <h2 tabindex="-1" id="title">${words.title}</h2>
      <p class="hint">${words.lead}</p>
    </header>
    ${trouble ? html`<p class="notice bad" role="alert" id="trouble">${trouble}</p>` : nothing}
    <div class="plan-begin">
      <section class="sheet">
        <h3><label for="file">${words.fromFile}</label></h3>
        <p class="hint" id="file-help">${words.fromFileHelp}</p>
        <input type="file" id="file" accept=${FILES} aria-describedby="file-help"
          @change=${(/** @type {Event} */ { target }) => {
            const [file] = /** @type {HTMLInputElement} */ (target).files ?? []
            if (file) onFile(file)
          }}>
        <p class="hint" role="status" id="reading">${isReading ? words.readingPdf : nothing}</p>
        <button type="button" class="link" id="nothing" @click=${onNothing}>${words.fromNothing}</button>
      </section>
      <section class="sheet">
        <h3><label for="paste">${words.fromPaste}</label></h3>
        <p class="hint" id="paste-help">${words.fromPasteHelp}</p>
        <textarea id="paste" aria-describedby="paste-help" rows="6"
          @paste=${(/** @type {ClipboardEvent} */ { clipboardData }) => {
            pasted = clipboardData?.getData('text/html') ?? ''
          }}></textarea>
        <button type="button" class="button primary" id="read" @click=${(/** @type {Event} */ event) =>
          onPaste(area(event).value, pasted)}>${words.readIt}</button>
      </section>
      ${
        plans.length > 0
          ? html`<section class="sheet plan-kept" id="gallery">
            <h3>${words.fromGallery}</h3>
            <p class="hint">${words.fromGalleryHelp}</p>
            <ul>${plans.map(
              (known) => html`<li>
                <span>${known.title}</span>
                <button type="button" class="button" aria-describedby="gallery-${known.id}"
                  @click=${() => onGallery(known)}>${words.takeUp}</button>
                <span class="unseen" id="gallery-${known.id}">${known.title}</span>
              </li>`,
            )}</ul>
          </section>`
          : nothing
      }
      ${
        works.length > 0
          ? html`<section class="sheet plan-kept">
            <h3>${words.kept}</h3>
            <ul>${works.map(
              (work) => html`<li>
                <span>${work.title || words.untitled}</span>
                <button type="button" class="button" @click=${() => onContinue(work)}>${words.continue}</button>
                <button type="button" class="link" @click=${() => onForget(work)}>${words.remove}</button>
              </li>`,
            )}</ul>
          </section>`
          : nothing
      }
    </div>`
}
