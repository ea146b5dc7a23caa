// Makes tests/browser/fixtures/tan-phu-2024.pdf out of tan-phu-2024.txt: `node tests/documents/pdf.mjs`, as an office's PDF looks:
// justified lines, page numbers above, offices beside the motto, recipients beside the signature. LibreOffice writes it
// (`soffice`). With other names of texts and a folder it makes theirs there: `node tests/documents/pdf.mjs FOLDER TEXT…`.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TEXT = fileURLToPath(new URL('tan-phu-2024.txt', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../browser/fixtures', import.meta.url))
/** What the text leaves out, as an office would have it. */
const HEAD = `ĐOÀN TNCS HỒ CHÍ MINH
THÀNH PHỐ HỒ CHÍ MINH
BCH QUẬN TÂN PHÚ
***
Số: 185-KH/ĐTN-VP
Tân Phú, ngày 20 tháng 5 năm 2024
`

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (/** @type {string} */ words) =>
  words.replaceAll('**', '').replace(/[&<>]/g, (sign) => ESCAPED[/** @type {'&'} */ (sign)])
const lines = (/** @type {string[]} */ all, /** @type {string} */ style) =>
  all.map((line) => `<text:p text:style-name="${style}">${escaped(line)}</text:p>`).join('')

/** Two cells beside each other, without lines around them. @param {string[]} left @param {string[]} right @param {string} style */
const sides = (left, right, style) =>
  `<table:table table:style-name="Sides"><table:table-column table:style-name="Left"/><table:table-column table:style-name="Right"/><table:table-row><table:table-cell>${lines(left, style)}</table:table-cell><table:table-cell>${lines(right, 'Centre')}</table:table-cell></table:table-row></table:table>`

/** @param {string[]} rows */
function table(rows) {
  const cells = rows
    .filter((row) => !/^[|\s-]+$/.test(row))
    .map((row) => row.replace(/^\||\|$/g, '').split(row.includes('\t') ? '\t' : '|'))
  const most = Math.max(...cells.map((row) => row.length))
  const of = (/** @type {string[]} */ row) =>
    Array.from(
      { length: most },
      (_, at) =>
        `<table:table-cell table:style-name="Cell">${lines([row[at]?.trim() ?? ''], 'InCell')}</table:table-cell>`,
    )
  return `<table:table><table:table-column table:number-columns-repeated="${most}"/>${cells.map((row) => `<table:table-row>${of(row).join('')}</table:table-row>`).join('')}</table:table>`
}

/** @param {string} text */
function body(text) {
  const all = text.split('\n').filter((line) => line.trim())
  const title = all.findIndex((line) =>
    /^(KẾ HOẠCH|CHƯƠNG TRÌNH|HƯỚNG DẪN|THÔNG BÁO|THỂ LỆ)/.test(line.replaceAll('**', '')),
  )
  const head = all.slice(0, title).flatMap((line) => line.split('\t'))
  const isRight = (/** @type {string} */ line) =>
    /ngày \d|^ĐOÀN TNCS HỒ CHÍ MINH$|CỘNG HÒA|Độc lập/.test(line)
  const out = []
  if (head.length > 0)
    out.push(
      sides(
        head.filter((line) => !isRight(line)),
        [
          ...head.filter((line) => isRight(line) && !/ngày/.test(line)),
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
          'Độc lập - Tự do - Hạnh phúc',
          ...head.filter((line) => /ngày/.test(line)),
        ],
        'Centre',
      ),
    )
  const signs = all.findIndex((line, at) => at > title && /^(T\/?M|TM\.|KT\.)/.test(line))
  const to = all.findIndex((line) => /^Nơi nhận/.test(line))
  const ends = [signs, to].filter((at) => at > 0)
  const close = ends.length > 0 ? Math.min(...ends) : all.length
  let rows = []
  for (const [at, line] of all.slice(title, close).entries()) {
    if (/\t|^\|.*\|$/.test(line)) {
      rows.push(line)
      continue
    }
    if (rows.length > 0) out.push(table(rows))
    rows = []
    out.push(lines([line], at < 2 ? 'Centre' : 'Body'))
  }
  if (rows.length > 0) out.push(table(rows))
  const right = signs > 0 ? all.slice(signs, to > signs ? to : all.length) : []
  const left = to > 0 ? all.slice(to, signs > to ? signs : all.length) : []
  if (close < all.length) out.push(sides(left, right, 'Small'))
  return out.join('\n')
}

/** @param {string} name @param {string} align @param {string} more @param {number} [size] */
const style = (name, align, more, size = 12) =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:text-align="${align}" ${more}/><style:text-properties style:font-name="Serif" fo:font-size="${size}pt"/></style:style>`
const column = (/** @type {string} */ name, /** @type {string} */ width) =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${width}"/></style:style>`

/** @param {string} text */
const fodt = (text) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'DejaVu Serif'"/></office:font-face-decls>
<office:automatic-styles>
${style('Body', 'justify', 'fo:text-indent="1.27cm" fo:margin-top="0.1cm" fo:margin-bottom="0.1cm"')}
${style('Centre', 'center', '', 13)}${style('Small', 'start', '', 11)}${style('InCell', 'start', '', 13)}
<style:style style:name="Sides" style:family="table"><style:table-properties style:width="16.5cm"/></style:style>
${column('Left', '7.5cm')}${column('Right', '9cm')}
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Centre"><text:page-number/></text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>${body(text)}</office:text></office:body></office:document>`

const [place = FIXTURES, ...named] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'phieu-pdf-'))
try {
  for (const path of named.length > 0 ? named : [TEXT]) {
    const name = basename(path, '.txt')
    const text = readFileSync(path, 'utf8')
    writeFileSync(join(folder, `${name}.fodt`), fodt(path === TEXT ? HEAD + text : text))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `${name}.fodt`),
    ])
    copyFileSync(join(folder, `${name}.pdf`), join(place, `${name}.pdf`))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
