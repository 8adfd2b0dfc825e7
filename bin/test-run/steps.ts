import { join } from 'node:path'
import { checkArchitecture } from './architecture.ts'
import { ensureBrowser } from './browser.ts'
import { countPlaywright, countVitest, type Outcome, outcomeOf } from './outcome.ts'
import { runCommand } from './run-command.ts'

/** What a step may use: a folder for its reports, and a way to say how it goes. */
export type Surroundings = { folder: string; log: (sentence: string) => void }

type Result = Outcome & { output?: string }

/**
 * One part of `npm test`. A `quiet` step runs beside other quiet ones and shows its output only
 * when it fails; the others run alone, in order, and are seen as they go.
 */
export type Step = {
  name: string
  says: string
  quiet: boolean
  run: (surroundings: Surroundings) => Promise<Result>
}

/** Minutes after which a step hangs: far more than a busy machine needs for the longest. */
const LONGEST = 30

const command = (name: string, ...args: string[]) => ({ name, args })

function check(
  name: string,
  says: string,
  ...commands: readonly { name: string; args: readonly string[] }[]
): Step {
  const run = async (): Promise<Result> => {
    let output = ''
    for (const each of commands) {
      const finished = await runCommand(each.name, each.args)
      output += finished.output
      if (!finished.ok) return { passed: 0, failed: 1, output }
    }
    return { passed: 1, failed: 0 }
  }
  return { name, says, quiet: true, run }
}

function vitest(project: string, says: string): Step {
  const run = async ({ folder }: Surroundings): Promise<Result> => {
    const report = join(folder, `${project}.json`)
    const finished = await runCommand(
      'vitest',
      [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { output: 'shown', minutes: LONGEST },
    )
    return outcomeOf(finished, report, countVitest)
  }
  return { name: project, says, quiet: false, run }
}

async function journeys({ folder, log }: Surroundings): Promise<Result> {
  const browser = await ensureBrowser(log)
  const report = join(folder, 'browser.json')
  const finished = await runCommand('playwright', ['test', '--reporter=list,json'], {
    output: 'shown',
    minutes: LONGEST,
    env: {
      ROLLCALL_TEST_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // It tells its workers by FORCE_COLOR alone; beside NO_COLOR, Node warns in each of them.
      ...(process.stdout.isTTY ? {} : { NO_COLOR: undefined, FORCE_COLOR: '0' }),
    },
  })
  return outcomeOf(finished, report, countPlaywright)
}

/** Every step of `npm test`, in the order in which they run. */
export const steps: readonly Step[] = [
  check(
    'format',
    'format and lint',
    command(
      'biome',
      'ci',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
      '.',
    ),
  ),
  check('types', 'types', command('next', 'typegen'), command('tsc', '--noEmit', '-p', '.')),
  {
    name: 'architecture',
    says: 'arrows between the rooms',
    quiet: true,
    run: ({ folder }) => checkArchitecture(folder),
  },
  check('unused', 'unused code', command('knip')),
  vitest('unit', 'unit tests and repository checks'),
  vitest('database', 'database tests'),
  {
    ...check('build', 'production build', command('node', 'bin/test-run/build-web.ts')),
    quiet: false,
  },
  vitest('http', 'HTTP tests'),
  { name: 'browser', says: 'browser journeys', quiet: false, run: journeys },
]
