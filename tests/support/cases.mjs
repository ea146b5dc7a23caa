// The shared table of cases (tests/cases/README.md), and what is asked of a form that was given one.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { listed } from './form-cases.mjs'

/** @typedef {import('./form-cases.mjs').Case} Case */

const ROOT = new URL('../../', import.meta.url)
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))

/** @type {(Omit<Case, 'draft'> & { draft?: Case['draft'], report?: object })[]} */
export const CASES = ['tests/cases', 'src/rules'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, ROOT))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((file) => read(`${folder}/${file}`).map((/** @type {any} */ one) => ({ file, ...one }))),
)

/** Each plan of the table by its path. @type {Record<string, any>} */
export const PLANS = Object.fromEntries(
  [...new Set(CASES.map(({ plan }) => plan))].map((path) => [path, read(path)]),
)

/** A form writes the head of its draft itself. */
const OF_THE_HEAD = ['format', 'plan', 'planVersion']

/** The cases that a form can be given: what came by wire is no draft. */
export const FORM_CASES = /** @type {Case[]} */ (
  CASES.filter(({ draft }) => draft && !OF_THE_HEAD.some((member) => member in draft))
)

/** What a form says before sending, and not while one types. */
const BEFORE_SENDING = [
  ...['required', 'activities.tooFew', 'activities.tooMany', 'explanation.missing'],
  ...['table.tooFewRows', 'table.blankRow'],
]

/**
 * A form finds what the table says, and shows it where it belongs.
 * @param {Case} one
 * @param {import('./form-cases.mjs').Made | undefined} made
 */
export function formFinds({ findings }, made) {
  const expected = listed(findings)
  assert.ok(made)
  // No form opens for what is not owed.
  if (made.refused) return assert.deepEqual(made.refused, expected)
  const { opened, typed } = made
  assert.deepEqual(opened.problems, expected, 'opened with the draft')
  const within = (/** @type {string} */ at) =>
    at !== '' && opened.paths.some((input) => at.startsWith(input) || input.startsWith(`${at}/`))
  const atFields = findings.filter(({ path, code, severity }) => {
    const isLater = BEFORE_SENDING.includes(code) || (code === 'rule.tooFewDone' && severity === 'error')
    return within(path) && !isLater
  })
  for (const finding of listed(atFields))
    assert.ok(opened.shown.includes(finding), `at its field: ${finding}`)
  if (typed) assert.deepEqual(typed, opened, 'typed')
}

/** @param {import('./form-cases.mjs').Made[]} all */
export function nearlyAllAreTyped(all) {
  const typed = all.filter((made) => !made.refused && made.typed).length
  assert.ok(typed > 125, String(typed))
}
