import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { EXIT, Failure, misused } from '../outcome.mjs'
import { count, say } from '../print.mjs'

const verifier = fileURLToPath(new URL('../../bin/verify-audit.mjs', import.meta.url))

export const auditVerifyCommand = {
  name: 'audit verify',
  args: '',
  summary: 'Says whether the audit log holds',
  options: {
    thorough: { type: 'boolean', says: 'look at what is kept beside the log too' },
    offline: {
      type: 'boolean',
      says: 'export the log and recompute it here, trusting no answer of the server',
    },
    head: {
      type: 'string',
      value: 'FILE',
      says: 'with --offline: a signed head that was kept elsewhere',
    },
    'public-key': { type: 'string', value: 'FILE', says: 'with --head: the key that signed it' },
    keep: { type: 'string', value: 'FILE', says: 'with --offline: keep the export as this file' },
  },
  examples: [
    'rollcall audit verify --thorough',
    'rollcall audit verify --offline --head head.json',
  ],
  async run({ api, args, options, json }) {
    if (args.length > 0) throw misused('There is nothing to name here.')
    if (options.offline) return offline({ api, options, json })
    for (const name of ['head', 'public-key', 'keep']) {
      if (options[name] !== undefined) throw misused(`--${name} goes with --offline.`)
    }
    const query = options.thorough ? '?thorough=true' : ''
    const answer = await api.call('GET', `/audit/verification${query}`)
    const { holds, entries, head, first_broken_seq: broken, problem } = answer
    if (!holds) {
      throw new Failure(
        EXIT.refused,
        `The log does not hold at entry ${broken}: ${problem}`,
        answer,
      )
    }
    if (json) return answer
    say(`The log holds: ${count(entries, 'entry', 'entries')}${head ? `, head ${head.hash}` : ''}.`)
  },
}

async function offline({ api, options, json }) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
  const file = options.keep ?? join(folder, 'audit.jsonl')
  try {
    const answer = await api.call('GET', '/audit/export?format=jsonl', { raw: true })
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(file, { mode: 0o600 }))
    const given = ['head', 'public-key'].flatMap((name) =>
      options[name] === undefined ? [] : [`--${name}`, options[name]],
    )
    const run = spawnSync(process.execPath, [verifier, file, ...given], { encoding: 'utf8' })
    const said = `${run.stdout}${run.stderr}`.trim()
    const result = { holds: run.status === 0, said }
    if (run.status !== 0) throw new Failure(EXIT.refused, said, result)
    if (json) return result
    say(said)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
