/**
 * One report as the office reads it, with its receipt and what the rules noticed.
 * @module
 */
import { html, nothing } from 'lit'
import { icons } from '../icons.js'
import { printAlone } from '../print.js'
import { remarks, reviewSection } from '../screens/review/rows.js'
import { officeWords } from './words.js'

/** @typedef {import('../types.js').ReceivedView} ReceivedView */
/** @typedef {Pick<ReceivedView, 'receivedText' | 'review'> & Partial<Omit<ReceivedView, 'receipt' | 'findings'>> &
 *   { receipt: import('../types.js').Receipt | null }} Read a sample has no receipt, and nothing is decided about it */
/** @typedef {Pick<import('./words.js').Words, 'back' | 'code' | 'receivedAt' | 'revision' | 'findings' | 'explained' | 'blank' | 'print'>} ReportWords */

/**
 * @param {Read} received
 * @param {{ onBack: () => void, files?: import('./files.js').Server, words?: ReportWords, lang?: string | null,
 *   onDecide?: (verdict: import('../types.js').Verdict) => Promise<void> }} options
 */
export function reportPage(received, { onBack, files, lang = 'vi', words = officeWords(lang), onDecide }) {
  const { receipt, receivedText, timelinessText, review, delayedText } = received
  return html`<div class="sheet paper" id="report">
    <button type="button" class="link back" id="to-overview" @click=${onBack}>${icons.back}${words.back}</button>
    <div class="paper-head">
      <h2 tabindex="-1" id="title">${review.unitName}</h2>
      <p class="paper-title">${review.dutyName}</p>
      <p>${review.periodText}</p>
    </div>
    <dl class="rows">
      ${receipt ? html`<div><dt>${words.code}</dt><dd>${receipt.code}</dd></div>` : nothing}
      <div><dt>${words.receivedAt}</dt><dd class="punctual ${receipt?.timeliness ?? ''}">
        ${receivedText} <strong>${timelinessText}</strong></dd></div>
      ${delayedText ? html`<div><dt></dt><dd id="delayed">${delayedText}</dd></div>` : nothing}
      ${receipt && receipt.revision > 1 ? html`<div><dt></dt><dd>${words.revision(receipt.revision)}</dd></div>` : nothing}
    </dl>
    ${remarks(review.remarks, words)}
    ${review.sections.map((section) => reviewSection(section, words))}
    ${
      files && 'report' in received
        ? html`<phieu-office-files .report=${received.report} .server=${files} .language=${lang}></phieu-office-files>`
        : nothing
    }
    <div class="actions"><button type="button" class="button"
      @click=${(/** @type {Event} */ event) => printAlone(/** @type {Element} */ (event.target))}>
      ${icons.print}${words.print}</button></div>
    ${
      receipt && onDecide
        ? html`<phieu-decision .received=${received} .lang=${lang} .onDecide=${onDecide}></phieu-decision>`
        : nothing
    }
  </div>`
}
