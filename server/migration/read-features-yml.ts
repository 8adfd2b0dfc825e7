import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { fileErrors } from '../../domain/migration/file-errors.ts'
import { type Incoming, MOST_TOGGLES } from '../../domain/migration/incoming.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'

const feature = z
  .object({
    actor_type: z.enum(['user', 'cookie_id'], 'is "user" or "cookie_id".').optional(),
    description: z.string('is a text.').max(2000, 'is 2,000 characters long at most.').optional(),
  })
  .nullable()

const file = z.object({ features: z.record(toggleKeySchema, feature) })

/**
 * A `features.yml`: under `features:`, each key with its description and actor type ("user" where
 * none is said). It says nothing of states; members of other tools are left alone.
 */
export function readFeaturesYml(text: string): Incoming {
  let yaml: unknown
  try {
    yaml = parse(text, { maxAliasCount: 0, prettyErrors: false })
  } catch (error) {
    const where = error instanceof YAMLParseError ? ` (at character ${error.pos[0]})` : ''
    return { errors: [{ path: 'content', message: `is not YAML that can be read${where}.` }] }
  }
  const read = file.safeParse(yaml)
  if (!read.success) return { errors: fileErrors(read.error) }
  const toggles = Object.entries(read.data.features).map(([key, said]) => ({
    key,
    description: said?.description?.trim() ?? '',
    actorType: said?.actor_type ?? ('user' as const),
  }))
  if (toggles.length > MOST_TOGGLES) {
    return { errors: [{ path: 'content', message: `holds more than ${MOST_TOGGLES} features.` }] }
  }
  return { toggles }
}
