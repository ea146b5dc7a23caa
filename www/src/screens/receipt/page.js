/**
 * The copy of a receipt to keep: one HTML file that any browser opens and prints for years to come, with the
 * receipt and the report as JSON inside, so that a machine can read it too.
 * @module
 */
import { written } from '../../json.js'

/** @param {unknown} text */
const safe = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * What stands on a receipt, each with what it is called.
 * @param {{ receipt: import('../../types.js').Receipt, preparedText: string, receivedText: string,
 *   punctualText: string, words: ReturnType<typeof import('./screen.js').allWords> }} options
 */
export const rowsOf = ({ receipt, preparedText, receivedText, punctualText, words }) => [
  [words.receiptCode, receipt.code],
  [words.preparedAt, preparedText],
  [words.receivedAt, receivedText],
  [words.deadline, punctualText],
  [words.hash, receipt.hash],
]

/**
 * @param {{ receipt: import('../../types.js').Receipt, preparedText: string, receivedText: string,
 *   punctualText: string, words: ReturnType<typeof import('./screen.js').allWords>,
 *   heading: import('./screen.js').Heading | undefined, office: string | null, lang: string, submission: string }} options
 */
export function receiptPage({
  receipt,
  preparedText,
  receivedText,
  punctualText,
  words,
  heading,
  office,
  lang,
  submission,
}) {
  const rows = rowsOf({ receipt, preparedText, receivedText, punctualText, words })
  const json = written({ receipt, submission: submission ? JSON.parse(submission) : null })
  return `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><title>${safe(words.receiptTitle)} ${safe(receipt.code)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 1em}
th{text-align:left;font-weight:400;padding-right:2em;vertical-align:top}td{overflow-wrap:anywhere;font-weight:600}</style>
<h1>${safe(words.receiptTitle)}</h1>
<p>${safe(office ?? '')}</p>
<p><strong>${safe(heading?.title ?? '')}</strong><br>${safe(heading?.unitName ?? '')}<br>
${safe(heading?.periodText ?? '')}</p>
<table>${rows.map(([name, value]) => `<tr><th scope="row">${safe(name)}</th><td>${safe(value)}</td></tr>`).join('')}</table>
<script type="application/json">${json.replace(/</g, '\\u003c')}</script>
</html>
`
}
