// What this house is built of: licences, sources, bans and known holes of all crates and npm packages, part of
// `make check`.
//
// The first three are asked of cargo and the lock file, without a network. Known holes (advisories) are in databases that
// `cargo audit` and `npm audit` fetch: where one is out of reach that is said, and the rest of the check stands.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

// Licences that ask for no more than their own text and name in what is shipped.
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'NCSA',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
])
// Of tools that are not shipped, a change of the tool itself would have to be published too (MPL), or who made its data be
// named (CC-BY).
const ALLOWED_FOR_TOOLS = new Set([...ALLOWED, 'BlueOak-1.0.0', 'CC-BY-4.0', 'MPL-2.0'])

/** @type {Record<string, string>} */
const BANNED = {
  'openssl-sys': 'one TLS library (rustls), and none of the machine',
  'native-tls': 'one TLS library (rustls), and none of the machine',
  chrono: 'one calendar: ours, over `time`',
  reqwest: 'one client (ureq), which calls out for the command line, and for a bucket',
}

/** Who may have what is banned otherwise: of what it gives nothing is named here. @type {Record<string, string[]>} */
const BEHIND = {
  // When an object was written, which nobody asks.
  chrono: ['object_store'],
}

/** Advisories that were looked at, with why they do not apply. */
const LOOKED_AT = ['RUSTSEC-2023-0071'] // rsa: timing of private-key operations; only public keys are used here

const CRATES = 'registry+https://github.com/rust-lang/crates.io-index'

/** @type {string[]} */
const wrong = []
const crates = listCrates()
for (const { name, version, license, source, askedBy } of crates) {
  if (source && source !== CRATES) wrong.push(`${name} ${version} comes from ${source}`)
  if (!license || !fits(license, ALLOWED))
    wrong.push(`${name} ${version}: licence ${license ?? 'not stated'}`)
  if (name in BANNED && !askedBy.every((one) => BEHIND[name]?.includes(one)))
    wrong.push(`${name} ${version} is banned: ${BANNED[name]}`)
}
const packages = listPackages()
for (const { name, license, dev, integrity } of packages) {
  if (!license || !fits(license, dev ? ALLOWED_FOR_TOOLS : ALLOWED))
    wrong.push(`${name}: licence ${license ?? 'not stated'}`)
  if (!integrity) wrong.push(`${name}: the lock file has no hash of it`)
}
for (const line of wrong) console.log(`      ${line}`)
console.log(`      ${crates.length} crates and ${packages.length} npm packages: licences, sources, bans`)
if (!advisories() || wrong.length > 0) process.exitCode = 1

/**
 * @returns {{ name: string, version: string, license: string | null, source: string | null,
 *   askedBy: string[] }[]} `askedBy`: the crates that are built with it
 */
function listCrates() {
  const host = /host: (\S+)/.exec(run('rustc', ['-vV']))?.[1] ?? ''
  const found = new Map()
  for (const [manifest, platform] of [
    ['Cargo.toml', host],
    ['Cargo.toml', 'wasm32-unknown-unknown'],
    ['tests/fuzz/Cargo.toml', host],
  ]) {
    const options = ['--format-version', '1', '--locked', '--all-features', '--filter-platform', platform]
    options.push('--manifest-path', manifest)
    const { packages, resolve } = JSON.parse(run('cargo', ['metadata', ...options]))
    for (const crate of packages) if (!found.has(crate.id)) found.set(crate.id, { ...crate, askedBy: [] })
    for (const { id, dependencies } of resolve.nodes)
      for (const asked of dependencies) found.get(asked).askedBy.push(found.get(id).name)
  }
  return [...found.values()]
}

/** @returns {{ name: string, license?: string, dev?: boolean, integrity?: string }[]} */
function listPackages() {
  return (
    ['www', 'tests', 'tests/adopt']
      .map((folder) => JSON.parse(readFileSync(`${ROOT}${folder}/package-lock.json`, 'utf8')))
      .flatMap((lock) => Object.entries(lock.packages))
      // Beside what was installed stand our own two packages.
      .filter(([path, { link }]) => path.includes('node_modules/') && !link)
      .map(([path, entry]) => ({ name: path.replace(/.*node_modules\//, ''), ...entry }))
  )
}

/**
 * Whether a licence expression (SPDX; old crates write `/` for OR) can be kept with these licences. An exception (WITH)
 * only allows more.
 * @param {string} expression
 * @param {Set<string>} allowed
 */
function fits(expression, allowed) {
  const tokens =
    expression
      .replaceAll('/', ' OR ')
      .replace(/ WITH [\w.-]+/g, '')
      .match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  /** @returns {boolean} */
  const one = () => {
    const token = tokens[at++]
    if (token !== '(') return allowed.has(token)
    const inner = either()
    at += 1
    return inner
  }
  /** @returns {boolean} */
  const all = () => {
    let kept = one()
    while (tokens[at] === 'AND') {
      at += 1
      kept = one() && kept
    }
    return kept
  }
  /** @returns {boolean} */
  const either = () => {
    let kept = all()
    while (tokens[at] === 'OR') {
      at += 1
      kept = all() || kept
    }
    return kept
  }
  return either() && at === tokens.length
}

/** Known holes in what is built in: an advisory is an error; a database out of reach is said, and is none. */
function advisories() {
  const holes = [...ofCrates(), ...ofPackages()]
  for (const hole of holes) console.log(`      ${hole}`)
  return holes.length === 0
}

/** @returns {string[]} */
function ofCrates() {
  const ignored = LOOKED_AT.flatMap((advisory) => ['--ignore', advisory])
  const told = ask('cargo', ['audit', '--json', '--no-yanked', ...ignored], ROOT)
  if (!told?.vulnerabilities) return unknown('crates')
  return told.vulnerabilities.list.map(
    (/** @type {any} */ { advisory, package: { name, version } }) =>
      `${name} ${version}: ${advisory.id}, ${advisory.title}`,
  )
}

/** @returns {string[]} */
function ofPackages() {
  const told = ask('npm', ['audit', '--json'], `${ROOT}www`)
  if (!told?.vulnerabilities) return unknown('npm packages')
  return Object.values(told.vulnerabilities).map(
    (/** @type {any} */ { name, range, severity }) => `${name} ${range}: ${severity}; npm audit tells more`,
  )
}

/**
 * @param {string} what
 * @returns {string[]}
 */
function unknown(what) {
  console.log(`      advisories of the ${what} not looked at: their database could not be reached`)
  return []
}

/**
 * What a command answers as JSON; nothing where it does not.
 * @param {string} command
 * @param {string[]} options
 * @param {string} cwd
 */
function ask(command, options, cwd) {
  const { stdout } = spawnSync(command, options, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    timeout: 60_000,
  })
  try {
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}

/**
 * @param {string} command
 * @param {string[]} options
 */
function run(command, options) {
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  })
  if (status !== 0) throw new Error(`${command} ${options[0]}: ${stderr}`)
  return stdout
}
