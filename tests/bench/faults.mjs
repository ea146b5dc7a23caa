// The fault test at full size: submissions through a bad network to collectors that are killed (-9) and
// started again, on SQLite and on PostgreSQL. What is counted is said by the test itself (tests/faults).
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SUBMISSIONS = process.env.FAULTS ?? '10000'

const { status } = spawnSync(
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
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FAULTS: SUBMISSIONS } },
)
process.exitCode = status ?? 1
