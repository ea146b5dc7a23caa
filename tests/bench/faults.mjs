// The fault test at full size: submissions through a bad network to collectors that are killed (-9) and
// started again and whose disk is full now and then, on SQLite and on PostgreSQL. What is counted is said by the test itself
// (tests/faults).
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { print } from './support/table.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SUBMISSIONS = process.env.FAULTS ?? '10000'

const { status, stdout } = spawnSync(
  'cargo',
  [
    'test',
    '--quiet',
    '--features',
    'cli,collector',
    '--test',
    'faults',
    '--',
    '--nocapture',
    '--test-threads=1',
  ],
  {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, FAULTS: SUBMISSIONS },
  },
)
process.stdout.write(stdout)
// A line of the test: the engine, how many submissions, and what became of them.
const lines = stdout.split('\n').flatMap((line) => {
  const found = /([^.:]+): (\d+ submissions), (.*)$/.exec(line)
  return found ? [found.slice(1)] : []
})
if (status === 0)
  print('Submissions through a bad network to collectors that are killed and whose disk is full', lines)
process.exitCode = status ?? 1
