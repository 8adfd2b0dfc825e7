'use client'

import { useState } from 'react'
import type { Reading } from '../../../domain/plan/reading.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ContactDraft, contactDrafts, contactEdits } from './contact-edits.ts'
import type { Drafted } from './drafted.ts'
import { ListedFields } from './listed-fields.tsx'

const TIERS = [
  { value: '', label: 'Not said' },
  { value: 'primary', label: 'Primary' },
  { value: 'backup', label: 'Backup' },
]

interface ContactsFormProps {
  contacts: Reading['contacts']
  onDraft: (drafted: Drafted) => void
}

export function ContactsForm({ contacts, onDraft }: ContactsFormProps) {
  const [drafts, setDrafts] = useState(() => contactDrafts(contacts))
  const [next, setNext] = useState(contacts.length)

  const draft = (newer: ContactDraft[]) => {
    setDrafts(newer)
    onDraft(contactEdits(contacts, newer))
  }
  const write = (id: number, words: Partial<ContactDraft>) =>
    draft(drafts.map((one) => (one.id === id ? { ...one, ...words } : one)))

  return (
    <>
      {drafts.map(({ id, name, role, tier }, at) => (
        <ListedFields
          key={id}
          legend={`Contact ${at + 1} of ${drafts.length}`}
          name={name || 'the new contact'}
          columns="sm:grid-cols-3"
          onRemove={() => draft(drafts.filter((one) => one.id !== id))}
        >
          <TextField
            label="Name"
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => write(id, { name: event.currentTarget.value })}
          />
          <TextField
            label="Role"
            optional
            maxLength={200}
            autoComplete="off"
            value={role}
            onChange={(event) => write(id, { role: event.currentTarget.value })}
          />
          <Select
            label="Primary or backup"
            options={TIERS}
            value={tier}
            onChange={(event) => write(id, { tier: event.currentTarget.value })}
          />
        </ListedFields>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            draft([...drafts, { id: next, from: null, name: '', role: '', tier: 'primary' }])
            setNext(next + 1)
          }}
        >
          Name another contact
        </Button>
      </div>
    </>
  )
}
