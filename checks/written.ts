import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, sourceFiles } from '../bin/test-run/source-files.ts'

/** A line somebody wrote, where it stands, as a failing check shows it. */
export type Line = { place: string; text: string }

/** The text of one file, by its path from the repository's root. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Every line of the files under `rooms` that `pattern` matches; tests count unless left out. */
export function linesMatching(
  pattern: RegExp,
  rooms: RegExp,
  options: { tests?: boolean } = {},
): Line[] {
  const { tests = true } = options
  return sourceFiles(/\.(ts|tsx|mjs|cjs|js|css|sql)$/)
    .filter((file) => rooms.test(file) && (tests || !/\.(test|spec)\.tsx?$/.test(file)))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((text, index) => ({ place: `${file}:${index + 1}`, text: text.trim() }))
        .filter(({ text }) => pattern.test(text)),
    )
}
