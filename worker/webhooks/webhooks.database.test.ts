import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { cast } from '../../server/testing/cast.ts'
import { renewWebhookSecret } from '../../server/webhooks/change-webhook.ts'
import { pingWebhook } from '../../server/webhooks/try-webhook.ts'
import { webhookSecret } from '../../server/webhooks/webhook-secret.ts'
import { runWorker } from '../run-worker.ts'
import { testSigner } from '../testing/test-signer.ts'
import {
  databaseAddress,
  flipTo,
  givenReceiver,
  make,
  open,
  origin,
  theReceiver,
  types,
  until,
  work,
} from '../testing/webhook-trial.ts'
import { postWebhook } from './post-webhook.ts'
import { wakeWebhooks } from './wake-webhooks.ts'

givenReceiver()

// @control AU-6
test('sends every entry from its making on, signed, in the order of the log', async () => {
  const id = await make()
  await flipTo(10)
  await flipTo(25)
  expect(await work(id)).toBe('sent 3')
  expect(types()).toEqual(['webhook.made', 'toggle.widened', 'toggle.widened'])
  const seqs = theReceiver().received.map(({ body }) => body.data.seq ?? 0)
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  const secret = webhookSecret(id, 1)
  expect(theReceiver().received.every(({ isSignedWith }) => isSignedWith(secret))).toBe(true)
  expect(
    theReceiver().received.some(({ isSignedWith }) => isSignedWith(webhookSecret(id, 2))),
  ).toBe(false)
  expect(await work(id)).toBe('sent 0')
})

test('sends only the kinds and environments that were chosen, and a trial beside them', async () => {
  const id = await make({ kinds: ['toggle.widened'], environments: ['staging'], format: 'slack' })
  await flipTo(10, 'development')
  await flipTo(10)
  await flipTo(0)
  await pingWebhook(cast.alma(), id)
  expect(await work(id)).toBe('sent 2')
  const texts = theReceiver().received.map(({ body }) => Object(body).text)
  expect(texts[0]).toBe('This is a trial of the webhook “SIEM” of Rollcall.')
  expect(texts[1]).toMatch(
    /^Tomás Ibarra widened new_intake_form in staging from off to 10 %\.\n>Step\n<https:\/\/rollcall\.example\.gov\/audit\/\d+\|Entry \d+>$/,
  )
})

test('signs with the old secret too, for a day after it was renewed', async () => {
  const id = await make({ kinds: ['toggle'] })
  await renewWebhookSecret(cast.alma(), id)
  await flipTo(10)
  await work(id)
  const [message] = theReceiver().received
  expect([1, 2, 3].map((n) => message?.isSignedWith(webhookSecret(id, n)))).toEqual([
    true,
    true,
    false,
  ])
})

test('two that send at once send nothing twice', async () => {
  const id = await make({ kinds: ['toggle'] })
  for (const share of [5, 10, 20, 30]) await flipTo(share)
  const said = await Promise.all([work(id), work(id)])
  expect(theReceiver().received).toHaveLength(4)
  expect(said).toContain('sent 4')
})

test('the worker sends what is sealed by itself, within moments', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const worker = runWorker({
    url: databaseAddress(),
    tools: {
      post: () => null,
      origin,
      heads: testSigner(mkdtempSync(join(tmpdir(), 'rollcall-heads-'))),
      postWebhook: postWebhook(open),
    },
    concurrency: 2,
    takeOverMs: 200,
  })
  const sleep = wakeWebhooks()
  await make({ kinds: ['toggle'] })
  await flipTo(10)
  await until(() => theReceiver().received.length > 0)
  expect(types()).toEqual(['toggle.widened'])
  sleep()
  await worker.stop()
})
