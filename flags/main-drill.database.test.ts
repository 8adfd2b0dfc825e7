import { mkdir, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ASKED, flagsProcesses, freePort } from './testing/flags-processes.ts'

const { start, ask, until, setConnections, setBoolean, port, home, token } = flagsProcesses()

/** `DRILL_MINUTES=10` for the whole drill; some seconds otherwise. */
const OUTAGE_MS = Number(process.env.DRILL_MINUTES ?? 0.1) * 60_000
const CONNECTIONS = 4

/** Asks again and again until told to stop; counts every answer and what was wrong with any. */
function load(at: number) {
  const seen = { answers: 0, wrong: [] as string[], oldest: 0 }
  const url = `http://127.0.0.1:${at}/ofrep/v1/evaluate/flags`
  const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' }
  let isOver = false
  const one = async (path: string): Promise<void> => {
    while (!isOver) {
      try {
        const body = JSON.stringify({ context: { targetingKey: `visitor-${seen.answers}` } })
        const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body })
        const text = await answer.text()
        seen.answers += 1
        seen.oldest = Math.max(seen.oldest, Number(answer.headers.get('rollcall-age')))
        const isRight = answer.status === 200 && text.includes(`"key":"${ASKED}","value":true`)
        if (!isRight && seen.wrong.length < 10) seen.wrong.push(`${answer.status} ${text}`)
      } catch (error) {
        seen.wrong.push(String(error))
        await setTimeout(100)
      }
      await setTimeout(2)
    }
  }
  const running = Array.from({ length: CONNECTIONS }, (_, n) => one(n % 2 === 0 ? `/${ASKED}` : ''))
  return {
    seen,
    stop: async () => {
      isOver = true
      await Promise.all(running)
    },
  }
}

test(
  `an outage of ${OUTAGE_MS / 1000} s under load: no wrong answer and none that fails, here or at an edge`,
  async () => {
    const edgePort = await freePort()
    const edge = {
      FLAGS_PORT: String(edgePort),
      FLAGS_UPSTREAM: `http://127.0.0.1:${port()}`,
      FLAGS_UPSTREAM_TOKEN: token(),
      ROLLCALL_HOME: `${home()}/edge`,
    }
    const first = start()
    start(edge)
    await until(async () => (await ask()).status === 200)
    await setBoolean(true)
    await until(async () => (await ask()).value === true && (await ask(edgePort)).value === true)

    const here = load(port())
    const there = load(edgePort)
    await setConnections(false)
    await setTimeout(OUTAGE_MS)
    await here.stop()
    expect(here.seen.wrong).toEqual([])
    expect(here.seen.answers).toBeGreaterThan(0)
    expect(here.seen.oldest).toBeGreaterThanOrEqual(Math.floor(OUTAGE_MS / 1000) - 2)

    // The upstream dies too: the edge goes on by itself.
    first.child.kill('SIGKILL')
    await first.ended
    await setTimeout(Math.min(OUTAGE_MS / 4, 60_000))
    await there.stop()
    expect(there.seen.wrong).toEqual([])

    // A start without the database, from a snapshot that is damaged: not ready rather than wrong.
    await mkdir(`${home()}/damaged`)
    await writeFile(`${home()}/damaged/flags-snapshot.json`, 'not a snapshot')
    const damagedPort = await freePort()
    start({ FLAGS_PORT: String(damagedPort), ROLLCALL_HOME: `${home()}/damaged` })
    await until(async () => (await ask(damagedPort)).status === 503)
    const metrics = await (await fetch(`http://127.0.0.1:${damagedPort}/metrics`)).text()
    expect(metrics).toContain('rollcall_flags_rules_refused_total 1')

    // From the good one: answers at once, and all are current when the database is back.
    start()
    await until(async () => (await ask()).status === 200)
    expect(await ask()).toMatchObject({ value: true })
    await setConnections(true)
    await setBoolean(false)
    for (const at of [port(), edgePort, damagedPort]) {
      await until(async () => (await ask(at)).value === false)
    }
    expect((await ask()).age).toBeLessThan(60)
    if (process.env.DRILL_MINUTES !== undefined) {
      console.log(
        `${here.seen.answers} answers here, ${there.seen.answers} at the edge, the oldest rules ${here.seen.oldest} s`,
      )
    }
  },
  OUTAGE_MS * 2 + 120_000,
)
