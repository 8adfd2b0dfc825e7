import { z } from 'zod'
import { gateSchemas } from '../../domain/toggle/state.ts'

/** The gates that a flip may name. */
export const flipBodySchema = z.strictObject(gateSchemas).partial()
