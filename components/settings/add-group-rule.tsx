'use client'

import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { RoleSelect } from './role-select.tsx'
import { useFormAct } from './use-form-act.ts'

type AddGroupRuleProps = { teams: readonly { readonly slug: string; readonly name: string }[] }

/** Lets a group of the identity provider give a role. */
export function AddGroupRule({ teams }: AddGroupRuleProps) {
  const { pending, problem, submit } = useFormAct()
  return (
    <form
      noValidate
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) =>
        submit(
          event,
          (text) =>
            callApi('POST', '/group-rules', {
              body: {
                value: text('value'),
                team: text('team'),
                role: text('role'),
                discipline: text('discipline') || null,
              },
            }),
          'The group gives the role from the next sign-in on',
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Group"
          name="value"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          description="As it stands in the claim, letter for letter."
          error={fieldError(problem, 'value')}
        />
        <Select
          label="Team"
          name="team"
          description="In which it gives the role."
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={fieldError(problem, 'team')}
        />
        <RoleSelect problem={problem} />
      </div>
      {problem && (
        <ApiProblemNote problem={problem} shown={['value', 'team', 'role', 'discipline']} />
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Add the rule
        </Button>
      </div>
    </form>
  )
}
