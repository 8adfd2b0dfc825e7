'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { type ConnectionView, connectionPath } from './connection-view.ts'
import { DriftChoice } from './drift-choice.tsx'

type ConnectionActionsProps = { environment: string; name: string; connection: ConnectionView }

/** Another token, another choice for what others change, and the end of the connection. */
export function ConnectionActions({ environment, name, connection }: ConnectionActionsProps) {
  const router = useRouter()
  const [token, setToken] = useState('')
  const [reason, setReason] = useState('')
  const { pending, problem, act } = useAct<string>()
  const path = connectionPath(environment)

  const send = (what: string, title: string, work: () => Promise<unknown>) =>
    act(what, async () => {
      await work()
      showToast({ tone: 'success', title })
      setToken('')
      router.refresh()
    })
  const change = (what: string, body: object, title: string) =>
    send(what, title, () => callApi('PATCH', path, { body }))

  return (
    <section aria-label="Change the connection" className="flex max-w-reading flex-col gap-4">
      <DriftChoice
        value={connection.on_drift}
        onChange={(on_drift) => void change('drift', { on_drift }, 'The choice is kept')}
      />
      {connection.auth !== 'none' && (
        <Disclosure summary="Give another token">
          <div className="flex flex-col gap-3">
            <TextField
              label={connection.auth === 'basic' ? 'User:password' : 'Token'}
              description="It is tried before it is kept."
              type="password"
              autoComplete="off"
              value={token}
              onChange={(event) => setToken(event.currentTarget.value)}
              error={fieldError(problem, 'token')}
            />
            <div>
              <Button
                pending={pending === 'token'}
                reason={token === '' ? 'Give the token first.' : undefined}
                onClick={() => void change('token', { token }, 'The token is replaced')}
              >
                Replace the token
              </Button>
            </div>
          </div>
        </Disclosure>
      )}
      <Disclosure summary={`Disconnect ${name}`}>
        <div className="flex flex-col gap-3">
          <p className="text-sm">
            Both sides keep what they have, and the token is forgotten.
            {connection.pending.length > 0 &&
              ` ${connection.toggles - connection.arrived} of ${connection.toggles} states have not arrived and will not.`}
          </p>
          <TextArea
            label="Why"
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button
              variant="danger"
              pending={pending === 'end'}
              reason={reason.trim() === '' ? 'Say why first.' : undefined}
              onClick={() =>
                void send('end', `${name} is disconnected`, () =>
                  callApi('POST', `${path}/end`, { body: { reason: reason.trim() } }),
                )
              }
            >
              Disconnect {name} from {connection.server}
            </Button>
          </div>
        </div>
      </Disclosure>
      {problem && <ApiProblemNote problem={problem} shown={['token']} />}
    </section>
  )
}
