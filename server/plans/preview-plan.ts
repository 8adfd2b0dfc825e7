import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'
import { teamOf } from '../teams/team-of.ts'
import { chooseToggles } from './choose-toggles.ts'
import { findSameText } from './find-same-text.ts'
import { proposeSlug } from './free-slug.ts'
import type { ImportedPlan, ImportPlan } from './import-plan.ts'
import { readUpload } from './read-upload.ts'

/**
 * What `importPlan` would answer now, with the same refusals. Keeps nothing.
 *
 * @throws Refused as `importPlan`.
 */
export async function previewPlan(actor: Actor, input: ImportPlan): Promise<ImportedPlan> {
  const { id: teamId } = await teamOf(db(), actor, input.team)
  if (!may(actor, 'plan.import', teamId)) {
    throw new Refused({ code: 'forbidden', action: 'plan.import' })
  }
  const { sha256, reading, title } = readUpload(input.bytes)
  const toggles = await chooseToggles(db(), actor, reading, input.register, teamId)
  return {
    slug: await proposeSlug(db(), title),
    title,
    revision: 1,
    registered: toggles.map(({ key }) => key),
    sameText: await findSameText(db(), sha256),
  }
}
