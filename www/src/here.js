/**
 * Where the files lie that a script fetches: beside the script that names them, or in the folder that the page names.
 *
 * Every name is written out whole, with `import.meta.url` or in an `import`: so a bundler sees the file, takes it along
 * and writes its own name in the place of ours. These names stand here alone. An import of what is known only as the
 * page runs is left to the browser by a mark that the build sets (www/build.mjs), as does an address to the classic
 * build, which has none of its own.
 * @module
 */

/** @typedef {string | URL} Address */

/** @type {URL | undefined} the folder that the page names */
let folder

/**
 * From now on the files are fetched from this folder, for instance where the portal joins scripts into one of its own.
 *
 * Editors let `data-…` pass, and with it would come scripts of any site, written by whoever may write no script: only
 * what lies where the page or this script comes from is taken.
 * @param {string | null | undefined} address none leaves it as it is
 */
export function filesAt(address) {
  const named = address && addressOf(address.replace(/\/*$/, '/'))
  if (named && (named.origin === location.origin || named.origin === new URL(firstWasm()).origin))
    folder = named
}

/**
 * What a page names, as an address; what cannot be read is as none.
 * @param {string} text
 */
export function addressOf(text) {
  try {
    return new URL(text, document.baseURI)
  } catch {
    return undefined
  }
}

/** @param {string} name @param {() => Address} own */
const at = (name, own) => (folder ? new URL(name, folder) : own())

/** How often each script was asked for and did not come. @type {Map<string, number>} */
const missed = new Map()

/**
 * Some browsers remember that a script failed, so another attempt asks under another address; a bundler's own name is not
 * known, and is asked for again.
 * @template Module
 * @param {string} name
 * @param {() => Promise<Module>} own
 * @returns {Promise<Module>}
 */
async function script(name, own, before = missed.get(name) ?? 0) {
  try {
    const query = before ? `?${before}` : ''
    return await (before || folder ? import(`${new URL(name + query, firstWasm())}`) : own())
  } catch (error) {
    missed.set(name, before + 1)
    if (before) return own()
    throw error
  }
}

export const firstWasm = () => at('phieu.first.wasm', () => new URL('./phieu.first.wasm', import.meta.url))
/** The same in two, for a page whose first screen comes ahead of it: what says what is wrong with a text there, and all else. */
export const inputsWasm = () => at('phieu.inputs.wasm', () => new URL('./phieu.inputs.wasm', import.meta.url))
export const formWasm = () => at('phieu.form.wasm', () => new URL('./phieu.form.wasm', import.meta.url))
export const laterWasm = () => at('phieu.later.wasm', () => new URL('./phieu.later.wasm', import.meta.url))
export const wholeWasm = () => at('phieu_bg.wasm', () => new URL('./phieu_bg.wasm', import.meta.url))
export const bulkWasm = () => at('phieu_bulk_bg.wasm', () => new URL('./phieu_bulk_bg.wasm', import.meta.url))

export const readingWasm = () =>
  at('phieu_reading_bg.wasm', () => new URL('./phieu_reading_bg.wasm', import.meta.url))

/** What of it only some officers use: workbooks and CSV files; what belongs to publishing. */
export const sheetsWasm = () => at('phieu_sheets.wasm', () => new URL('./phieu_sheets.wasm', import.meta.url))
export const publishingWasm = () =>
  at('phieu_publishing.wasm', () => new URL('./phieu_publishing.wasm', import.meta.url))

/** What writes drafts, beside the page. */
export const draftWorker = () => at('draft.worker.js', () => new URL('./draft.worker.js', import.meta.url))

/** What takes a PDF apart, beside the page. */
export const pdfWorker = () => at('pdf.worker.js', () => new URL('./pdf.worker.js', import.meta.url))

export const formSheet = () => at('phieu.css', () => new URL('./phieu.css', import.meta.url))
export const officeSheet = () => at('office.css', () => new URL('./office.css', import.meta.url))
export const planSheet = () => at('plan.css', () => new URL('./plan.css', import.meta.url))
export const progressSheet = () => at('progress.css', () => new URL('./progress.css', import.meta.url))

/** What the first screens say in English. */
export const englishScript = () => script('phieu.en.js', () => import('./phieu.en.js'))

/** The whole wasm, inside a script. @param {number} [attempts] as of `laterScript` */
export const wasmScript = (attempts) => script('phieu.wasm.js', () => import('./phieu.wasm.js'), attempts)

/** The whole core for where no wasm runs. @param {number} [attempts] as of `laterScript` */
export const noWasmScript = (attempts) =>
  script('phieu.nowasm.js', () => import('./phieu.nowasm.js'), attempts)

/** The first fields of a form, ahead of its script; it is asked for once. @type {() => Promise<typeof import('./early.js')>} */
export const earlyScript = () => import('./early.js')

/** What packs a Word file. */
export const wordScript = () => script('word.js', () => import('./word.js'))

/** What paints a receipt. */
export const pictureScript = () => script('picture.js', () => import('./picture.js'))
/** What shows, keeps and sends files. @type {() => Promise<typeof import('./files.js')>} */
export const filesScript = () => script('files.js', () => import('./files.js'))

/** The tables of a form. */
export const tableScript = () => script('table.js', () => import('./table.js'))

/** What is pasted into a table or the list of activities, or read into it from a file. @type {() => Promise<typeof import('./pasting.js')>} */
export const pastingScript = () => script('pasting.js', () => import('./pasting.js'))

/** The form of a plan in the making, to be tried. */
export const trialScript = () => script('trial.js', () => import('./trial.js'))

/** What reads the text of a PDF. @type {() => Promise<typeof import('./pdf.js')>} */
export const pdfScript = () => script('pdf.js', () => import('./pdf.js'))

/** The self-test, and why a form does not open. */
export const selftestScript = () => script('selftest.js', () => import('./selftest.js'))

/** The larger wasm, inside a script. */
export const bulkScript = () => script('phieu_bulk.wasm.js', () => import('./phieu_bulk.wasm.js'))

/** All checks. */
export const checksScript = () => script('checks.js', () => import('./checks.js'))

/**
 * What no first field needs.
 * @param {number} attempts how many were made before, also those in which another build's came
 */
export const laterScript = (attempts) => script('later.js', () => import('./later.js'), attempts)
