/** Where a toggle's page opens with the rollback of an environment ready to be confirmed. */
export function rollBackAddress(toggle: string, environment: string): string {
  const search = new URLSearchParams({ roll_back: environment })
  return `/toggles/${encodeURIComponent(toggle)}?${search}#${environment}`
}
