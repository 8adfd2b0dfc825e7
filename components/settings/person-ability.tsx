import { ActButton } from './act-button.tsx'

type PersonAbilityProps = {
  person: { readonly id: string; readonly name: string; readonly disabled: boolean }
}

/** Disables somebody, or enables them again. */
export function PersonAbility({ person: { id, name, disabled } }: PersonAbilityProps) {
  if (disabled) {
    return (
      <ActButton
        method="PATCH"
        path={`/people/${id}`}
        body={{ disabled: false }}
        said={`${name} can sign in again`}
        size="regular"
      >
        Enable {name}
      </ActButton>
    )
  }
  return (
    <ActButton
      method="PATCH"
      path={`/people/${id}`}
      body={{ disabled: true }}
      said={`${name} is disabled`}
      size="regular"
      confirm={{
        title: `Disable ${name}?`,
        text: 'They are signed out everywhere and cannot sign in again, and every token of theirs ends, all at once. What they said and did stays on record. They can be enabled again; their tokens cannot.',
        act: `Disable ${name}`,
      }}
    >
      Disable {name}
    </ActButton>
  )
}
