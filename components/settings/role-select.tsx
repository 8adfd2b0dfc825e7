'use client'

import { useState } from 'react'
import { ROLES } from '../../domain/actor.ts'
import { roleName } from '../../domain/permissions.ts'
import { DISCIPLINES, disciplineName } from '../../domain/roll-call/disciplines.ts'
import { type ApiProblem, fieldError } from '../api/api-problem.ts'
import { Select } from '../ui/select.tsx'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A role, and the discipline of a discipline lead: the fields `role` and `discipline` of a form. */
export function RoleSelect({ problem }: { problem: ApiProblem | null }) {
  const [role, setRole] = useState('viewer')
  return (
    <>
      <Select
        label="Role"
        name="role"
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
        options={ROLES.map((value) => ({ value, label: capital(roleName(value)) }))}
        error={fieldError(problem, 'role')}
      />
      {role === 'discipline_lead' && (
        <Select
          label="Discipline"
          name="discipline"
          options={DISCIPLINES.filter((one) => one !== 'government_lead').map((value) => ({
            value,
            label: disciplineName(value),
          }))}
          error={fieldError(problem, 'discipline')}
        />
      )}
    </>
  )
}
