// The files of a page that embeds Phiếu as its README says: what travels beside or ahead of the script, the script, the element. Unit and duty are fixed, so the form opens at once.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DIST = fileURLToPath(new URL('../../../www/dist/', import.meta.url))

/** Lets the core and the plan travel at once, where no first screen waits for the line. */
const AT_ONCE = `<link rel="preload" href="dist/phieu.first.wasm" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="plan.json" as="fetch" crossorigin>`

/** Lets the first screen travel with what shows it. */
const FIRST = `<link rel="preload" href="plan.weekly.vi.json" as="fetch" crossorigin>
<link rel="modulepreload" href="dist/early.js">
<script type="module" src="dist/ahead.js"></script>`

/** @param {boolean} hasFirst whether the first screen was published with the plan */
const html = (
  hasFirst,
) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo cáo tuần</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${hasFirst ? FIRST : AT_ONCE}
<script type="module" src="dist/phieu.js" ${hasFirst ? 'fetchpriority="low"' : ''}></script></head>
<body><h1>Báo cáo</h1>
<phieu-report plan="plan.json" unit="unit-1" duty="weekly" data-now="2023-03-01T08:00:00+07:00"
  ${hasFirst ? 'first="plan.weekly.vi.json"' : ''}></phieu-report>
</body></html>`

/**
 * The page's files, `/phieu.html` and what it loads, for a plan.
 * @param {unknown} plan
 * @param {{ dist?: string, first?: string | undefined }} [options] where they were built; the first screen
 */
export function phieuFiles(plan, { dist = DIST, first } = {}) {
  const built = readdirSync(dist).filter(
    (name) => /(^phieu\..*\.wasm|\.js)$/.test(name) && name !== 'node.js',
  )
  return {
    '/phieu.html': html(first !== undefined),
    '/plan.json': JSON.stringify(plan),
    ...(first === undefined ? {} : { '/plan.weekly.vi.json': first }),
    ...Object.fromEntries(built.map((name) => [`/dist/${name}`, readFileSync(join(dist, name))])),
  }
}

/**
 * The first screen of a plan's weekly report, as `phieu publish` writes it.
 * @param {unknown} plan
 * @param {string} phieu the program
 */
export function firstScreen(plan, phieu) {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-first-'))
  try {
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(plan))
    execFileSync(phieu, ['publish', file, '--output', file, '--first'])
    return readFileSync(join(folder, 'plan.weekly.vi.json'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
