import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runCommand } from './run-command.ts'

const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The Chromium to test with: the system's own, else one that Playwright fetched earlier. */
export function findBrowser(): string | undefined {
  return [...systemBrowsers.map(locate), chromium.executablePath()].find(
    (path) => path !== undefined && starts(path),
  )
}

/**
 * Answers the path of a Chromium that starts, fetching one where there is none: by Playwright, or
 * as Debian's package when root. Throws an Error that tells a person what to install.
 */
export async function ensureBrowser(log: (sentence: string) => void): Promise<string> {
  const there = findBrowser()
  if (there !== undefined) return there

  log('No Chromium here: asking Playwright for one.')
  await runCommand('playwright', ['install', 'chromium'], {
    minutes: 5,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  const fetched = findBrowser()
  if (fetched !== undefined) return fetched

  if (process.getuid?.() === 0 && locate('apt-get') !== undefined) {
    log("Playwright could not fetch one: installing Debian's package chromium.")
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update', '-q'], { env })
    await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      env,
    })
    const installed = findBrowser()
    if (installed !== undefined) return installed
  }

  throw new Error(
    'No Chromium was found and none could be fetched. Install one (chromium or google-chrome) ' +
      'so that it is on the path, then run `npm test -- browser`.',
  )
}

function locate(name: string): string | undefined {
  if (name.startsWith('/')) return existsSync(name) ? name : undefined
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

// A downloaded browser whose system libraries are missing is there and does not start.
function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
