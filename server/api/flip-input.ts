import { z } from 'zod'
import { gateSchemas } from '../../domain/toggle/state.ts'
import { reasonSchema } from './fields.ts'

/** The gates that a flip may name. */
export const flipBodySchema = z.strictObject(gateSchemas).partial()

/** Why checks are passed over. */
export const overrideSchema = z.strictObject({
  reason: reasonSchema.min(10, 'Say in at least 10 characters why the checks are passed over.'),
})
