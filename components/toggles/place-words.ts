/**
 * An environment within a sentence: "production"; by its name where somebody gave it another than its
 * key, which stays what applications and the log call it.
 */
export function placeWords(place: { readonly environment: string; readonly name: string }): string {
  const isKey = place.name.toLowerCase().replaceAll(' ', '-') === place.environment.toLowerCase()
  return isKey ? place.environment : place.name
}
