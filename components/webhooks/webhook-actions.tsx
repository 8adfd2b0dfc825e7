'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { WebhookSecretNote } from './webhook-secret-note.tsx'

interface WebhookActionsProps {
  id: string
  name: string
  enabled: boolean
  /** How many messages would be sent on switching it on. */
  waiting: number
  /** Where to go once it is removed; stays here when left out. */
  after?: string
}

/** Tries a webhook, switches it off or on, gives it another secret, removes it. */
export function WebhookActions({ id, name, enabled, waiting, after }: WebhookActionsProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct<string>()
  const [secret, setSecret] = useState<string | null>(null)
  const path = `/webhooks/${id}`

  const does = (what: string, said: string, work: () => Promise<unknown>) =>
    void act(what, async () => {
      await work()
      showToast({ tone: 'success', title: said })
      if (what === 'remove' && after) router.push(after)
      router.refresh()
    })
  const patch = (what: string, said: string, body: object) =>
    does(what, said, () => callApi('PATCH', path, { body }))

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {enabled ? (
          <>
            <Button
              size="small"
              pending={pending === 'try'}
              onClick={() =>
                does('try', 'A trial is on its way', () => callApi('POST', `${path}/ping`))
              }
            >
              Send a trial<span className="sr-only"> to {name}</span>
            </Button>
            <Button
              size="small"
              pending={pending === 'off'}
              onClick={() => patch('off', `${name} is off`, { enabled: false })}
            >
              Switch off<span className="sr-only"> {name}</span>
            </Button>
          </>
        ) : (
          <>
            <Button
              size="small"
              pending={pending === 'on'}
              onClick={() => patch('on', `${name} goes on where it stopped`, { enabled: true })}
            >
              Go on where it stopped<span className="sr-only">: {name}</span>
            </Button>
            <Button
              size="small"
              pending={pending === 'skip'}
              onClick={() => patch('skip', `${name} is on`, { enabled: true, skip_missed: true })}
            >
              Switch on from now{waiting > 0 && `, without the ${waiting} that wait`}
            </Button>
          </>
        )}
        <Button
          size="small"
          pending={pending === 'secret'}
          onClick={() =>
            void act('secret', async () => {
              setSecret((await callApi<{ secret: string }>('POST', `${path}/secret`)).secret)
              router.refresh()
            })
          }
        >
          New secret<span className="sr-only"> for {name}</span>
        </Button>
        <Button
          size="small"
          variant="danger"
          pending={pending === 'remove'}
          onClick={() => does('remove', `${name} is removed`, () => callApi('DELETE', path))}
        >
          Remove<span className="sr-only"> {name}</span>
        </Button>
      </div>
      {secret && <WebhookSecretNote secret={secret} />}
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}
