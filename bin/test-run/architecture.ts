import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from './outcome.ts'
import { runCommand } from './run-command.ts'
import { sourceFiles } from './source-files.ts'

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        comment: z.string().optional(),
        rule: z.object({ name: z.string() }),
      }),
    ),
  }),
})

const code = /\.(ts|tsx|mjs|cjs|js)$/

/**
 * Holds the arrows of .dependency-cruiser.cjs. Every source file of the tree must be among the
 * modules that the tool saw: it answers "no violations" too when it could read none of them.
 */
export async function checkArchitecture(folder: string): Promise<Outcome & { output: string }> {
  const file = join(folder, 'architecture.json')
  const written = sourceFiles(code)
  const rooms = [...new Set(written.map((path) => path.split('/')[0] ?? path))]
  const finished = await runCommand('depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    '--output-to',
    file,
    ...rooms,
  ])
  const seen = read(file)
  if (seen === undefined) return { passed: 0, failed: 1, output: finished.output }

  const modules = new Set(seen.modules.map((module) => module.source))
  const complaints = [
    ...seen.summary.violations.map(
      ({ rule, from, to, comment }) => `${rule.name}: ${from} → ${to}\n    ${comment ?? ''}`,
    ),
    ...written.filter((path) => !modules.has(path)).map((path) => `not seen by the check: ${path}`),
  ]
  return {
    passed: complaints.length === 0 ? 1 : 0,
    failed: complaints.length === 0 ? 0 : 1,
    note: `${written.length} modules`,
    output: complaints.join('\n'),
  }
}

function read(file: string): z.infer<typeof report> | undefined {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
