import type { GuardTool } from './guard-tools.ts'
import type { Signal } from './signal.ts'
import { readAlertGroup } from './tools/alert-group.ts'
import { readDatadog } from './tools/datadog.ts'
import { readGeneric } from './tools/generic.ts'

const READERS: Readonly<Record<GuardTool, (payload: unknown) => Signal | null>> = {
  alertmanager: readAlertGroup,
  datadog: readDatadog,
  generic: readGeneric,
  grafana: readAlertGroup,
}

/** What a tool's webhook says; null when it is not what that tool sends. */
export function readSignal(tool: GuardTool, payload: unknown): Signal | null {
  return READERS[tool](payload)
}
