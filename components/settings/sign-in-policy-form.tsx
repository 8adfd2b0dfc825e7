'use client'

import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFormAct } from './use-form-act.ts'

type SignInPolicyFormProps = {
  policy: {
    readonly idle_minutes: number
    readonly administrator_idle_minutes: number
    readonly absolute_hours: number
    readonly groups_claim: string | null
  }
}

const NUMBERS = [
  {
    name: 'idle_minutes',
    label: 'Minutes without a request',
    description: '5 to 120. After so long a session ends.',
  },
  {
    name: 'administrator_idle_minutes',
    label: 'The same for administrators',
    description: '5 to 120; the shorter of the two counts.',
  },
  {
    name: 'absolute_hours',
    label: 'Hours at most',
    description: '1 to 24. However busy, a session ends then.',
  },
] as const

/** How long sessions last, and which claim names groups. */
export function SignInPolicyForm({ policy }: SignInPolicyFormProps) {
  const { pending, problem, submit } = useFormAct()
  return (
    <form
      key={JSON.stringify(policy)}
      noValidate
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) =>
        submit(
          event,
          (text) =>
            callApi('PUT', '/sign-in', {
              body: {
                ...Object.fromEntries(NUMBERS.map(({ name }) => [name, Number(text(name))])),
                groups_claim: text('groups_claim') || null,
              },
            }),
          'Kept; it holds from now on',
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-3">
        {NUMBERS.map(({ name, label, description }) => (
          <TextField
            key={name}
            label={label}
            name={name}
            type="number"
            inputMode="numeric"
            defaultValue={policy[name]}
            description={description}
            error={fieldError(problem, name)}
          />
        ))}
      </div>
      <TextField
        label="Claim that names groups"
        name="groups_claim"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        optional
        defaultValue={policy.groups_claim ?? ''}
        description="Such as “groups”, “roles” or “realm_access.roles”. While it is empty, groups give no roles and take none back."
        error={fieldError(problem, 'groups_claim')}
      />
      {problem && (
        <ApiProblemNote
          problem={problem}
          shown={[...NUMBERS.map(({ name }) => name), 'groups_claim']}
        />
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Keep this
        </Button>
      </div>
    </form>
  )
}
