import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { freePort } from '../bin/postgres/free-port.ts'
import { root } from '../bin/test-run/source-files.ts'
import type { RulesetToggle } from '../domain/toggle/ruleset.ts'
import { OFF } from '../domain/toggle/state.ts'
import { prepareInSlices, prepareNow } from '../flags/prepare-rules.ts'
import { writeSnapshot } from '../flags/snapshot.ts'
import { type LoadedRules, writeLoadedRules } from '../server/evaluation/loaded-rules.ts'
import { answering } from './answering.ts'
import { median } from './figures.ts'

const TOGGLES = 2000
const ACTORS = 10_000
const EXPRESSIONS = 200
const ROUNDS = 5
const TOKEN = 'rc_bench'
const host = '127.0.0.1'

/** 2,000 toggles that hold 10,000 named actors and 200 expressions between them. */
function largeRules(): LoadedRules {
  const toggles = Array.from({ length: TOGGLES }, (_, n): RulesetToggle => {
    const plan = { Equal: [{ Property: ['plan'] }, `plan-${n % 7}`] }
    const actors = Array.from({ length: ACTORS / TOGGLES }, (_, m) => `person-${n}-${m}`)
    const expression = n % (TOGGLES / EXPRESSIONS) === 0 ? plan : null
    const state = { ...OFF, actors, expression, percentageOfActors: n % 101 }
    return { key: `bench_toggle_${n}`, state, actorType: 'user', archived: false }
  })
  const hash = createHash('sha256').update(TOKEN).digest('hex')
  const token = { id: 'bench', hash, kind: 'flags', environment: 'production', scopes: [] } as const
  return {
    epoch: 'bench',
    version: 1,
    rulesets: [{ environment: 'production', version: 1, toggles }],
    tokens: [{ ...token, expiresAt: Date.now() + 86_400_000 }],
  }
}

/** What many toggles cost: milliseconds and bytes. */
export interface Large {
  /** Compiling all of them at once. */
  readonly compile: number
  /** The longest that an answer waits while they are compiled beside answering. */
  readonly longestWait: number
  /** The resident memory of the evaluation process that holds them, after 1,000 bulk answers. */
  readonly memory: number
}

/** Compiles the large rules here, and holds them in an evaluation process of their own. */
export async function measureLarge(home: string): Promise<Large> {
  const rules = largeRules()
  const compile: number[] = []
  const waits: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now()
    prepareNow(rules, null)
    compile.push(performance.now() - from)
    waits.push(await longestWait(() => prepareInSlices(rules, null)))
  }
  return {
    compile: median(compile),
    longestWait: median(waits),
    memory: await memoryOf(home, rules),
  }
}

async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let longest = 0
  let isDone = false
  const tick = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isDone) setImmediate(tick)
  }
  tick()
  await work()
  isDone = true
  return longest
}

/** The process starts from the snapshot alone: there is no database where it looks. */
async function memoryOf(home: string, rules: LoadedRules): Promise<number> {
  const text = writeLoadedRules(rules)
  await writeSnapshot(home, { version: rules.version, confirmedAt: Date.now(), text })
  const port = await freePort(host)
  const child = spawn(process.execPath, ['--max-semi-space-size=4', 'flags/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ROLLCALL_HOME: home,
      FLAGS_PORT: String(port),
      HOST: host,
      DATABASE_URL: `postgresql://nobody:nothing@${host}:9/none`,
    },
    stdio: 'ignore',
  })
  try {
    const url = `http://${host}:${port}`
    await answering(`${url}/health/live`)
    for (let n = 0; n < 1000; n += 1) {
      const response = await fetch(`${url}/ofrep/v1/evaluate/flags`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ context: { targetingKey: `visitor-${n}` } }),
      })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`evaluation answered ${response.status}`)
    }
    const metrics = await (await fetch(`${url}/metrics`)).text()
    const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]
    if (bytes === undefined) throw new Error('evaluation does not say how much memory it holds')
    return Number(bytes)
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
}
