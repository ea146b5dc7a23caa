// PHP is read by PHP itself, and by WordPress's own coding standard where this machine has it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT } from '../browser/collector.mjs'

/** @param {string} folder */
const filesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.php'))
    .map((name) => join(ROOT, folder, name))

/** @param {string} command @param {string[]} options */
function says(command, options) {
  const { error, status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' })
  return error ? { status: -1, text: error.message } : { status, text: stdout + stderr }
}

const hasStandard = says('phpcs', ['-i']).text.includes('WordPress')

for (const folder of ['www/wordpress']) {
  test(`${folder}: every file is PHP`, () => {
    const files = filesIn(folder)
    assert.notEqual(files.length, 0)
    for (const file of files) {
      const { status, text } = says('php', ['-l', file])
      assert.equal(status, 0, text)
    }
  })
}

test('www/wordpress: as WordPress’s coding standard has it', {
  skip: !hasStandard && 'phpcs with the standard “WordPress” is not there: Debian has no package of it',
}, () => {
  const { status, text } = says('phpcs', [
    '--standard=WordPress',
    '--extensions=php',
    join(ROOT, 'www/wordpress'),
  ])
  assert.equal(status, 0, text)
})
