// `npm run bench`: what answers cost, beside Unleash on the same machine in the same run.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { saying } from '../bin/saying.ts'
import { root } from '../bin/test-run/source-files.ts'
import { startProduct } from '../e2e/fixtures/start-product.ts'
import { compareAnswers } from './answers.ts'
import { measureCore } from './core.ts'
import { compareFlips } from './flips.ts'
import { measureLarge } from './large.ts'
import { marksTable } from './mark.ts'
import { fillOurs } from './ours.ts'
import { installPeer, PEER, startPeer } from './peer.ts'
import { answersTable, flipsTable, marksOf } from './report.ts'
import { measureStreams } from './streams.ts'

const TOGGLES = 200
const LISTENERS = 5000

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    flips: { type: 'string', default: '40' },
  },
})

function whole(name: keyof typeof values): number {
  const number = Number(values[name])
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`--${name} must be a whole number above 0.`)
}

const say = (text: string): void => console.log(text)

async function bench(): Promise<void> {
  const given = { rounds: whole('rounds'), seconds: whole('seconds') }
  const flips = whole('flips')
  const folder = join(root, '.rollcall/bench')
  const home = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  say(`… Unleash ${PEER.version}, into a folder of its own`)
  await installPeer(folder)
  const core = measureCore()
  const large = await measureLarge(join(home, 'large'))
  say('… Rollcall')
  // A quiet machine answers more in a second than one token is let by default.
  const { product, stop } = await startProduct({ FLAGS_RATE_LIMIT: '1000000' })
  try {
    const ours = await fillOurs(product, TOGGLES)
    say('… Unleash')
    const peer = await startPeer(folder, join(home, 'peer'), TOGGLES)
    try {
      say(`… measuring, ${given.rounds} rounds of ${given.seconds} s each, taking turns`)
      const answers = await compareAnswers(ours, peer, given)
      const delays = await compareFlips(ours, peer, flips)
      const heard = await measureStreams(ours, LISTENERS)
      say(`\nNode ${process.versions.node}, ${cpus().length} cores; medians.\n`)
      for (const part of [
        answersTable(answers),
        flipsTable(delays, flips),
        marksTable(marksOf({ answers, delays, heard, core, large })),
      ]) {
        say(`${part}\n`)
      }
    } finally {
      await peer.stop()
    }
  } finally {
    await stop()
    rmSync(home, { recursive: true, force: true })
  }
}

await saying(bench)
