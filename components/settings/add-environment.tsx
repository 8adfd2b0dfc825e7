'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'

/** A new environment, after the others and with every toggle off. */
export function AddEnvironment() {
  const router = useRouter()
  const [key, setKey] = useState('')
  const [name, setName] = useState('')
  const [isProtected, setProtected] = useState(true)
  const { pending, problem, act } = useAct()
  const taken = problem?.code === 'already-exists' ? problem.detail : undefined

  function add(event: FormEvent) {
    event.preventDefault()
    void act(true, async () => {
      const body = { key: key.trim(), name: name.trim(), protected: isProtected }
      await callApi('POST', '/environments', { body })
      showToast({
        tone: 'success',
        title: `Added ${body.name}`,
        detail: 'Every toggle is off there.',
      })
      setKey('')
      setName('')
      router.refresh()
    })
  }

  return (
    <form onSubmit={add} className="flex max-w-reading flex-col gap-4" noValidate>
      <TextField
        label="Key"
        description="As applications and the log name it. It stays for ever."
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
        error={taken ?? fieldError(problem, 'key')}
      />
      <TextField
        label="Name"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldError(problem, 'name')}
      />
      <Checkbox
        label="Protected"
        description="What widens there is checked."
        checked={isProtected}
        onChange={(event) => setProtected(event.currentTarget.checked)}
      />
      {problem && !taken && <ApiProblemNote problem={problem} shown={['key', 'name']} />}
      <div>
        <Button type="submit" variant="primary" pending={pending !== null}>
          Add the environment
        </Button>
      </div>
    </form>
  )
}
