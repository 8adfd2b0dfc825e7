/** Whether this very evaluation is among the percentage, 0 to 100: a throw of dice each time. */
export function percentageOfTimeOpens(percentage: number, random: () => number): boolean {
  if (percentage <= 0) return false
  if (percentage >= 100) return true
  return random() < percentage / 100
}
