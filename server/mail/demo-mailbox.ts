/** Where the demo's mail can be read by anyone; null on a real installation. */
export function demoMailbox(): string | null {
  return process.env.ROLLCALL_DEMO_MAILBOX || null
}
