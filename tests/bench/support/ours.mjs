// The files of a page that embeds Phiếu as www/index.html does: two lines that let the core and the plan travel
// beside the script, the script, the element. Unit and duty are fixed, so the form opens at once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DIST = fileURLToPath(new URL('../../../www/dist/', import.meta.url))

const HTML = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo cáo tuần</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="preload" href="dist/phieu.first.wasm" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="plan.json" as="fetch" crossorigin>
<script type="module" src="dist/phieu.js"></script></head>
<body><h1>Báo cáo</h1>
<phieu-report plan="plan.json" unit="unit-1" duty="weekly" data-now="2023-03-01T08:00:00+07:00"></phieu-report>
</body></html>`

/**
 * The page's files, `/phieu.html` and what it loads, for a plan.
 * @param {unknown} plan
 * @param {string} [dist] where they were built
 */
export function phieuFiles(plan, dist = DIST) {
  const built = readdirSync(dist).filter(
    (name) => /(^phieu\..*\.wasm|\.js)$/.test(name) && name !== 'node.js',
  )
  return {
    '/phieu.html': HTML,
    '/plan.json': JSON.stringify(plan),
    ...Object.fromEntries(built.map((name) => [`/dist/${name}`, readFileSync(join(dist, name))])),
  }
}
