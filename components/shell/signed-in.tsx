import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'

export type ShellPerson = { name: string; role: string }

type SignedInProps = { person: ShellPerson; signOut?: ReactNode; className?: string }

export function SignedIn({ person, signOut, className }: SignedInProps) {
  return (
    <div className={classNames('items-center gap-3 text-sm', className)}>
      <p className="leading-4">
        <span className="sr-only">Signed in as </span>
        <span className="block font-semibold">{person.name}</span>
        <span className="block text-2xs text-ink-soft">{person.role}</span>
      </p>
      {signOut}
    </div>
  )
}
