/** The database cannot be reached, or not in time: nothing is known to have changed. */
export class DatabaseAway extends Error {}
