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

for (const folder of ['www/wordpress', 'www/nukeviet']) {
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

/** The block of NukeViet with these settings, beside what NukeViet gives it. @param {Record<string, string>} config */
function block(config) {
  const program = `define('NV_MAINFILE', true); function nv_function_exists($name) { return function_exists($name); }
    require '${join(ROOT, 'www/nukeviet/global.phieu.php')}';
    echo phieu_block(json_decode(stream_get_contents(STDIN), true));`
  const { stdout } = spawnSync('php', ['-r', program], { input: JSON.stringify(config), encoding: 'utf8' })
  return stdout
}

test('the block of NukeViet writes what was set, and nothing that it could do harm with', () => {
  const right = {
    plan: '/phieu/plans/a.json',
    endpoint: 'https://baocao.example/api',
    office: 'Đoàn “A”',
    files: '/phieu/',
  }
  const written = block(right)
  assert.match(written, /^<script type="module" src="\/phieu\/phieu\.js"><\/script><div data-phieu-report /)
  assert.match(written, / data-plan="\/phieu\/plans\/a\.json" data-endpoint="https:\/\/baocao\.example\/api"/)
  assert.match(
    block({ ...right, view: 'progress', plan: 'a' }),
    /progress\.js"><\/script><div data-phieu-progress .*data-plan="a"/,
  )
  const wrong = block({
    plan: 'javascript:a',
    endpoint: '//elsewhere.example',
    office: '"><script>',
    files: '"><script>',
    view: 'x',
  })
  assert.doesNotMatch(wrong, /javascript:|elsewhere|"><script>/)
})
