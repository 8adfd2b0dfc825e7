/** Whether the boolean gate is open: on for everybody, signed in or not. */
export function booleanOpens(boolean: boolean): boolean {
  return boolean
}
