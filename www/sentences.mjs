// Which words of the form's module no first field needs, and where they stand in it: for split.mjs.
//
// What is said in English stands in the source beside the Vietnamese (`en: "…"`, or second in `either(…)`). With it go, in both
// languages, what is said of what comes by wire and before sending alone (WIRE), and what stands in files to be kept alone (KEPT).
import { readdirSync, readFileSync } from 'node:fs'

/** Where the sentences stand that no form says before the later part is there: of the wire, of files and tables, and of what the office
 * answers. */
const WIRE = ['message/sentence/wire.rs', 'message/files.rs', 'rules/claimed.rs', 'rules/table.rs']

/** Where the words stand of what is made to be kept, or comes with the sums, and of a plan that cannot be read: no form says any of them
 * first, in either language. */
const KEPT = [
  'message/goal.rs',
  'message/inside.rs',
  'message/misread.rs',
  'message/paper.rs',
  'message/plan.rs',
  'message/points.rs',
  'form/agenda.rs',
  'form/block.rs',
  'form/table/paste/told.rs',
  'form/official/mod.rs',
  'form/official/head.rs',
  'form/official/body.rs',
  'form/official/word.rs',
]
const KEPT_WHOLE = 'form/official/word/'

/** What stands behind a backslash in Rust, as it is meant. @type {Record<string, string>} */
const ESCAPED = { r: '\r', n: '\n', '"': '"', '\\': '\\' }

/** What is not compiled into the form's module. */
const ELSEWHERE =
  /^(bin|claims|collector|lint|office|progress|punctuality|reading|rollup|sample|schema)(\/|\.rs$)|(^|\/)tests(\/|\.rs$)/

/** A short word may stand in the midst of something else; and what has no blank may also be a name in the code. */
const SHORT = 10
/** What is no word at all may be shorter. */
const SHORTEST = 5

/** A text as Rust writes it, and two of them as `either` takes them. */
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"/.source
const EITHER = new RegExp(`\\beither\\(\\s*(?:lang,\\s*)?${TEXT},\\s*${TEXT}`, 'g')

const SOURCE = new URL('../src/', import.meta.url)

/** @typedef {{ offset: number, data: Uint8Array }} Segment */

/**
 * Takes what is said in English, and what is said of the wire, out of the data.
 * @param {Segment[]} segments
 * @returns {Segment[]} what was taken, at its place
 */
export function takeSentences(segments) {
  const { said, others } = sentences()
  const isSentence = (/** @type {string} */ each) => each.length >= SHORT && each.includes(' ')
  const wire = WIRE.flatMap((name) => vietnamese(sourceOf(name)))
  const english = [...said].filter((each) => !others.has(each))
  /** @type {Segment[]} */
  const taken = []
  // What stands there twice is part of something longer, wherever that is, and also where one of both was taken before.
  const before = Buffer.concat(segments.map(({ data }) => Buffer.concat([data, Buffer.of(0)])))
  const isOnce = (/** @type {string} */ text) => before.indexOf(text) === before.lastIndexOf(text)
  for (const sentence of [...[...english, ...plain(wire)].filter(isSentence), ...keptAlone()]) {
    for (const { offset, data } of segments) {
      const place = Buffer.from(data.buffer).indexOf(sentence)
      if (place < 0 || !isOnce(sentence)) continue
      const end = place + Buffer.byteLength(sentence)
      taken.push({ offset: offset + place, data: data.slice(place, end) })
      data.fill(0, place, end)
    }
  }
  if (taken.length === 0) throw new Error('the module says nothing in English as src does')
  return taken
}

/** What the core says in English, and what it says in Vietnamese (`others`), as both stand in its source. */
function sentences() {
  const source = sourceFiles().map(sourceOf).join('\n')
  const beside = (/** @type {'vi' | 'en'} */ lang) =>
    [...source.matchAll(new RegExp(`\\b${lang}: ${TEXT}`, 'g'))].map(([, text]) => text)
  const pairs = [...source.matchAll(EITHER)]
  return {
    said: plain([...beside('en'), ...pairs.map(([, , en]) => en)]),
    others: plain([...beside('vi'), ...pairs.map(([, vi]) => vi)]),
  }
}

/** What is said in files to be kept, and nowhere else, nor within a longer text: equal texts are one in the module. */
function keptAlone() {
  const others = sourceFiles()
    .filter((name) => !KEPT.includes(name) && !ELSEWHERE.test(name))
    .flatMap((name) => texts(sourceOf(name)))
    .join('\0')
  const own = KEPT.flatMap((name) => texts(sourceOf(name))).filter(
    (text = '') => text.length >= SHORTEST && /\W/.test(text) && !others.includes(text),
  )
  const whole = readdirSync(new URL(KEPT_WHOLE, SOURCE)).map((name) => sourceOf(KEPT_WHOLE + name))
  // What stands in a whole file as well is then its own.
  return [...whole, ...plain(own)]
}

function sourceFiles() {
  const names = readdirSync(SOURCE, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'))
  return names.filter((name) => name.endsWith('.rs'))
}

/** @param {string} name */
function sourceOf(name) {
  return readFileSync(new URL(name, SOURCE), 'utf8')
}

/** @param {string} source */
function vietnamese(source) {
  return [...source.matchAll(new RegExp(`\\bvi: ${TEXT}`, 'g'))].map(([, text]) => text)
}

/** All that stands in quotes in a file, without its tests. @param {string} source */
function texts(source) {
  const [code = ''] = source.split('#[cfg(test)]')
  return [...code.matchAll(new RegExp(TEXT, 'g'))].map(([, text]) => text)
}

/** @param {(string | undefined)[]} texts as Rust writes them */
function plain(texts) {
  return new Set(
    texts.map((text = '') =>
      text.replace(/\\\n\s*/g, '').replace(/\\([rn"\\])/g, (_, sign) => ESCAPED[sign]),
    ),
  )
}
