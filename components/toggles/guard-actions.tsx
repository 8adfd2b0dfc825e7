'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { GuardSecretNote, type NewSecret } from './guard-secret-note.tsx'

/** Arms or disarms a guard, gives it another secret, removes it. */
export function GuardActions({ id, dryRun }: { id: string; dryRun: boolean }) {
  const router = useRouter()
  const { pending, problem, act } = useAct<'arm' | 'secret' | 'remove'>()
  const [made, setMade] = useState<NewSecret | null>(null)
  const path = `/guards/${id}`

  const arm = () =>
    act('arm', async () => {
      await callApi('PATCH', path, { body: { dry_run: !dryRun } })
      router.refresh()
    })
  const renew = () =>
    act('secret', async () => setMade(await callApi<NewSecret>('POST', `${path}/secret`)))
  const remove = () =>
    act('remove', async () => {
      await callApi('DELETE', path)
      router.refresh()
    })

  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap gap-2">
        <Button size="small" pending={pending === 'arm'} onClick={() => void arm()}>
          {dryRun ? 'End the dry run' : 'Only rehearse'}
        </Button>
        <Button size="small" pending={pending === 'secret'} onClick={() => void renew()}>
          New secret
        </Button>
        <Button size="small" pending={pending === 'remove'} onClick={() => void remove()}>
          Remove
        </Button>
      </div>
      {made && <GuardSecretNote {...made} />}
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}
