'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { overrideReasonFault } from '../../domain/rollout/override-reason.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { AlsoThere } from './also-there.tsx'
import { connectionPath, type DifferencesView } from './connection-view.ts'
import { DifferenceTable, type FirstSync } from './difference-table.tsx'
import { DriftChoice } from './drift-choice.tsx'
import { NO_SERVER, ServerFields, serverBody } from './server-fields.tsx'
import { TakeoverReason } from './takeover-reason.tsx'

type ConnectFormProps = { environment: string; name: string }

/** First the server is read and the difference shown; then exactly that is done. */
export function ConnectForm({ environment, name }: ConnectFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(NO_SERVER)
  const [seen, setSeen] = useState<DifferencesView | null>(null)
  const [first, setFirst] = useState<FirstSync>('take_theirs')
  const [onDrift, setOnDrift] = useState<'adopt' | 'put_back'>('adopt')
  const { pending, problem, act } = useAct<'look' | 'connect'>()
  const path = connectionPath(environment)
  const [why, setWhy] = useState('')
  const [isAsked, setAsked] = useState(false)
  const held = seen?.differences.filter(({ take_unmet }) => take_unmet.length > 0).length ?? 0
  const overrides = first === 'take_theirs' && held > 0
  const host = URL.parse(draft.address.trim())?.host ?? 'the server'

  function look(event: FormEvent) {
    event.preventDefault()
    setSeen(null)
    void act('look', async () => {
      setSeen(await callApi<DifferencesView>('POST', `${path}/trial`, { body: serverBody(draft) }))
    })
  }

  function connect() {
    setAsked(true)
    if (overrides && overrideReasonFault(why) !== null) return
    void act('connect', async () => {
      const override = overrides ? { override: { reason: why.trim() } } : {}
      const choice = { first_sync: first, on_drift: onDrift, seen: seen?.seen, ...override }
      await callApi('POST', path, { body: { ...serverBody(draft), ...choice } })
      showToast({ tone: 'success', title: `${name} is connected to ${host}` })
      router.refresh()
    })
  }

  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={look} className="flex flex-col gap-4" noValidate>
        <ServerFields
          draft={draft}
          problem={problem}
          onChange={(changed) => {
            setDraft(changed)
            setSeen(null)
          }}
        />
        <div>
          <Button
            type="submit"
            variant={seen ? 'secondary' : 'primary'}
            pending={pending === 'look'}
          >
            Look what differs
          </Button>
        </div>
      </form>
      {problem && <ApiProblemNote problem={problem} shown={['address', 'header', 'token']} />}
      {seen && (
        <section aria-labelledby="differs" className="flex flex-col gap-5">
          <h2 id="differs" className="text-lg font-semibold">
            {differsWords(seen.differences.length)}
          </h2>
          {seen.differences.length > 0 && (
            <>
              <RadioGroup<FirstSync>
                name="first_sync"
                label="How the two become alike"
                value={first}
                onChange={setFirst}
                options={[
                  {
                    value: 'take_theirs',
                    label: 'Take theirs',
                    description: `Nothing changes for people who use ${host}. What stands there is the state of record here.`,
                  },
                  {
                    value: 'push_ours',
                    label: 'Push ours',
                    description: `What stands on ${host} is told in the log, then replaced.`,
                  },
                ]}
              />
              <DifferenceTable differences={seen.differences} chosen={first} server={host} />
            </>
          )}
          {overrides && (
            <TakeoverReason
              what={widensWords(held, seen.differences.length, name)}
              value={why}
              onChange={setWhy}
              isAsked={isAsked}
            />
          )}
          <AlsoThere view={seen} />
          <DriftChoice value={onDrift} onChange={setOnDrift} />
          <div>
            <Button
              variant={overrides ? 'danger' : 'primary'}
              pending={pending === 'connect'}
              onClick={connect}
            >
              Connect {name}
              {seen.differences.length === 0
                ? ''
                : first === 'take_theirs'
                  ? ` and take theirs${overrides ? ', overriding checks' : ''}`
                  : ' and push ours'}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}

function widensWords(held: number, differing: number, name: string): string {
  if (differing === 1) return `It widens ${name}`
  return `${held} of ${differing} ${held === 1 ? 'widens' : 'widen'} ${name}`
}

function differsWords(count: number): string {
  if (count === 0) return 'Nothing differs'
  return count === 1 ? '1 toggle differs' : `${count} toggles differ`
}
