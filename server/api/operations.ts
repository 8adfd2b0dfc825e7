import { createFreeze, deleteFreeze, listFreezes } from './freezes.ts'
import { liveEvents } from './live.ts'
import type { AnyOperation } from './operation.ts'
import {
  flipToggle,
  listToggles,
  proposeFlip,
  readReadiness,
  readState,
  readToggle,
  registerToggle,
  rollBackToggle,
} from './toggles.ts'

/** Every operation of the management API; a check holds that each route is one of them. */
export const OPERATIONS: readonly AnyOperation[] = [
  listToggles,
  registerToggle,
  readToggle,
  readState,
  flipToggle,
  rollBackToggle,
  readReadiness,
  proposeFlip,
  listFreezes,
  createFreeze,
  deleteFreeze,
  liveEvents,
]
