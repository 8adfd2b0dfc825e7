import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

// What nobody wrote: it is fetched, built or left behind by a run.
const notWritten = new Set([
  '.git',
  '.next',
  '.rollcall',
  'generated',
  'node_modules',
  'playwright-report',
  'test-results',
  'next-env.d.ts',
])

/**
 * Every file of the repository that somebody wrote, as paths from its root with forward slashes,
 * sorted. `matching` narrows: `sourceFiles(/\.tsx?$/)`.
 */
export function sourceFiles(matching = /./): string[] {
  return filesUnder(root)
    .filter((file) => matching.test(file))
    .sort()
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notWritten.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : []
  })
}
