'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import useSWRMutation from 'swr/mutation'
import { fieldError, problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast-queue.ts'

type NewToggle = { key: string; description: string; off_is_dangerous: boolean }

type RegisterToggleDialogProps = { isOpen: boolean; onClose: () => void }

export function RegisterToggleDialog({ isOpen, onClose }: RegisterToggleDialogProps) {
  const router = useRouter()
  const [key, setKey] = useState('')
  const [description, setDescription] = useState('')
  const [offIsDangerous, setOffIsDangerous] = useState(false)
  const { trigger, error, isMutating, reset } = useSWRMutation(
    '/toggles',
    (path: string, { arg }: { arg: NewToggle }) =>
      callApi<{ key: string }>('POST', path, { body: arg }),
    { throwOnError: false },
  )
  const problem = error ? problemOf(error) : null
  const isTaken = problem?.code === 'already-exists' || problem?.code === 'retired'
  const taken = isTaken ? problem.detail : undefined

  function close() {
    reset()
    onClose()
  }

  async function register(event: FormEvent) {
    event.preventDefault()
    const made = await trigger({
      key: key.trim(),
      description: description.trim(),
      off_is_dangerous: offIsDangerous,
    })
    if (!made) return
    close()
    showToast({ tone: 'success', title: `Registered ${made.key}`, detail: 'It is off everywhere.' })
    router.push(`/toggles/${encodeURIComponent(made.key)}`)
    router.refresh()
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title="Register a toggle">
      <form onSubmit={register} className="flex flex-col gap-5" noValidate>
        <p className="text-sm text-ink-soft">
          It starts off in every environment. To open it in production it needs a release plan that
          names it.
        </p>
        <TextField
          label="Key"
          description="As the application asks for it. It stays, and is never used twice."
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="none"
          required
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={taken ?? fieldError(problem, 'key')}
        />
        <TextArea
          label="Description"
          optional
          description="What is behind it, for people who did not build it."
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          error={fieldError(problem, 'description')}
        />
        <Checkbox
          label="Off is the dangerous side"
          description="For what protects while it is on: taking people out is then what is checked. It stays so."
          checked={offIsDangerous}
          onChange={(event) => setOffIsDangerous(event.currentTarget.checked)}
        />
        {problem && !taken && <ApiProblemNote problem={problem} shown={['key', 'description']} />}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" pending={isMutating}>
            Register
          </Button>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
