import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Launch } from './launch-context.ts'
import { openLogFile } from './log-file.ts'
import { runToEnd } from './own-group.ts'
import { step } from './progress.ts'
import { sourceHash } from './source-hash.ts'

const BUILT_FROM = [
  'app',
  'components',
  'domain',
  'server',
  'prisma',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]

const STAMP = '.next/built-from'

/** Builds the web app, unless the build that is there is of these very sources. */
export async function buildWeb(home: string, launch: Launch): Promise<void> {
  const { root, say, signal } = launch
  const stamp = join(root, STAMP)
  const wanted = sourceHash(root, BUILT_FROM)
  const isThere = existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(stamp)
  if (isThere && readFileSync(stamp, 'utf8') === wanted) {
    say('✓ Web app already built')
    return
  }
  rmSync(stamp, { force: true })
  await step(
    say,
    { begins: 'Building the web app, which takes about half a minute', done: 'Web app built' },
    () =>
      runToEnd(
        {
          args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
          cwd: root,
          env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
          log: openLogFile(join(home, 'logs', 'build.log'), 'build'),
        },
        signal,
      ),
  )
  writeFileSync(stamp, wanted)
}
