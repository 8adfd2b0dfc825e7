import { expect, test } from 'vitest'
import { db } from '../../server/db.ts'
import { cast } from '../../server/testing/cast.ts'
import { changeWebhook } from '../../server/webhooks/change-webhook.ts'
import { findDeliveries } from '../../server/webhooks/find-deliveries.ts'
import { redeliver } from '../../server/webhooks/try-webhook.ts'
import { openReceiver } from '../testing/receiver.ts'
import {
  flipTo,
  givenReceiver,
  later,
  make,
  newestEntry,
  open,
  standing,
  theReceiver,
  work,
} from '../testing/webhook-trial.ts'

givenReceiver()

test('a receiver that fails and recovers gets everything once more, in order', async () => {
  const id = await make({ kinds: ['toggle'] })
  await flipTo(10)
  theReceiver().answer = { status: 503, headers: { 'retry-after': '120' } }
  expect(await work(id)).toBe('sent 0, then one was not taken')
  await flipTo(25)
  expect(await work(id)).toMatch(/^waits until /)
  const failing = await standing()
  expect(failing).toMatchObject({ waiting: 2, enabled: true })
  const pause = Date.parse(failing?.next_attempt_at ?? '') - Date.now()
  expect(pause).toBeGreaterThan(100_000)

  theReceiver().answer = { status: 204 }
  await later(id)
  expect(await work(id)).toBe('sent 2')
  const [first, second, third] = theReceiver().received
  // The one that was not taken came again under the same id.
  expect(second?.id).toBe(first?.id)
  expect(third?.id).not.toBe(first?.id)
  expect(await standing()).toMatchObject({ waiting: 0, failing_since: null })
  const { deliveries } = await findDeliveries(cast.alma(), id)
  expect(deliveries.map(({ status, attempts, answer }) => [status, attempts, answer])).toEqual([
    ['delivered', 1, 204],
    ['delivered', 2, 204],
  ])
})

test('a message that a receiver calls wrong does not hold up the others for ever', async () => {
  const id = await make({ kinds: ['toggle'] })
  await flipTo(10)
  theReceiver().answer = { status: 422 }
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await later(id)
    await work(id)
  }
  theReceiver().answer = { status: 204 }
  await flipTo(25)
  await later(id)
  expect(await work(id)).toBe('sent 1')
  const { deliveries } = await findDeliveries(cast.alma(), id)
  expect(deliveries.map(({ status }) => status)).toEqual(['delivered', 'failed'])

  const { seqs } = await redeliver(cast.alma(), id, deliveries[1]?.id ?? '')
  await work(id)
  expect(theReceiver().received.at(-1)?.id).toBe(theReceiver().received[0]?.id)
  expect((await newestEntry())?.seq).toBe(seqs[0])
  expect((await newestEntry())?.sentence).toMatch(
    /^Alma Reyes had entry \d+ sent again to the webhook “SIEM” to 127\.0\.0\.1:\d+\.$/,
  )
})

test('three days of failing switch it off, with an entry and a mail to its keeper', async () => {
  const id = await make({ kinds: ['toggle'] })
  await flipTo(10)
  theReceiver().answer = { status: 500 }
  await work(id)
  await later(id, 3 * 86_400_000)
  await work(id)
  expect(await standing()).toMatchObject({ enabled: false, waiting: 1 })
  expect(await newestEntry()).toMatchObject({
    type: 'webhook.disabled',
    actor: { kind: 'system' },
    sentence: expect.stringContaining('because its receiver had taken nothing for three days'),
  })
  const mail = await db().mail.findFirst()
  expect(mail).toMatchObject({
    subject: 'Switched off: the webhook “SIEM”',
    linkPath: '/settings/webhooks',
  })
  await flipTo(25)
  theReceiver().answer = { status: 204 }
  expect(await work(id)).toBe('sent 0, and is off')

  await changeWebhook(cast.alma(), id, { enabled: true }, open)
  expect(await work(id)).toBe('sent 2')
})

test('one that is gone is switched off at once; skipped is what was written meanwhile', async () => {
  const id = await make({ kinds: ['toggle'] })
  await flipTo(10)
  theReceiver().answer = { status: 410 }
  await work(id)
  expect(await newestEntry()).toMatchObject({ type: 'webhook.disabled' })
  await flipTo(25)
  theReceiver().answer = { status: 204 }
  await changeWebhook(cast.alma(), id, { enabled: true, skip_missed: true }, open)
  expect(await work(id)).toBe('sent 0')
  await flipTo(50)
  expect(await work(id)).toBe('sent 1')
})

test('follows no redirect, and keeps no word of the answer', async () => {
  const other = await openReceiver()
  const id = await make({ kinds: ['toggle'] })
  await flipTo(10)
  theReceiver().answer = { status: 302, headers: { location: other.url } }
  await work(id)
  expect(other.received).toEqual([])
  const { deliveries } = await findDeliveries(cast.alma(), id)
  expect(deliveries[0]).toMatchObject({ answer: 302, error: 'it answered 302' })
  expect(JSON.stringify(deliveries)).not.toContain('a secret of ours')
  await other.close()
})
