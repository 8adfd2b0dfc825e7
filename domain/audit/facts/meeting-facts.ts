/** Who was there when a roll was called. */
export interface MeetingFacts {
  'attendance.arrived': Record<never, never>
  'attendance.left': Record<never, never>
  /** The facilitator noted it of somebody in the room, whose name is in texts.given_by. */
  'attendance.noted': { readonly present: boolean }
}
