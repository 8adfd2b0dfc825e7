/** The tools whose webhooks a guard understands. */
export const GUARD_TOOLS = ['datadog', 'grafana', 'alertmanager', 'generic'] as const

export type GuardTool = (typeof GUARD_TOOLS)[number]
