// What a benchmark showed, kept: each has a part of its own in docs/measured.md, with the machine and the day.
//
// A part is written once its benchmark has come to its end, and only where MEASURED names the file: `make bench` does.
// The other parts stay as they are.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { basename } from 'node:path'

export const HEAD = `# Measured

\`make bench\` writes this file; nobody edits it. Each part bears the machine and the day on which it was measured, and how
busy the machine was then. \`make bench BENCH="field bytes"\` measures those parts alone, and leaves the others as they are.
Milliseconds hold for that machine and that moment. What is held is a ratio within one run.
`

/** @typedef {{ title: string, rows: string[][] }} Table */
/** @typedef {{ what: string, kept: boolean }} Budget */

/** @type {{ tables: Table[], budgets: Budget[], engines: string[] }} */
const said = { tables: [], budgets: [], engines: [] }
const busy = loadavg()[0]

/**
 * Keeps a table for the file: rows of `[name, value, note]`.
 * @param {string} title
 * @param {string[][]} rows
 */
export function keepTable(title, rows) {
  said.tables.push({ title, rows })
}

/**
 * Keeps whether budgets held.
 * @param {[string, boolean][]} budgets
 */
export function keepBudgets(budgets) {
  said.budgets.push(...budgets.map(([what, kept]) => ({ what, kept })))
}

/** Names what else it was measured with: a browser, a database. @param {string} engine with its version */
export function measuredWith(engine) {
  if (!said.engines.includes(engine)) said.engines.push(engine)
}

/**
 * One benchmark's part of the file.
 * @param {string} name
 * @param {string} circumstances
 * @param {{ tables: Table[], budgets: Budget[] }} shown
 */
export function part(name, circumstances, { tables, budgets }) {
  const cell = (/** @type {string} */ text) => text.trim().replaceAll('|', '\\|')
  const lines = [`## ${name}`, '', circumstances, '']
  for (const { title, rows } of tables) {
    lines.push(`| ${cell(title)} | | |`, '|---|---:|---|')
    for (const [what, value, note = ''] of rows)
      lines.push(`| ${cell(what)} | ${cell(value)} | ${cell(note)} |`)
    lines.push('')
  }
  for (const { what, kept } of budgets) lines.push(`- ${kept ? 'kept' : '**broken**'}: ${what}`)
  if (budgets.length > 0) lines.push('')
  return lines.join('\n')
}

/**
 * The file with a part put in the place of the one of that name; parts stand in the order of their names.
 * @param {string} text
 * @param {string} name
 * @param {string} written
 */
export function withPart(text, name, written) {
  const parts = new Map(
    text
      .split(/^(?=## )/m)
      .slice(1)
      .map((each) => [each.split('\n')[0].slice(3), `${each.trimEnd()}\n`]),
  )
  parts.set(name, `${written.trimEnd()}\n`)
  return [HEAD, ...[...parts.keys()].sort().map((each) => parts.get(each))].join('\n')
}

function circumstances() {
  const day = new Date().toISOString().slice(0, 10)
  const cores = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  const machine = `${cores[0]?.model.trim() || 'processor unknown'}, ${cores.length} cores, ${memory}`
  const state = `${busy.toFixed(1)} programs wanted to run as it began`
  return [day, machine, state, system(), ...tools(), ...said.engines].join(' · ')
}

function system() {
  const file = '/etc/os-release'
  const name = existsSync(file) && /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync(file, 'utf8'))
  return name ? name[1] : process.platform
}

function tools() {
  const rust = execFileSync('rustc', ['--version'], { encoding: 'utf8' }).split(' ')[1]
  return [`Rust ${rust}`, `Node ${process.versions.node}`]
}

// A benchmark that breaks comes to no such end, and what it measured until then stands nowhere.
process.once('beforeExit', () => {
  const file = process.env.MEASURED
  if (!file || said.tables.length === 0) return
  const name = basename(process.argv[1] ?? '', '.mjs')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  writeFileSync(file, withPart(before, name, part(name, circumstances(), said)))
})
