'use client'

import { fieldError } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFormAct } from './use-form-act.ts'

const FIELDS = ['subject', 'name', 'email', 'issuer']

/** Makes somebody known before they first sign in, so that a role waits for them. */
export function AddPerson({ issuer }: { issuer: string }) {
  const { pending, problem, submit } = useFormAct()
  return (
    <form
      noValidate
      className="flex max-w-reading flex-col gap-4"
      onSubmit={(event) =>
        submit(
          event,
          (text) =>
            callApi('POST', '/people', {
              body: {
                subject: text('subject'),
                name: text('name'),
                email: text('email') || null,
                issuer: text('issuer') || null,
              },
            }),
          'Added; a role can be granted now',
        )
      }
    >
      <TextField
        label="Name"
        name="name"
        autoComplete="off"
        description="Until they sign in; then the identity provider’s."
        error={fieldError(problem, 'name')}
      />
      <TextField
        label="Subject"
        name="subject"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        description="Their “sub” at the identity provider: by it they are known, never by e-mail."
        error={fieldError(problem, 'subject')}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="off"
        optional
        error={fieldError(problem, 'email')}
      />
      <TextField
        label="Issuer"
        name="issuer"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        optional
        placeholder={issuer}
        description="This installation’s when left empty."
        error={fieldError(problem, 'issuer')}
      />
      {problem && <ApiProblemNote problem={problem} shown={FIELDS} />}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Add the person
        </Button>
      </div>
    </form>
  )
}
