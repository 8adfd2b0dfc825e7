'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { LoggedArea } from '../privacy/logged-area.tsx'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'
import type { EnvironmentSetting } from './environment-view.ts'

type EnvironmentActionsProps = { environment: EnvironmentSetting; order: readonly string[] }

/** Renaming, moving and protecting an environment, or proposing that it is no longer protected. */
export function EnvironmentActions({ environment, order }: EnvironmentActionsProps) {
  const { key, protected: isProtected, unprotection } = environment
  const router = useRouter()
  const [name, setName] = useState(environment.name)
  const [reason, setReason] = useState('')
  const { pending, problem, act } = useAct<string>()
  const place = order.indexOf(key)

  function send(what: string, said: string, work: () => Promise<unknown>) {
    void act(what, async () => {
      await work()
      showToast({ tone: 'success', title: said })
      router.refresh()
    })
  }

  const move = (by: number) => {
    const moved = order.toSpliced(place, 1).toSpliced(place + by, 0, key)
    const body = { order: moved }
    send(`move ${by}`, `${environment.name} is moved`, () =>
      callApi('PUT', '/environments', { body }),
    )
  }

  const change = (what: string, body: object, said: string) =>
    send(what, said, () => callApi('PATCH', `/environments/${key}`, { body }))

  return (
    <Disclosure summary={`Change ${environment.name}`}>
      <div className="flex max-w-reading flex-col gap-4">
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-48 flex-1">
            <TextField
              label="Name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </div>
          <Button
            pending={pending === 'name'}
            reason={name.trim() === '' ? 'Give it a name.' : undefined}
            onClick={() => change('name', { name: name.trim() }, 'The environment is renamed')}
          >
            Rename
          </Button>
        </div>
        <div className="flex flex-wrap gap-2">
          {place > 0 && (
            <Button size="small" pending={pending === 'move -1'} onClick={() => move(-1)}>
              Move up
            </Button>
          )}
          {place < order.length - 1 && (
            <Button size="small" pending={pending === 'move 1'} onClick={() => move(1)}>
              Move down
            </Button>
          )}
        </div>
        {!isProtected && (
          <div>
            <Button
              pending={pending === 'protect'}
              onClick={() =>
                change('protect', { protected: true }, `${environment.name} is protected`)
              }
            >
              Protect {environment.name}
            </Button>
          </div>
        )}
        {isProtected && !unprotection && (
          <div className="flex flex-col gap-2">
            <LoggedArea
              label="Why it should no longer be protected"
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <div>
              <Button
                variant="danger"
                pending={pending === 'unprotect'}
                reason={
                  reason.trim() === '' ? 'Say why first; a second person decides.' : undefined
                }
                onClick={() =>
                  send('unprotect', 'Proposed; a second person decides', () =>
                    callApi('POST', `/environments/${key}/unprotection`, {
                      body: { reason: reason.trim() },
                    }),
                  )
                }
              >
                Propose to unprotect {environment.name}
              </Button>
            </div>
          </div>
        )}
        {problem && <ApiProblemNote problem={problem} />}
      </div>
    </Disclosure>
  )
}
