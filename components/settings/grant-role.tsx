'use client'

import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Select } from '../ui/select.tsx'
import { RoleSelect } from './role-select.tsx'
import { useFormAct } from './use-form-act.ts'

type GrantRoleProps = {
  team: { readonly slug: string; readonly name: string }
  people: readonly { readonly id: string; readonly name: string }[]
}

/** Grants a role in a team to somebody else. */
export function GrantRole({ team, people }: GrantRoleProps) {
  const { pending, problem, submit } = useFormAct()
  return (
    <Disclosure summary={`Grant a role in ${team.name}`}>
      <form
        noValidate
        className="flex max-w-2xl flex-col gap-4"
        onSubmit={(event) =>
          submit(
            event,
            (text) =>
              callApi('POST', `/teams/${team.slug}/roles`, {
                body: {
                  person: text('person'),
                  role: text('role'),
                  discipline: text('discipline') || null,
                },
              }),
            'The role is granted',
          )
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Person"
            name="person"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            error={fieldError(problem, 'person')}
          />
          <RoleSelect problem={problem} />
        </div>
        {problem && <ApiProblemNote problem={problem} shown={['person', 'role', 'discipline']} />}
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Grant the role
          </Button>
        </div>
      </form>
    </Disclosure>
  )
}
