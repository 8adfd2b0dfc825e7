import { z } from 'zod'

/** A toggle's key: what Flipper, features.yml and front ends use, without what breaks a path. */
export const toggleKeySchema = z
  .string('A toggle has a key.')
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,199}$/,
    'A toggle key is 1 to 200 letters, digits and _ . : - and starts with a letter, a digit or _.',
  )
