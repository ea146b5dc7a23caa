// Translates the form's module to JavaScript: `node www/translate.mjs`, after shrink.mjs has made it small.
//
//   phieu.nowasm.js    makes instances of the whole core (phieu_bg.wasm), as WebAssembly.instantiate does of a module
//
// Binaryen's wasm2js does all of it but for what is mended here, each of which WebAssembly has and it has not:
//
// - the old bytes of a memory that has grown are gone, by which the glue sees that its views of them are stale;
// - a number of 64 bits comes to an import as one BigInt, not as two halves;
// - a trap is told from any other error.
//
// What the memory begins with is written as text, which packs better than base64.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import binaryen from 'binaryen'
import { mark } from './mark.mjs'

const WWW = fileURLToPath(new URL('.', import.meta.url))
const WASM = `${WWW}pkg/phieu_bg.wasm`
const TOOL = fileURLToPath(new URL('bin/wasm2js', import.meta.resolve('binaryen')))

const folder = mkdtempSync(join(tmpdir(), 'phieu-translate-'))
try {
  onlyWideImportsTakeOneNumber()
  const raw = join(folder, 'raw.js')
  execFileSync(process.execPath, [TOOL, '-O', WASM, '-o', raw], { stdio: 'inherit' })
  writeFileSync(`${WWW}pkg/phieu.nowasm.js`, mended(readFileSync(raw, 'utf8')))
} finally {
  rmSync(folder, { recursive: true })
}

/** What is mended for numbers of 64 bits goes no further than imports that take one of them and nothing else. */
function onlyWideImportsTakeOneNumber() {
  const module = binaryen.readBinary(readFileSync(WASM))
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  )
  const names = Array.from({ length: module.getNumExports() }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)),
  )
  const exported = new Set(names.map(({ value }) => value))
  for (const { name, base, params, results } of functions) {
    const taken = binaryen.expandType(params)
    const isWide = [...taken, ...binaryen.expandType(results)].includes(binaryen.i64)
    const isMended = base && taken.length === 1 && results !== binaryen.i64
    if (isWide && (base || exported.has(name)) && !isMended)
      throw new Error(`${base || name} takes or gives numbers of 64 bits: www/translate.mjs must mend that`)
  }
}

/**
 * What wasm2js wrote, mended.
 * @param {string} text
 */
function mended(text) {
  const [module = ''] = text.split('var retasmFunc')
  const core = replaced(module, [
    [/^import .*$/m, ''],
    [/var base64ReverseLookup[\s\S]*?(?=function initActiveSegments)/, ''],
    [
      /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\)/g,
      (_, at, data) => `put(bufferView, ${at}, ${asText(Buffer.from(data, 'base64'))})`,
    ],
    [/throw new Error\('abort'\)/, 'throw new RuntimeError("unreachable")'],
    [/(?=buffer = newBuffer;)/, 'new MessageChannel().port1.postMessage(0, [buffer]);\n'],
    [
      /(var legalimport\S+ = )(\S+);/g,
      (_, start, borrowed) =>
        `${start}(low, high) => ${borrowed}(BigInt(high) << BigInt(32) | BigInt(low >>> 0));`,
    ],
  ])
  return `${core}
function put(bytes, at, text) {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index)
}
class RuntimeError extends Error {
  constructor(message) {
    super(message)
    this.name = 'RuntimeError'
  }
}
export const instantiate = async (imports) => ({ exports: asmFunc(imports) })
export const build = '${mark()}'
`
}

/** A text with a character for each byte. @param {Buffer} bytes */
function asText(bytes) {
  return JSON.stringify(bytes.toString('latin1'))
}

/**
 * @param {string} text
 * @param {[RegExp, string | ((all: string, ...groups: string[]) => string)][]} mends
 */
function replaced(text, mends) {
  return mends.reduce((before, [what, mend]) => {
    const after = before.replace(what, /** @type {any} */ (mend))
    if (after === before) throw new Error(`wasm2js writes nothing like ${what} any more`)
    return after
  }, text)
}
