'use client'

import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFormAct } from './use-form-act.ts'

type AddTeamProps = { people: readonly { readonly id: string; readonly name: string }[] }

/** A new team, with somebody else as its first administrator. */
export function AddTeam({ people }: AddTeamProps) {
  const { pending, problem, submit } = useFormAct()
  const taken = problem?.code === 'already-exists' ? problem.detail : undefined
  return (
    <form
      noValidate
      className="flex max-w-reading flex-col gap-4"
      onSubmit={(event) =>
        submit(
          event,
          (text) =>
            callApi('POST', '/teams', {
              body: {
                slug: text('slug'),
                name: text('name'),
                administrator: text('administrator'),
              },
            }),
          'The team is added',
        )
      }
    >
      <TextField label="Name" name="name" autoComplete="off" error={fieldError(problem, 'name')} />
      <TextField
        label="Slug"
        name="slug"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        description="As addresses and programs name it: small letters, digits and dashes. It stays for ever."
        error={taken ?? fieldError(problem, 'slug')}
      />
      <Select
        label="Its first administrator"
        name="administrator"
        description="Somebody else: nobody makes themself an administrator."
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        error={fieldError(problem, 'administrator')}
      />
      {problem && !taken && (
        <ApiProblemNote problem={problem} shown={['name', 'slug', 'administrator']} />
      )}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Add the team
        </Button>
      </div>
    </form>
  )
}
