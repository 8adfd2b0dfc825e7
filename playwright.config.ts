import { defineConfig } from '@playwright/test'
import { findBrowser } from './bin/test-run/browser.ts'

const browser = process.env.ROLLCALL_TEST_BROWSER ?? findBrowser()
if (browser === undefined) {
  throw new Error('No Chromium was found: `npm test -- browser` fetches one.')
}
// Found once: each worker reads this file anew.
process.env.ROLLCALL_TEST_BROWSER = browser

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './e2e/fixtures/start-product-for-journeys.ts',
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Chromium refuses its sandbox to root, which is who runs in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
