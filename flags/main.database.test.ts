import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { asSuperuser, runSql } from '../server/audit/testing/tamper.ts'
import { db } from '../server/db.ts'
import { cast } from '../server/testing/cast.ts'
import { revokeToken } from '../server/tokens/revoke-token.ts'
import { flagsProcesses, freePort } from './testing/flags-processes.ts'

const { database, start, ask, until, setConnections, setBoolean, port, home, token, makeToken } =
  flagsProcesses()

describe('the evaluation server as a process', () => {
  test('answers on without its database, also after a start without it, and catches up', async () => {
    const first = start()
    await until(async () => (await ask()).status === 200)
    await setBoolean(true)
    await until(async () => (await ask()).value === true)

    await setConnections(false)
    for (let i = 0; i < 50; i += 1) expect(await ask()).toMatchObject({ status: 200, value: true })
    first.child.kill('SIGKILL')
    await first.ended

    const second = start()
    await until(async () => (await ask()).status === 200)
    expect(await ask()).toMatchObject({ status: 200, value: true })
    await setConnections(true)
    await setBoolean(false)
    await until(async () => (await ask()).value === false)
    second.child.kill('SIGTERM')
    expect(await second.ended).toMatchObject({ code: 0 })
  })

  test('says in a line what is wrong with its settings, and that its port is taken', async () => {
    const wrong = await start({ FLAGS_PORT: 'x', FLAGS_RATE_LIMIT: '-1' }).ended
    expect(wrong).toEqual({
      code: 1,
      said: 'FLAGS_PORT must be a whole number from 1 to 65535.\nFLAGS_RATE_LIMIT must be a whole number from 1 to 9999999.\n',
    })
    const other = createServer().listen(port(), '127.0.0.1')
    await once(other, 'listening')
    const taken = await start().ended
    other.close()
    expect(taken.code).toBe(1)
    expect(taken.said).toContain('FLAGS_PORT is in use already')
  })

  test('lets a revoked token in no more within five seconds, here and at an edge', async () => {
    const edgePort = await freePort()
    const web = await makeToken()
    start()
    start({
      FLAGS_PORT: String(edgePort),
      FLAGS_UPSTREAM: `http://127.0.0.1:${port()}`,
      FLAGS_UPSTREAM_TOKEN: token(),
      DATABASE_URL: '',
      ROLLCALL_HOME: `${home()}/edge`,
    })
    await until(async () => (await ask(port(), web)).status === 200)
    await until(async () => (await ask(edgePort, web)).status === 200)
    await setBoolean(true)
    await until(async () => (await ask(edgePort)).value === true)

    const tokens = await db().apiToken.findMany({ orderBy: { createdAt: 'asc' } })
    await revokeToken(cast.alma(), tokens.at(-1)?.id ?? '')
    const revokedAt = Date.now()
    await until(async () => (await ask(port(), web)).status === 401)
    await until(async () => (await ask(edgePort, web)).status === 401)
    expect(Date.now() - revokedAt).toBeLessThan(5000)
    expect(await ask(edgePort)).toMatchObject({ status: 200, value: true })
  })

  test('does not start as the owner of the tables, nor where a trigger of the log is missing', async () => {
    const asOwner = await start({ DATABASE_URL: database().ownerUrl }).ended
    expect(asOwner.code).toBe(1)
    expect(asOwner.said).toContain('the owner of the tables, and could rewrite the audit log')
    await runSql(asSuperuser(database()), 'DROP TRIGGER refuse_change ON audit.event')
    const unguarded = await start().ended
    expect(unguarded.code).toBe(1)
    expect(unguarded.said).toContain('the trigger refuse_change on audit.event is missing')
  })

  test('an end keeps who asked for what', async () => {
    const { child, ended } = start()
    await until(async () => (await ask()).status === 200)
    child.kill('SIGTERM')
    await ended
    const uses = await db().toggleUse.findMany({ include: { toggle: true, token: true } })
    expect(uses).toHaveLength(1)
    expect(uses[0]).toMatchObject({
      toggle: { key: 'appointments_list' },
      token: { name: 'Benefits Portal web' },
    })
  })
})
