import { z } from 'zod'
import { overrideInput } from '../../domain/rollout/override-input.ts'
import { importToggles, previewImport } from '../migration/import-toggles.ts'
import { reasonSchema } from './fields.ts'
import { operation } from './operation.ts'

const stepSchema = z.object({
  key: z.string(),
  does: z.enum(['create', 'change', 'leave', 'retired']),
  changes: z.array(z.string()),
})

export const importRegistry = operation({
  id: 'importToggles',
  method: 'POST',
  path: '/toggles/import',
  summary:
    "Brings in Flipper's export (gates of one environment) or a features.yml (keys, descriptions, actor types); removes nothing. `dry_run` says what it would do",
  tag: 'Toggles',
  body: z.strictObject({
    format: z.enum(['flipper_export', 'features_yml'], 'is flipper_export or features_yml.'),
    content: z
      .string('is the file’s text.')
      .max(5_000_000, 'is 5,000,000 characters long at most.'),
    environment: z.string('is the key of an environment.').default('production'),
    reason: reasonSchema.default('Brought in from another tool'),
    dry_run: z.boolean('is true or false.').optional(),
    override: overrideInput.optional(),
  }),
  bodyLimit: 6_291_456,
  result: z.object({ steps: z.array(stepSchema), dry_run: z.boolean(), seqs: z.array(z.int()) }),
  run: async (actor, { body: { dry_run: isDryRun = false, ...input } }) => {
    if (isDryRun) return { ...(await previewImport(actor, input)), dry_run: true, seqs: [] }
    const { result, seqs } = await importToggles(actor, input)
    return { ...result, dry_run: false, seqs }
  },
})
