// What a core without WebAssembly costs a person: how long until the first field answers, beside the same page with
// WebAssembly, the two in turns in one run of headless Chromium.
import { launchChromium } from '../support/chromium.mjs'
import { firstField } from './support/first-field.mjs'
import { measuredWith } from './support/measured.mjs'
import { phieuFiles } from './support/ours.mjs'
import { samplePlan } from './support/sample.mjs'
import { serve } from './support/server.mjs'
import { hold, middle, print } from './support/table.mjs'

const FIGURES = 60
const LOADS = 5
// Half as many bytes more, which are parsed and run by a processor slowed four times; and the spread between runs.
const MOST = 2

const files = phieuFiles(samplePlan(FIGURES))
// As a page that knows its own policy asks for it: beside the script, in the place of the wasm.
const html = files['/phieu.html'].replace(
  /<link rel="preload" href="dist\/phieu\.first\.wasm"[^>]*>/,
  '<link rel="modulepreload" href="dist/phieu.nowasm.js">',
)
const server = await serve({ ...files, '/nowasm.html': html })
const browser = await launchChromium()
measuredWith(`Chromium ${browser.version()}`)

const selectors = { input: '.field input', error: '.finding' }
const PAGES = {
  'with WebAssembly': { url: `${server.url}/phieu.html`, ...selectors },
  without: { url: `${server.url}/nowasm.html`, ...selectors, lacks: 'WebAssembly' },
}

try {
  const spans = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]))
  for (let load = 0; load < LOADS; load += 1)
    for (const [name, page] of Object.entries(PAGES)) spans[name].push(await firstField(browser, page))
  const answers = Object.fromEntries(
    Object.entries(spans).map(([name, loads]) => [name, middle(loads.map((each) => each.answers))]),
  )
  const ratio = answers.without / answers['with WebAssembly']
  print(
    `First field of ${FIGURES} figures answers: 1.6 Mbit/s, 150 ms, processor slowed 4 times (median of ${LOADS} cold loads)`,
    Object.entries(answers).map(([name, time]) => [
      name,
      `${time.toFixed(0)} ms`,
      `${(time / answers['with WebAssembly']).toFixed(2)} × with WebAssembly`,
    ]),
  )
  print('The core on the wire (brotli)', [
    ['phieu.nowasm.js', `${(server.bytes('/dist/phieu.nowasm.js') / 1024).toFixed(1)} KiB`, 'all of it'],
    [
      'phieu.first.wasm',
      `${(server.bytes('/dist/phieu.first.wasm') / 1024).toFixed(1)} KiB`,
      'what the first field needs',
    ],
  ])
  hold([[`without WebAssembly the first field answers within ${MOST} times the wait with it`, ratio <= MOST]])
} finally {
  await browser.close()
  server.stop()
}
