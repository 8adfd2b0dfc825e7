import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '../bin/test-run/source-files.ts'

const from = (path: string): string => `export * as seen from '${path}'\n`

const packages = [
  '@prisma/adapter-pg',
  '@prisma/client',
  'fastify',
  'mdast-util-from-markdown',
  'pg',
  'react',
  'react-aria-components',
  'zod',
]

const house: Record<string, string> = {
  'app/page.tsx': "import { list } from '../server/toggles/find.ts'\nexport default list\n",
  'components/toggles/row.tsx': from('../../domain/state.ts') + from('../ui/button.tsx'),
  'components/ui/button.tsx': from('react-aria-components'),
  'domain/state.ts': from('zod') + from('node:crypto') + from('mdast-util-from-markdown'),
  'flags/main.ts': from('../server/evaluation/ruleset.ts') + from('fastify'),
  'server/db.ts': from('../generated/prisma/client.ts') + from('@prisma/adapter-pg'),
  'server/evaluation/ruleset.ts': from('../../domain/state.ts'),
  'server/plans/seal.ts': 'export const seal = 1\n',
  'server/plans/sign.ts': from('./seal.ts'),
  'server/testing/test-database.ts': from('../../bin/postgres.ts'),
  'server/toggles/find.ts': `${from('../db.ts')}export const list = 1\n`,
  'worker/main.ts': from('../server/toggles/find.ts'),
  'bin/postgres.ts': from('pg'),
  'cli/rollcall.mjs': from('./main.mjs') + from('node:util'),
  'cli/main.mjs': 'export const main = 1\n',
  'generated/prisma/client.ts': "export * as runtime from '@prisma/client'\n",
}

const breaches: Record<string, { rule: string; text: string }> = {
  'domain/reads-files.ts': { rule: 'domain-is-pure', text: from('node:fs') },
  'domain/asks-server.ts': {
    rule: 'domain-is-pure',
    text: "import type { seen } from '../server/db.ts'\nexport type Seen = typeof seen\n",
  },
  'domain/state.test.ts': {
    rule: 'domain-tests-have-no-database',
    text: from('../server/testing/test-database.ts'),
  },
  'server/shows.ts': { rule: 'server-knows-no-page', text: from('../components/ui/button.tsx') },
  'server/starts.ts': { rule: 'server-knows-no-launcher', text: from('../bin/postgres.ts') },
  'components/plans/asks.tsx': {
    rule: 'components-hold-no-data',
    text: from('../../server/toggles/find.ts'),
  },
  'components/ui/knows.tsx': {
    rule: 'ui-knows-no-product-word',
    text: from('../../domain/state.ts'),
  },
  'app/reaches.tsx': { rule: 'app-is-thin', text: from('../server/db.ts') },
  'app/queries.ts': { rule: 'app-is-thin', text: from('@prisma/client') },
  'flags/renders.ts': { rule: 'flags-answer-from-rules', text: from('react') },
  'flags/signs.ts': { rule: 'flags-reach-little-of-server', text: from('../server/plans/sign.ts') },
  'server/plans/seal.ts': { rule: 'no-cycles', text: from('./sign.ts') },
  'worker/renders.ts': { rule: 'worker-goes-through-server', text: from('../app/page.tsx') },
  'cli/borrows.mjs': { rule: 'cli-stands-alone', text: from('zod') },
  'server/borrows.ts': { rule: 'nobody-imports-tests', text: from('./testing/test-database.ts') },
  'server/lost.ts': { rule: 'nothing-unresolved', text: from('./nowhere.ts') },
}

const report = z.object({
  modules: z.array(z.unknown()),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-architecture-'))
  for (const file of ['tsconfig.json', '.dependency-cruiser.cjs']) {
    cpSync(join(root, file), join(folder, file))
  }
  for (const name of packages) {
    write({
      [`node_modules/${name}/package.json`]: JSON.stringify({
        name,
        version: '1.0.0',
        main: 'main.js',
      }),
      [`node_modules/${name}/main.js`]: '',
    })
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a house whose arrows all point the right way passes, every breach is named', () => {
  write(house)
  expect(cruise()).toEqual([])

  write(Object.fromEntries(Object.entries(breaches).map(([file, { text }]) => [file, text])))
  const found = cruise()
  for (const [file, { rule }] of Object.entries(breaches)) {
    expect(found, `${file} breaks ${rule}`).toContain(`${rule}: ${file}`)
  }
  const guilty = new Set(Object.keys(breaches))
  expect(found.filter((violation) => !guilty.has(violation.split(': ')[1] ?? ''))).toEqual([])
}, 60_000)

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

function cruise(): string[] {
  const rooms = [
    'app',
    'bin',
    'cli',
    'components',
    'domain',
    'flags',
    'generated',
    'server',
    'worker',
  ]
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const finished = spawnSync(process.execPath, [program, ...options, ...rooms], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const { modules, summary } = report.parse(JSON.parse(finished.stdout))
  expect(modules.length).toBeGreaterThanOrEqual(Object.keys(house).length)
  return summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`)
}
