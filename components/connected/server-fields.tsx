import { type ApiProblem, fieldError } from '../api/api-problem.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Where a server is and what it is told, as it is being typed. */
export type ServerDraft = {
  readonly address: string
  readonly auth: string
  readonly header: string
  readonly token: string
}

export const NO_SERVER: ServerDraft = { address: '', auth: 'bearer', header: '', token: '' }

/** The same as the API takes it. */
export function serverBody({ address, auth, header, token }: ServerDraft): object {
  return {
    address: address.trim(),
    auth,
    ...(auth === 'none' ? {} : { token }),
    ...(auth === 'header' ? { header: header.trim() } : {}),
  }
}

type ServerFieldsProps = {
  draft: ServerDraft
  problem: ApiProblem | null
  onChange: (draft: ServerDraft) => void
}

/** The address of a Flipper API and how it is told who calls. */
export function ServerFields({ draft, problem, onChange }: ServerFieldsProps) {
  const change = (part: Partial<ServerDraft>) => onChange({ ...draft, ...part })
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <TextField
        label="Address of its API"
        description="Where Flipper’s HTTP API is mounted: https://flipper.example.gov/api"
        type="url"
        autoComplete="off"
        spellCheck={false}
        value={draft.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
        error={fieldError(problem, 'address')}
      />
      <Select
        label="It is told who calls by"
        value={draft.auth}
        onChange={(event) => change({ auth: event.currentTarget.value })}
        options={[
          { value: 'bearer', label: 'A bearer token' },
          { value: 'basic', label: 'User and password' },
          { value: 'header', label: 'A header of its own' },
          { value: 'none', label: 'Nothing' },
        ]}
      />
      {draft.auth === 'header' && (
        <TextField
          label="Name of the header"
          autoComplete="off"
          spellCheck={false}
          value={draft.header}
          onChange={(event) => change({ header: event.currentTarget.value })}
          error={fieldError(problem, 'header')}
        />
      )}
      {draft.auth !== 'none' && (
        <TextField
          label={draft.auth === 'basic' ? 'User:password' : 'Token'}
          description="Kept encrypted, and never shown again."
          type="password"
          autoComplete="off"
          value={draft.token}
          onChange={(event) => change({ token: event.currentTarget.value })}
          error={fieldError(problem, 'token')}
        />
      )}
    </div>
  )
}
