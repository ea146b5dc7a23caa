/**
 * A file to begin from: a document, a PDF, a workbook, or a plan.
 * @module
 */
import { pdfScript } from '../here.js'
import { beginAgain } from './gallery.js'
import { beginsWith, isSheet } from './sheet.js'

/** @typedef {import('./element.js').PhieuPlan} Element */

/** What can be chosen. */
export const FILES = '.docx,.pdf,.html,.htm,.txt,.json,.xlsx,.csv,.tsv'

/** Begins a plan with a file. @param {Element} plan @param {File} file */
export async function beginsWithFile(plan, file) {
  const { core, lang } = plan
  if (!core) return
  if (isSheet(file)) return beginsWith(plan, file)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (/\.json$/i.test(file.name)) return beginAgain(plan, new TextDecoder().decode(bytes))
  if (!isPdf(file, bytes)) return plan._begin(() => core.ofDocument(bytes, '', lang))
  const pages = await pagesOf(plan, bytes)
  // Meanwhile something else may have been begun.
  if (pages && !plan.made) plan._begin(() => core.ofDocument(pages, 'pdf', lang))
}

/** @param {File} file @param {Uint8Array} bytes */
const isPdf = ({ name }, bytes) =>
  /\.pdf$/i.test(name) || String.fromCharCode(...bytes.subarray(0, 4)) === '%PDF'

/**
 * What the core reads of a PDF; none where nothing here takes one apart, which is said.
 * @param {Element} plan @param {Uint8Array} bytes
 */
async function pagesOf(plan, bytes) {
  Object.assign(plan, { isReading: true, trouble: null })
  try {
    const pdf = await pdfScript()
    return new TextEncoder().encode(await pdf.pagesOf(bytes))
  } catch {
    plan.trouble = plan._words.pdfFailed
  } finally {
    plan.isReading = false
  }
}
