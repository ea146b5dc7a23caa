// README.md, followed to the letter: each of its commands does what it says, in an empty folder that has the plans alone.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { freePort } from '../browser/collector.mjs'
import { ROOT, readme, readmeSection, TRIED_OF_README } from '../support/examples.mjs'

const PLACE = mkdtempSync(join(tmpdir(), 'phieu-readme-'))
mkdirSync(join(PLACE, 'www'))
symlinkSync(join(ROOT, 'www/plans'), join(PLACE, 'www/plans'))
mkdirSync(join(PLACE, 'target'))
symlinkSync(join(ROOT, 'target/site'), join(PLACE, 'target/site'))
after(() => rmSync(PLACE, { recursive: true, force: true }))

/** What stands after `cargo run … --`: the command line that the build has made already. */
const OF_CARGO = /^cargo run .*--features cli,collector -- /
const phieu = process.env.PHIEU ?? join(ROOT, 'target/debug/phieu')

/** @param {{ heading: string, language: string }} tried */
const linesOf = (tried) => readmeSection(tried).codes.join('').trim().split('\n')

/** @param {string} line @param {string} [port] where `serve` listens, which may be taken */
const run = (line, port) =>
  spawnSync('sh', ['-c', port ? `${line} --listen 127.0.0.1:${port}` : line], {
    cwd: PLACE,
    encoding: 'utf8',
  })

test('every piece of code in it is tried, or is named here', () => {
  const rows = Object.values(TRIED_OF_README)
  for (const { heading, codes } of readme())
    for (const { language } of codes)
      assert.ok(
        rows.some((row) => row.heading === heading && row.language === language),
        `“${heading}” has ${language || 'plain text'} that nothing in TRIED_OF_README names`,
      )
})

test('the files that are said to try it do', () => {
  for (const [name, { by }] of Object.entries(TRIED_OF_README))
    for (const file of by) {
      const text = readFileSync(join(ROOT, `tests/${file}.test.mjs`), 'utf8')
      assert.ok(text.includes(`TRIED_OF_README.${name}`), `tests/${file}.test.mjs does not try ${name}`)
    }
})

test('what docs write of the command line, it takes', () => {
  const help = (/** @type {string[]} */ options) =>
    spawnSync(phieu, [...options, '--help'], { encoding: 'utf8' })
  for (const name of ['README.md', 'docs/operations.md', 'docs/soan-ke-hoach.md', 'docs/nukeviet.md']) {
    const text = readFileSync(join(ROOT, name), 'utf8')
    for (const [line, command = '', rest = ''] of text.matchAll(/\bphieu ([a-z]+)(?![a-z=])([^`\n]*)/g)) {
      // "phieu schema report" is a command of a command.
      const [, below] = /^ ([a-z]+)(?= )/.exec(rest) ?? []
      const { status, stdout } = help(below ? [command, below] : [command])
      assert.equal(status, 0, `${name}: ${line}`)
      // What stands behind a word of shell is another program's.
      const [own = ''] = rest.split(/[|;#]/)
      for (const [flag] of own.matchAll(/(?<= )--[a-z][a-z-]*/g))
        assert.ok(stdout.includes(flag), `${name}: ${line} has no ${flag}`)
    }
  }
})

test('what make is asked for, the Makefile has', () => {
  const makefile = readFileSync(join(ROOT, 'Makefile'), 'utf8')
  for (const line of [...linesOf(TRIED_OF_README.make), ...linesOf(TRIED_OF_README.change)]) {
    const [, target] = /^make (\w+)/.exec(line) ?? []
    assert.match(makefile, new RegExp(`^${target}:`, 'm'), line)
  }
})

for (const line of linesOf(TRIED_OF_README.plan))
  test(line, () => {
    assert.match(line, OF_CARGO)
    const { status, stdout, stderr } = run(line.replace(OF_CARGO, `${phieu} `))
    assert.equal(status, 0, stderr)
    const [, written] = /(?:-o|>) (\S+)/.exec(line) ?? []
    assert.ok((written ? readFileSync(join(PLACE, written), 'utf8') : stdout).length > 0)
  })

test('the collector starts, makes its database and its token, and each unit is given its code', async () => {
  const [serve = '', keys = '', ...more] = linesOf(TRIED_OF_README.collector)
  assert.deepEqual(more, [])
  const port = await freePort()
  const child = spawn(
    'sh',
    ['-c', `exec ${serve.replace(OF_CARGO, `${phieu} `)} --listen 127.0.0.1:${port}`],
    {
      cwd: PLACE,
    },
  )
  try {
    /** @type {Response | undefined} */
    let answer
    for (const end = Date.now() + 60_000; !answer && Date.now() < end; )
      answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    assert.equal(answer?.status, 200)
    assert.ok(readFileSync(join(PLACE, 'phieu.token'), 'utf8').trim().length > 20)
    const page = await fetch(`http://127.0.0.1:${port}/office.html`)
    assert.match(await page.text(), /<phieu-office/)
    const { status, stdout } = run(keys.replace(OF_CARGO, `${phieu} `))
    assert.equal(status, 0)
    const { units } = JSON.parse(
      readFileSync(join(ROOT, 'www/plans/tan-phu-thang-thanh-nien-2023.json'), 'utf8'),
    )
    const links = stdout.split('\n').filter((each) => each.includes('https://portal.example/'))
    assert.ok(links.length > 1 && links.length <= units.length, `${links.length} links`)
  } finally {
    child.kill()
  }
})

test("the plugin has the shortcodes that README's authors write", () => {
  const plugin = readFileSync(join(ROOT, 'www/wordpress/includes/writing.php'), 'utf8')
  for (const line of linesOf(TRIED_OF_README.shortcodes)) {
    const [, name = ''] = /^\[(\w+) plan="/.exec(line) ?? []
    assert.match(plugin, new RegExp(`'${name}'`), line)
  }
})
