// Browsers that are killed (-9) in the midst of an upload, two hundred times: the test of tests/browser/files.test.mjs again and
// again, each time with a collector, a profile and a file of its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hold, print } from './support/table.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** As often as a file of its plan has pieces for. */
const EACH = 20
const KILLS = Number(process.env.KILLED ?? 200)
const ROUNDS = Math.ceil(KILLS / EACH)

const began = performance.now()
const { status, stdout, stderr } = spawnSync(
  'tests/node_modules/.bin/playwright',
  [
    ...['test', '--config=tests', '--reporter=json', `--repeat-each=${ROUNDS}`],
    ...['--grep=killed in an upload', 'browser/files\\.test'],
  ],
  { cwd: ROOT, encoding: 'utf8', env: { ...process.env, KILLS: `${EACH}` }, maxBuffer: 2 ** 28 },
)
if (!stdout) console.error(stderr)
const { expected = 0, unexpected = 1 } = JSON.parse(stdout || '{}').stats ?? {}
const seconds = (performance.now() - began) / 1000
print('Browsers killed in an upload', [
  [
    `${expected * EACH} kills of ${ROUNDS * EACH}`,
    `${seconds.toFixed(0)} s`,
    `${expected} files of ${ROUNDS} whole, no piece of them sent twice`,
  ],
])
hold([['every file came whole, and no piece twice', status === 0 && unexpected === 0 && expected === ROUNDS]])
