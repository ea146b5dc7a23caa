// Every example of docs/examples.md in the bundler, framework or engine that it is for: built as its reader builds it, from
// the package as it is published, opened, filled in and sent.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, createReadStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSocket } from 'node:net'
import { extname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { Person, RIGHT } from '../browser/person.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { examples, laidOut, packed, ROOT, ran, readmeSection, TRIED_OF_README } from '../support/examples.mjs'

const HOSTS = join(ROOT, 'tests/adopt/hosts')
const PLACE = join(ROOT, 'target/hosts')
const MODULES = join(PLACE, 'node_modules')
const { devDependencies: KNOWN } = JSON.parse(readFileSync(join(HOSTS, 'package.json'), 'utf8'))
const RULES = /^[1-9]\d* findings, [1-9]\d* targets$/
const EXAMPLES = examples()
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
})

/** @type {string} */
let tgz
/** @type {import('playwright').Browser} */
let browser

before(async () => {
  tgz = packed()
  rmSync(PLACE, { recursive: true, force: true })
  mkdirSync(PLACE, { recursive: true })
  for (const name of ['package.json', 'package-lock.json', 'node_modules'])
    cpSync(join(HOSTS, name), join(PLACE, name), { recursive: true, verbatimSymlinks: true })
  browser = await launchChromium()
})
after(async () => {
  await browser?.close()
})

/**
 * @param {string} heading
 * @param {string} [plan] the folder from which its pages fetch files
 */
function laid(heading, plan) {
  const folder = join(PLACE, heading.replace(/\W+/g, '-').toLowerCase())
  const example = EXAMPLES[heading]
  assert.ok(example, `docs/examples.md has no "${heading}"`)
  laidOut(example, { folder, tgz, plan })
  const said = () => ran(example, { folder, modules: MODULES, known: KNOWN })
  return { folder, said }
}

/** A folder, as any server gives it. @param {string} folder @returns {Promise<Served>} */
async function files(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close().closeAllConnections() }
}

/** @typedef {{ url: string, stop: () => void }} Served */

/**
 * What a framework serves itself.
 * @param {string} folder
 * @param {(port: number) => string} command
 * @returns {Promise<Served>}
 */
async function served(folder, command) {
  const port = await freePort()
  const env = {
    ...process.env,
    PATH: `${MODULES}/.bin:${process.env.PATH}`,
    PORT: String(port),
    HOST: '127.0.0.1',
  }
  const child = spawn('bash', ['-c', `exec ${command(port)}`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const url = `http://127.0.0.1:${port}/`
  for (const until = Date.now() + 60_000; ; ) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) break
    assert.ok(Date.now() < until && child.exitCode === null, `the server does not answer: ${said}`)
    await new Promise((done) => setTimeout(done, 200))
  }
  return { url, stop: () => child.kill() }
}

async function freePort() {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (socket.address())
  socket.close()
  await once(socket, 'close')
  return port
}

/**
 * A person fills in the form that stands there, reads it once more and sends it; the page takes it, and has called the rules.
 * @param {Served} host
 * @param {string[]} [missing] what a bundler is known to leave behind
 */
async function journey({ url, stop }, missing = []) {
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  const troubles = /** @type {string[]} */ ([])
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname.split('/').pop() ?? ''
    if (response.status() >= 400 && !missing.includes(name) && name !== 'favicon.ico')
      troubles.push(`${response.status()} ${response.url()}`)
  })
  try {
    await page.goto(url)
    const person = new Person(page)
    await person.opens('weekly', '2023-02-26')
    await person.fillsIn(RIGHT)
    await person.addsActivity()
    await person.goesToReview()
    await person.form.locator('#send').click()
    await page.locator('#sent').filter({ hasText: 'phuong-tay-thanh' }).waitFor()
    await page.locator('#rules').filter({ hasText: RULES }).waitFor()
    assert.deepEqual(troubles, [])
  } finally {
    await page.close()
    stop()
  }
}

const version = (/** @type {string} */ name) => `${name} ${KNOWN[name]}`

test('A plain page, a copied folder with <script type="module">: Chromium', async () => {
  const { folder } = laid('A plain page')
  cpSync(join(folder, 'node_modules/phieu/dist'), join(folder, 'phieu'), { recursive: true })
  await journey(await files(folder))
})

test(`Vite with React, built: ${version('vite')}, ${version('react')}`, async () => {
  const { folder, said } = laid('Vite with React', 'public')
  said()
  await journey(await files(join(folder, 'dist')))
})

test(`Vite with React, while it is being developed: ${version('vite')}, ${version('react')}`, async () => {
  const { folder } = laid('Vite with React', 'public')
  await journey(await served(folder, (port) => `vite --port ${port} --host 127.0.0.1`))
})

test(`Vite with Vue: ${version('vite')}, ${version('vue')}`, async () => {
  const { folder, said } = laid('Vite with Vue', 'public')
  said()
  await journey(await files(join(folder, 'dist')))
})

test(`SvelteKit, server and page: ${version('@sveltejs/kit')}, ${version('svelte')}`, async () => {
  const { folder, said } = laid('SvelteKit', 'static')
  said()
  await journey(await served(folder, () => 'node build'))
})

test(`Next, server and page: ${version('next')}, ${version('react')}`, async () => {
  const { folder, said } = laid('Next', 'public')
  said()
  await journey(await served(folder, (port) => `next start -p ${port} -H 127.0.0.1`))
})

test(`webpack: ${version('webpack')}`, async () => {
  const { folder, said } = laid('webpack', 'dist')
  said()
  await journey(await files(join(folder, 'dist')))
})

test(`esbuild: ${version('esbuild')}`, async () => {
  const { folder, said } = laid('esbuild', 'dist')
  said()
  await journey(await files(join(folder, 'dist')), ['phieu.first.wasm', 'phieu_bulk_bg.wasm'])
})

test(`The rules, and the elements imported: Node ${process.versions.node}, ${version('deno')}, ${version('bun')}`, () => {
  const lines = laid('Node, Deno and Bun').said().trim().split('\n')
  assert.equal(lines.length, 3)
  for (const line of lines) assert.match(line, RULES)
})

test(`TypeScript, bundler and nodenext: ${version('typescript')}`, () => {
  laid('TypeScript').said()
})

test(`README's lines of rules and roll-up: Node ${process.versions.node}`, () => {
  const folder = join(PLACE, 'readme')
  const { text: section, codes } = readmeSection(TRIED_OF_README.rules)
  const code = codes.join('\n')
  laidOut({ files: { 'readme.mjs': code, 'report.json': '{}' }, commands: [] }, { folder, tgz })
  const say = 'phieu sample plan.json > arrivals.ndjson'
  assert.ok(section.includes(say), say)
  const commands = [say, 'node readme.mjs']
  const said = ran({ files: {}, commands }, { folder, modules: join(ROOT, 'target/debug'), known: KNOWN })
  assert.match(said, /hạn|trước/)
})

test("README's tag and division, pasted into a page: Chromium", async () => {
  const [tag = '', division = ''] = readmeSection(TRIED_OF_README.tag).codes
  const [script = ''] = /<script.*<\/script>/.exec(tag) ?? []
  const written = division.replace('….json', 'tan-phu-thang-thanh-nien-2023.json')
  for (const [name, body] of Object.entries({ tag, division: script + written })) {
    const folder = join(PLACE, `readme-${name}`)
    laidOut(
      { files: { 'index.html': `<!doctype html><meta charset="utf-8">${body}` }, commands: [] },
      { folder, tgz },
    )
    cpSync(join(ROOT, 'www/dist'), join(folder, 'phieu'), { recursive: true })
    const { url, stop } = await files(folder)
    const page = await browser.newPage()
    await page.goto(url)
    await new Person(page).choosesUnit('tay thanh', 'Tây Thạnh')
    await page.close()
    stop()
  }
})

test('Every example of docs/examples.md is tried', () => {
  const source = readFileSync(new URL(import.meta.url), 'utf8')
  for (const heading of Object.keys(EXAMPLES)) assert.ok(source.includes(`laid('${heading}'`), heading)
})
