// The files of the hand-written page with Zod, for as many figures as the sample plan asks.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const STYLE = `body{font:16px/1.5 system-ui;margin:0 auto;max-width:45rem;padding:1rem}
.field,fieldset{border:0;border-bottom:1px solid #ddd;display:grid;gap:.25rem;padding:.75rem 0}
input:not([type=radio]),textarea{border:1px solid #667;border-radius:4px;font:inherit;padding:.4rem .6rem}
[aria-invalid]{border-color:#b00020}.error{color:#b00020;margin:0}`

const HTML = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo cáo tuần</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style>
<script type="module" src="peer.js"></script></head>
<body><h1>Báo cáo tuần</h1><form></form></body></html>`

/** The page's files, `peer.html` and what it loads, for the figures of a plan. */
export async function peerFiles(plan) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('peer.page.mjs', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    target: ['chrome80', 'firefox78', 'safari14'],
    supported: { destructuring: true },
    define: { FIGURES: JSON.stringify(figuresOf(plan)) },
    write: false,
  })
  return { '/peer.html': HTML, '/peer.js': outputFiles[0].text }
}

function figuresOf(plan) {
  const required = new Set(
    plan.templates[0].sections.flatMap(({ fields = [] }) =>
      fields.filter((field) => field.required).map(({ indicator }) => indicator),
    ),
  )
  return plan.indicators.map(({ id, label, measure }) => {
    const [kind, rest] = typeof measure === 'string' ? [measure] : Object.entries(measure)[0]
    return {
      id,
      label,
      kind,
      noun: rest?.noun,
      required: required.has(id),
      share: kind === 'share' ? rest : undefined,
    }
  })
}
