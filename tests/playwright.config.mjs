// How the browser tests run: `playwright test --config tests`, by `make test` and by hand.
import { defineConfig } from 'playwright/test'
import { LAUNCH } from './support/chromium.mjs'

// What hangs must not hold the run; what is slow on a busy machine has its time.
const TEST_LIMIT = 5 * 60_000

export default defineConfig({
  testDir: process.env.BROWSER_TESTS ?? './browser',
  outputDir: '../target/browser',
  reporter: [['list']],
  // More files at a time than cores: a browser waits for most of its time, and every file holds beside busy loops
  // (`make steady`).
  workers: 3,
  // What fails now and then has found something.
  retries: 0,
  forbidOnly: true,
  timeout: TEST_LIMIT,
  projects: [{ name: 'Chromium', use: { launchOptions: LAUNCH } }],
  use: {
    // With TRACE=1 a failed test leaves its trace (`playwright show-trace target/browser/…/trace.zip`); recording takes
    // as long as the tests themselves.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
})
