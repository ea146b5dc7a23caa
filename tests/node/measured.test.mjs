// What `make bench` writes keeps what it did not measure this time, and says whether a budget was kept.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { HEAD, part, withPart } from '../bench/support/measured.mjs'

const shown = {
  tables: [
    {
      title: 'One field set',
      rows: [
        ['60 figures', ' 7.1 µs'],
        ['a|b', '5 µs', 'flat'],
      ],
    },
  ],
  budgets: [
    { what: 'median at most 0.1 ms', kept: true },
    { what: 'flat', kept: false },
  ],
}

test('a part bears its circumstances, its rows and whether its budgets were kept', () => {
  assert.equal(
    part('field', '2026-11-27 · a machine', shown),
    '## field\n\n2026-11-27 · a machine\n\n| One field set | | |\n|---|---:|---|\n| 60 figures | 7.1 µs |  |\n' +
      '| a\\|b | 5 µs | flat |\n\n- kept: median at most 0.1 ms\n- **broken**: flat\n',
  )
})

test('a part takes the place of its own kind, and every other stays', () => {
  const [field, page] = [part('field', 'day one', shown), part('page', 'day one', shown)]
  const both = withPart(withPart('', 'page', page), 'field', field)
  assert.ok(both.startsWith(HEAD))
  assert.ok(both.indexOf('## field') < both.indexOf('## page'), 'in the order of their names')
  const renewed = withPart(both, 'field', part('field', 'day two', shown))
  assert.equal(renewed, both.replace('## field\n\nday one', '## field\n\nday two'))
  assert.equal(withPart(renewed, 'page', page), renewed)
})

test('the file in the repository is one that was written so', () => {
  const text = readFileSync(new URL('../../docs/measured.md', import.meta.url), 'utf8')
  const [name] = /^## (.*)$/m.exec(text)?.slice(1) ?? []
  const first = text.split(/^(?=## )/m)[1]
  assert.equal(withPart(text, name, first), text)
})
