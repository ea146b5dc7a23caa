// The examples of docs/examples.md, taken out of the page and put into folders, where they are run as they stand.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = join(ROOT, 'docs/examples.md')
const PLAN = join(ROOT, 'www/dist/plans/tan-phu-thang-thanh-nien-2023.json')

/** @typedef {{ files: Record<string, string>, commands: string[] }} Example */

/** The examples by their headings; what stands before the first is part of each. @returns {Record<string, Example>} */
export function examples() {
  const [shared = '', ...sections] = readFileSync(PAGE, 'utf8').split(/^## /m)
  const common = read(shared)
  return Object.fromEntries(
    sections.map((section) => {
      const { files, commands } = read(section)
      return [section.split('\n')[0].trim(), { files: { ...common.files, ...files }, commands }]
    }),
  )
}

/**
 * What of README.md is tried, and by which file of tests: the heading under which it stands, and the language of its code.
 */
export const TRIED_OF_README = {
  make: { heading: 'Two commands', language: 'sh', by: ['node/readme'] },
  tag: { heading: 'Embed it', language: 'html', by: ['adopt/hosts', 'browser/readme'] },
  host: { heading: 'Embed it', language: 'js', by: ['browser/readme'] },
  first: { heading: 'The first screen', language: 'html', by: ['browser/readme'] },
  offline: { heading: 'Without a line', language: 'js', by: ['browser/offline'] },
  shortcodes: { heading: 'WordPress', language: '', by: ['node/readme'] },
  plan: { heading: 'Publish a plan', language: 'sh', by: ['node/readme'] },
  collector: { heading: 'Receive reports', language: 'sh', by: ['node/readme'] },
  frame: { heading: 'Receive reports', language: 'js', by: ['browser/frame'] },
  progress: { heading: 'Receive reports', language: 'html', by: ['browser/readme'] },
  rules: { heading: 'Use the rules', language: 'js', by: ['adopt/hosts'] },
  change: { heading: 'Change it', language: 'sh', by: ['node/readme'] },
}

/** @typedef {{ heading: string, text: string, codes: { language: string, code: string }[] }} Section */

/** README.md, section by section, with the pieces of code in each. @returns {Section[]} */
export function readme() {
  const [, ...sections] = readFileSync(join(ROOT, 'README.md'), 'utf8').split(/^#+ (?=.*\n\n)/m)
  return sections.map((section) => {
    const [heading = ''] = section.split('\n')
    const codes = [...section.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    return {
      heading,
      text: section.slice(heading.length + 1),
      codes: codes.map(([, language = '', code = '']) => ({ language, code })),
    }
  })
}

/**
 * A section of README.md that is tried.
 * @param {{ heading: string, language: string }} tried
 * @returns {{ text: string, codes: string[] }} all of it, and the pieces of code of that language in it
 */
export function readmeSection({ heading, language }) {
  const section = readme().find((each) => each.heading === heading)
  assert.ok(
    section,
    `README.md has no section “${heading}”; name its new heading in tests/support/examples.mjs`,
  )
  const codes = section.codes.filter((each) => each.language === language).map(({ code }) => code)
  assert.ok(codes.length > 0, `README.md has no ${language || 'plain text'} under “${heading}”`)
  return { text: section.text, codes }
}

/** @param {string} text @returns {Example} */
function read(text) {
  const named = [...text.matchAll(/^\*\*`([^`]+)`\*\*\n\n```\w*\n([\s\S]*?)^```$/gm)]
  const shell = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, lines]) =>
    lines.trim().split('\n'),
  )
  return { files: Object.fromEntries(named.map(([, name, content]) => [name, content])), commands: shell }
}

/**
 * Packs the package, as it is published. @returns {string} the .tgz
 */
export const packed = () => run('node', ['www/pack.mjs'], ROOT).trim()

/**
 * An example in an empty folder, with the package installed.
 * @param {Example} example
 * @param {{ folder: string, tgz: string, plan?: string }} options `plan`: the folder from which its pages fetch files
 */
export function laidOut({ files }, { folder, tgz, plan = '.' }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  run('npm', ['install', tgz, '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  mkdirSync(join(folder, plan), { recursive: true })
  cpSync(PLAN, join(folder, plan, 'plan.json'))
}

/**
 * Runs the commands of an example; what it installs is there already, in the version that is tried.
 * @param {Example} example
 * @param {{ folder: string, modules: string, known: Record<string, string> }} options
 * @returns {string} what they said
 */
export function ran({ commands }, { folder, modules, known }) {
  let said = ''
  for (const command of commands) {
    const [, wanted] = /^npm install (.+)$/.exec(command) ?? []
    if (wanted) {
      for (const name of wanted.split(' ')) assert.ok(name in known, `${name} is pinned nowhere`)
      continue
    }
    said += run('bash', ['-c', command.replace(/^npx /, '')], folder, `${modules}/.bin${delimiter}${modules}`)
  }
  return said
}

/**
 * @param {string} command
 * @param {string[]} options
 * @param {string} cwd
 * @param {string} [path] what comes first in PATH
 */
function run(command, options, cwd, path = '') {
  const env = { ...process.env, PATH: `${path}${delimiter}${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr, error } = spawnSync(command, options, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 10 * 60_000,
    maxBuffer: 2 ** 27,
  })
  assert.equal(status, 0, `${command} ${options.join(' ')}: ${error ?? ''}\n${stdout}\n${stderr}`)
  return stdout
}
