/** What stands where the name of a person stood who was erased. */
export const ERASED_NAME = 'a person who was erased'
