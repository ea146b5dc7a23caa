// Makes tests/browser/fixtures/tan-phu-2023.docx out of tan-phu-2023.txt: `node tests/documents/word.mjs`. Word files number
// their headings and lists by themselves, so no number stands in the text; LibreOffice writes it (`soffice`).
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = 'tan-phu-2023'
const text = readFileSync(new URL(`${NAME}.txt`, import.meta.url), 'utf8')
const fixture = fileURLToPath(new URL(`../browser/fixtures/${NAME}.docx`, import.meta.url))

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (/** @type {string} */ words) =>
  words.replaceAll('**', '').replace(/[&<>]/g, (sign) => ESCAPED[/** @type {'&'} */ (sign)])

/** The headings, by how they are numbered. @type {[RegExp, number][]} */
const HEADINGS = [
  [/^[IVX]+\. /, 1],
  [/^\d+\. /, 2],
  [/^\d+\.\d+\. /, 3],
]
/** Lists that the word processor numbers. @type {[RegExp, string][]} */
const LISTS = [
  [/^- /, 'Dash'],
  [/^\+ /, 'Plus'],
  [/^\(\d+\) /, 'Number'],
]

/** @type {string[]} */
const body = []
/** @type {string | null} */
let list = null
/** @param {string | null} next */
function inList(next) {
  if (list === next) return
  if (list) body.push('</text:list>')
  if (next) body.push(`<text:list text:style-name="${next}">`)
  list = next
}
for (const line of text.split('\n').filter((line) => line.trim())) {
  const [heading, level] = HEADINGS.find(([number]) => number.test(line)) ?? []
  const [sign, style = null] = LISTS.find(([number]) => number.test(line)) ?? []
  inList(style)
  const words = escaped(line.replace(heading ?? sign ?? '', ''))
  if (heading) body.push(`<text:h text:outline-level="${level}">${words}</text:h>`)
  else if (sign) body.push(`<text:list-item><text:p>${words}</text:p></text:list-item>`)
  else body.push(`<text:p>${words}</text:p>`)
}
inList(null)

const outline = (/** @type {number} */ level, /** @type {string} */ format, shown = 1) =>
  `<text:outline-level-style text:level="${level}" style:num-format="${format}" style:num-suffix="." text:display-levels="${shown}"/>`
const bullet = (/** @type {string} */ name, /** @type {string} */ sign) =>
  `<text:list-style style:name="${name}"><text:list-level-style-bullet text:level="1" text:bullet-char="${sign}"/></text:list-style>`

const folder = mkdtempSync(join(tmpdir(), 'phieu-word-'))
try {
  const source = join(folder, `${NAME}.fodt`)
  writeFileSync(
    source,
    `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><text:outline-style style:name="Outline">${outline(1, 'I')}${outline(2, '1')}${outline(3, '1', 2)}</text:outline-style></office:styles>
<office:automatic-styles>${bullet('Dash', '-')}${bullet('Plus', '+')}<text:list-style style:name="Number"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/></text:list-style></office:automatic-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`,
  )
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', folder, source])
  copyFileSync(join(folder, `${NAME}.docx`), fixture)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
