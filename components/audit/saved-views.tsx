'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import type { FilterFields } from '../../domain/audit/entry-query.ts'
import type { SavedView } from '../../domain/audit/saved-view.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { auditAddress } from './audit-query.ts'

interface SavedViewsProps {
  fields: FilterFields
  views: readonly SavedView[]
}

/** The filters that somebody keeps for themself, and a way to keep the one in sight. */
export function SavedViews({ fields, views }: SavedViewsProps) {
  const router = useRouter()
  const { pending, problem, act } = useAct<'save' | 'remove'>()
  const here = auditAddress(fields)
  const isKept = views.some(({ filter }) => auditAddress(filter) === here)
  const isNarrow = Object.keys(fields).length > 0

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name') ?? '')
    return act('save', async () => {
      await callApi('POST', '/audit/views', { body: { name, filter: fields } })
      form.reset()
      router.refresh()
    })
  }
  const remove = (id: string) =>
    act('remove', async () => {
      await callApi('DELETE', `/audit/views/${id}`)
      router.refresh()
    })

  if (views.length === 0 && !isNarrow) return null
  return (
    <section aria-labelledby="saved-views" className="mb-6 flex flex-col gap-2 text-sm">
      <h2 id="saved-views" className="text-xs font-semibold text-ink-soft">
        My views
      </h2>
      {views.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {views.map(({ id, name, filter }) => (
            <li key={id} className="flex items-center gap-1">
              <TextLink href={auditAddress(filter)} prefetch={false} className="leading-6">
                {name}
              </TextLink>
              <Button
                variant="quiet"
                size="small"
                pending={pending === 'remove'}
                onClick={() => remove(id)}
              >
                Remove<span className="sr-only"> the view {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isNarrow && !isKept && (
        <form onSubmit={save} className="flex flex-wrap items-end gap-3">
          <div className="w-64">
            <TextField label="Name of this view" name="name" maxLength={80} required />
          </div>
          <Button type="submit" pending={pending === 'save'}>
            Save this view
          </Button>
        </form>
      )}
      {problem && <ApiProblemNote problem={problem} />}
    </section>
  )
}
