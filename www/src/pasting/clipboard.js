/**
 * What a clipboard holds of rows, as a spreadsheet would put it there.
 * @module
 */

/** The most rows and cells of a row that are looked at: one more than the core reads, which says that there are more. */
const ROWS = 501
const COLUMNS = 41
/** The most letters of what a clipboard holds as a page. */
const MOST = 4_000_000
/** What says that a page comes from a spreadsheet, whose text has the same cells as they show. */
const SPREADSHEET = /Excel\.Sheet|\ssd(val|num)="|google-sheets-html-origin/

/** @param {Pick<DataTransfer, 'getData'> | null} clipboard */
export function copied(clipboard) {
  const source = clipboard?.getData('text/html') ?? ''
  const plain = clipboard?.getData('text/plain') ?? ''
  const isDocument = source.length <= MOST && !SPREADSHEET.test(source)
  const table = isDocument ? largest(source) : undefined
  return { html: source.replace(/\0/g, ''), plain: table ? linesOf(table) : plain }
}

/** The table of most rows in a page. @param {string} source */
function largest(source) {
  if (!/<table/i.test(source)) return undefined
  const page = new DOMParser().parseFromString(plainly(source), 'text/html')
  const [first] = [...page.querySelectorAll('table')].sort((a, b) => b.rows.length - a.rows.length)
  return first
}

/**
 * A page without its looks: a portal that lets no page say how it looks would speak of each.
 * @param {string} source
 */
const plainly = (source) =>
  source
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi, ''))

/**
 * A table in lines. What cells that were made one leave free is blank.
 * @param {HTMLTableElement} table
 */
function linesOf(table) {
  /** @type {string[]} */
  const lines = []
  /** @type {number[]} how many more rows a cell above reaches down, by column */
  const reach = []
  for (const row of [...table.rows].slice(0, ROWS)) {
    /** @type {string[]} */
    const line = []
    const free = () => {
      for (let left = reach[line.length] ?? 0; left > 0; left = reach[line.length] ?? 0) {
        reach[line.length] = left - 1
        line.push('')
      }
    }
    for (const cell of row.cells) {
      free()
      if (line.length >= COLUMNS) break
      const text = quoted(said(cell))
      for (let right = 0; right < Math.min(cell.colSpan, COLUMNS); right += 1) {
        reach[line.length] = Math.min(cell.rowSpan, ROWS) - 1
        line.push(right === 0 ? text : '')
      }
    }
    free()
    lines.push(line.join('\t'))
  }
  return lines.join('\n')
}

/** What a cell shows, with the ends of its lines. @param {Node} node @returns {string} */
function said(node) {
  const parts = [...node.childNodes].map((each) => {
    if (each.nodeType === Node.TEXT_NODE) return (each.nodeValue ?? '').replace(/\s+/g, ' ')
    const name = each.nodeName
    if (name === 'BR') return '\n'
    const text = /^(STYLE|SCRIPT)$/.test(name) ? '' : said(each)
    return /^(P|DIV|LI|TR)$/.test(name) ? `\n${text}\n` : text
  })
  const lines = parts.join('').split('\n')
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

/** @param {string} text */
const quoted = (text) => (/["\t\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
