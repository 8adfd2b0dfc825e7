import { z } from 'zod'
import { savedViewInput, viewFilter } from '../../domain/audit/saved-view.ts'
import { findViews } from '../audit/find-views.ts'
import { removeView as remove } from '../audit/remove-view.ts'
import { saveView as save } from '../audit/save-view.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Audit'
const view = z.object({ id: z.uuid(), name: z.string(), filter: viewFilter })

export const listViews = operation({
  id: 'listAuditViews',
  method: 'GET',
  path: '/audit/views',
  summary: 'The filters of the log that the caller keeps, by name',
  tag,
  query: shortListQuery,
  result: z.object({ views: z.array(view), next_cursor: z.string().nullable() }),
  run: async (actor, { query }) => {
    const { shown, next_cursor } = pageOf(await findViews(actor), query)
    return { views: shown, next_cursor }
  },
})

export const saveView = operation({
  id: 'saveAuditView',
  method: 'POST',
  path: '/audit/views',
  summary: 'Keeps a filter of the log under a name, for the caller alone',
  tag,
  body: savedViewInput,
  status: 201,
  result: view.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await save(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const removeView = operation({
  id: 'removeAuditView',
  method: 'DELETE',
  path: '/audit/views/{id}',
  summary: 'Removes a view of the caller’s own',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a view.') }),
  result: z.object({ seq: z.int().nullable() }),
  run: async (actor, { params }) => {
    const { seqs } = await remove(actor, params.id)
    return { seq: seqs[0] ?? null }
  },
})
