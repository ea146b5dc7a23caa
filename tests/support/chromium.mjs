// Where Chromium is on this machine, and how the tests start it.
// `node tests/support/chromium.mjs` prints its path, or fails when there is none.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

// The shell is the engine without a browser's own windows around it: the same page in half the processor's time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

// Nothing may reach out of the machine while a test runs; QUIC and /dev/shm fail in containers.
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** For tests whose wasm reaches outside its memory: it ends the shell, where a browser tells the page. */
export const CHECKED_MEMORY = '--js-flags=--wasm-enforce-bounds-checks'

/**
 * The browser's executable: the one that CHROMIUM names, else the first on PATH.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isExecutable)
}

// Where the machine names no locale, Chromium gives no file a name that has Vietnamese in it.
const ENVIRONMENT = /** @type {Record<string, string>} */ ({ ...process.env, LC_ALL: 'C.UTF-8' })

/** How it is started, by the runner too (`tests/playwright.config.mjs`). */
export const LAUNCH = {
  executablePath: findChromium(),
  args: ARGUMENTS,
  chromiumSandbox: !isRoot(),
  env: ENVIRONMENT,
}

/** Starts a headless Chromium; the caller closes it. */
export const launchChromium = () => chromium.launch(found())

/**
 * The same with a profile that outlives it.
 * @param {string} profile a folder
 */
export const keepingChromium = (profile) => chromium.launchPersistentContext(profile, found())

function found() {
  if (!LAUNCH.executablePath) throw new Error('No Chromium found: install it, or name one in CHROMIUM.')
  return LAUNCH
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Chromium's sandbox refuses to run as root, which is who runs in most build containers. */
function isRoot() {
  return process.getuid?.() === 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = findChromium()
  if (path) console.log(`      browser: ${path}`)
  else process.exitCode = 1
}
