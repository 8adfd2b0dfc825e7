const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** Something that reads as a day or a month in a plan, as a pattern source. */
export const datePattern = String.raw`(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}|(?:\d{1,2}(?:st|nd|rd|th)? )?\b${month}\b\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?)`

const anyDate = new RegExp(String.raw`(?<![\d/.])${datePattern}`, 'i')
const dateSpan = new RegExp(
  String.raw`(?<![\d/.$])${datePattern}(?:\s*(?:-|–|—|to|through|thru|until)\s*(?:${datePattern}|\d{1,2}(?:,? \d{4})?(?![\d%]| ?(?:days?|weeks?|hours?|users?))))?`,
  'i',
)

/** The first date, or span of dates, in a text, as written. */
export function datesIn(text: string): string | null {
  return dateSpan.exec(text)?.[0].trim() ?? null
}

/** Whether a text names a date in any of the ways people write one. */
export const mentionsDate = (text: string): boolean => anyDate.test(text)
