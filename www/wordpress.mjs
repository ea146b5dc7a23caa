// Packs the plugin for WordPress: `node www/wordpress.mjs`, after the page's scripts and the light plans are in dist/.
//
// The form's files lie in a folder that is named after their content: a browser that keeps them for a year fetches those
// of the next version, and never some of each. What the plugin needs to know of them stands in form.php.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'

const WWW = fileURLToPath(new URL('.', import.meta.url))
const ZIP = fileURLToPath(new URL('../target/phieu-wordpress.zip', import.meta.url))
// What only Node, developers, offices without a collector and the page that makes plans need.
const LEFT_OUT =
  /^(samples|types)\/|^(node|checks|reading(-node)?)\.js$|^(plan|trial|pdf)\.|^phieu_(reading_bg|sheets|publishing)\.wasm$|bulk/

// PHP takes no larger file from an administrator, unless it is told to (`upload_max_filesize`); some room is left to what surrounds it.
const UPLOADED = 2_000_000

/** @typedef {Record<string, Uint8Array>} Files by name */

/**
 * @param {string} folder
 * @param {(name: string) => boolean} [wanted]
 * @returns {Files}
 */
function filesOf(folder, wanted = () => true) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const chosen = names.filter((name) => wanted(name) && statSync(join(folder, name)).isFile())
  return Object.fromEntries(chosen.map((name) => [name, readFileSync(join(folder, name))]))
}

/** @param {Uint8Array | string} content */
const sum = (content) => createHash('sha256').update(content).digest('hex')

/**
 * Text in PHP, between single quotes.
 * @param {string} text
 */
const quoted = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`

/** @param {Record<string, string>} values */
const list = (values) =>
  Object.entries(values)
    .map(([key, value]) => `\t\t${quoted(key)} => ${quoted(value)},\n`)
    .join('')

const form = filesOf(`${WWW}dist`, (name) => !LEFT_OUT.test(name) && !name.endsWith('.gz'))
if (!form['phieu.js'] || !form['plans/tan-phu-thang-thanh-nien-2023.json'])
  throw new Error('www/dist is not whole. To mend it: make build')
const sums = Object.fromEntries(Object.entries(form).map(([name, bytes]) => [name, sum(bytes)]))
const folder = `form/${sum(JSON.stringify(sums)).slice(0, 12)}`
const plans = Object.entries(form)
  .filter(([name]) => name.startsWith('plans/'))
  .map(([name, bytes]) => [name.slice(6, -5), JSON.parse(new TextDecoder().decode(bytes)).title])
const { version } = JSON.parse(readFileSync(`${WWW}package.json`, 'utf8'))
const known = `<?php
/**
 * What came with the plugin: written by the build.
 *
 * @package Phieu
 */

defined( 'ABSPATH' ) || exit;

return array(
\t'version' => ${quoted(version)},
\t'folder'  => ${quoted(folder)},
\t'files'   => array(
${list(sums)}\t),
\t'plans'   => array(
${list(Object.fromEntries(plans))}\t),
);
`

const plugin = filesOf(`${WWW}wordpress`)
const licences = ['LICENSE-MIT', 'LICENSE-APACHE'].map((name) => [name, readFileSync(`${WWW}../${name}`)])
const all = {
  ...plugin,
  ...Object.fromEntries(licences),
  'form.php': new TextEncoder().encode(known),
  ...Object.fromEntries(Object.entries(form).map(([name, bytes]) => [`${folder}/${name}`, bytes])),
}
const packed = Object.fromEntries(Object.entries(all).map(([name, bytes]) => [`phieu/${name}`, bytes]))
const zip = zipSync(packed, { level: 9 })
if (zip.length > UPLOADED)
  throw new Error(
    `the plugin is ${zip.length} bytes, and an upload may have ${UPLOADED}. To mend it: leave out of it what no page of a portal needs (LEFT_OUT)`,
  )
mkdirSync(join(ZIP, '..'), { recursive: true })
writeFileSync(ZIP, zip)
console.log(`      ${Object.keys(packed).length} files, ${(zip.length / 1024).toFixed(0)} KiB: ${ZIP}`)
