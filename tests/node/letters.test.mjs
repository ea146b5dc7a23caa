// In which order the outbox sends what it holds of one report.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder } from '../../www/src/store/letters.js'

/**
 * @param {string} id
 * @param {number} at
 * @param {string | null} [amends]
 */
const letter = (id, at, amends) => ({
  id,
  at,
  submission: JSON.stringify({ id, amends, report: {} }),
  endpoint: '',
  draftKey: 'week 1',
  lang: 'vi',
})

const CASES = {
  'by the hour at which they were sent': [[letter('b', 2, null), letter('a', 1, null)], 'a b'],
  'what was made from another comes after it': [[letter('b', 2, 'a'), letter('a', 1, null)], 'a b'],
  'also where the clock was set back in between': [
    [letter('b', 1, 'a'), letter('c', 2, 'b'), letter('a', 3, null)],
    'a b c',
  ],
  'what was made from one that has arrived is like a first one': [
    [letter('b', 2, 'gone'), letter('a', 1, 'gone')],
    'a b',
  ],
  'letters of earlier versions, which do not say': [[letter('b', 2), letter('a', 1)], 'a b'],
  'two that were made from each other, as no page writes them, end all the same': [
    [letter('b', 2, 'a'), letter('a', 1, 'b')],
    'a b',
  ],
}

for (const [name, [letters, order]] of Object.entries(CASES))
  test(`letters of one report: ${name}`, () => {
    const ordered = inOrder(/** @type {import('../../www/src/store/letters.js').Letter[]} */ (letters))
    assert.equal(ordered.map(({ id }) => id).join(' '), order)
  })
